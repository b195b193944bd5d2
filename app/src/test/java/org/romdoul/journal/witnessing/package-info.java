/** Witnesses that sign, that are away, that lie, and that know more than the log. */
@NullMarked
package org.romdoul.journal.witnessing;

import org.jspecify.annotations.NullMarked;
