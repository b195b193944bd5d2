/** What lies on the desks of the fictional country. */
@NullMarked
package org.romdoul.cases.demo;

import org.jspecify.annotations.NullMarked;
