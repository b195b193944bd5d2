/** A case is closed by two people, with a reason that both have read, and opened again. */
@NullMarked
package org.romdoul.cases.closing;

import org.jspecify.annotations.NullMarked;
