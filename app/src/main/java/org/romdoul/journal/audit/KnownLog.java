package org.romdoul.journal.audit;

import org.jspecify.annotations.Nullable;
import org.romdoul.journal.witnessing.Testimony;
import org.romdoul.ledger.read.VerifierKey;

/**
 * One of the logs that the record has had.
 *
 * @param key the key that every head of it is signed with
 * @param end what somebody outside held of it, as its successor's first leaf says; null for the one that grows
 * @param closed what the record had of it when it ended; null for the one that grows
 */
record KnownLog(
        int number,
        VerifierKey key,
        Testimony.@Nullable Signed end,
        @Nullable Closed closed) {

    /** A log as it was when another succeeded it. */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Closed(long size, byte[] root) {}
}
