/**
 * Judges what a log, a witness or a bundle presents. Everything that comes in is hostile: the answer to any bytes at
 * all is an {@link org.romdoul.ledger.read.Outcome}, never an exception.
 */
@NullMarked
package org.romdoul.ledger.read;

import org.jspecify.annotations.NullMarked;
