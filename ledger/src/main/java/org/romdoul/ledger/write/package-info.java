/**
 * Makes the log: leaves, tiles, checkpoints, signatures, proofs. Arguments come from our own application, so a wrong one
 * is a bug and throws.
 */
@NullMarked
package org.romdoul.ledger.write;

import org.jspecify.annotations.NullMarked;
