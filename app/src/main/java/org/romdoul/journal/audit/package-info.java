/** The audit: recomputes everything and names what differs, by table, row and kind of damage. */
@NamedInterface("audit")
@NullMarked
package org.romdoul.journal.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
