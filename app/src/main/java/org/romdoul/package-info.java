/** Romdoul: one shared record, from the first tip to a restored life and a final judgment. */
@NullMarked
package org.romdoul;

import org.jspecify.annotations.NullMarked;
