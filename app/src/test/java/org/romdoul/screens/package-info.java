/** The program as people see it: in a real browser, on the demonstration's country. */
@org.jspecify.annotations.NullMarked
package org.romdoul.screens;
