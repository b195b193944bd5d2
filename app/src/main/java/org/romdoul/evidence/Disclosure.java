package org.romdoul.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;
import org.romdoul.vault.SealedRef;

/**
 * A copy of an exhibit that was given out.
 *
 * @param label of the exhibit
 * @param copy its number in the case, written on it
 * @param recipientWords who has it, sealed under the case's key
 * @param order on what order, sealed under the case's key
 * @param sha256 of the file that was copied; null where the exhibit is a thing
 * @param caseCopy which copy of the case it was given out in; null where it was given out alone
 * @param end how it ended; null while it is out
 */
public record Disclosure(
        UUID id,
        UUID exhibit,
        String label,
        int copy,
        Recipient recipient,
        SealedRef recipientWords,
        SealedRef order,
        Medium medium,
        @Nullable String sha256,
        @Nullable Integer caseCopy,
        PartialDate happened,
        Instant recordedAt,
        UUID by,
        @Nullable End end) {

    /** Who was given it. */
    public enum Recipient {
        DEFENCE,
        PROSECUTION,
        COURT,
        EXPERT,
        AUTHORITY,
        OTHER
    }

    /** On what. */
    public enum Medium {
        PAPER,
        DISC,
        DRIVE,
        NETWORK
    }

    /** What became of it. */
    public enum End {
        RETURNED,
        DESTROYED
    }
}
