/**
 * The witness: a small program that others run, which vouches for a log's checkpoint only where it extends the one that it
 * vouched for before. C2SP {@code tlog-witness}, on the JDK alone, without a database: one file a log.
 *
 * <p>It judges with {@code read} and signs with {@code write}; neither knows of it.
 */
@NullMarked
package org.romdoul.ledger.witness;

import org.jspecify.annotations.NullMarked;
