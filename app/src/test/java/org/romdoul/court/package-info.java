/** The courts in the browser: refusals first. */
@org.jspecify.annotations.NullMarked
package org.romdoul.court;
