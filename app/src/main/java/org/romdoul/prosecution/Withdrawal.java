package org.romdoul.prosecution;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;

/**
 * The prosecution withdraws a charge, or counts of it.
 *
 * @param counts how many; none: all that are left
 */
public record Withdrawal(
        Fact fact,
        UUID defendant,
        UUID charge,
        @Nullable Integer counts,
        Reason reason,
        @Nullable SealedRef words) implements CourtFact {

    /** Why. */
    public enum Reason {
        EVIDENCE,
        WITNESS_UNAVAILABLE,
        AGREEMENT,
        PUBLIC_INTEREST,
        DIED,
        OTHER,
        UNKNOWN
    }
}
