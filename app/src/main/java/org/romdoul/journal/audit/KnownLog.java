package org.romdoul.journal.audit;

import org.jspecify.annotations.Nullable;
import org.romdoul.journal.witnessing.Testimony;
import org.romdoul.ledger.read.VerifierKey;

/**
 * One of the logs that the record has had.
 *
 * @param key the key that every head of it is signed with
 * @param end what its successor's first leaf holds it to; null for the one that grows
 */
record KnownLog(int number, VerifierKey key, Testimony.@Nullable Signed end) {}
