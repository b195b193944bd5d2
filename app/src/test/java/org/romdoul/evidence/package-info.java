/** Exhibits and their custody. */
@NullMarked
package org.romdoul.evidence;

import org.jspecify.annotations.NullMarked;
