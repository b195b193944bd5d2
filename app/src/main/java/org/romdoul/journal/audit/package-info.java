/** The audit: recomputes everything and names what differs, by table, row and kind of damage. */
@NullMarked
package org.romdoul.journal.audit;

import org.jspecify.annotations.NullMarked;
