package org.romdoul.prosecution;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.journal.Fact;

/**
 * A court sets or refuses bail.
 *
 * @param amount in whole units of the currency, where known
 * @param currency ISO 4217
 */
public record Bail(
        Fact fact,
        UUID defendant,
        Kind kind,
        @Nullable Long amount,
        @Nullable String currency) implements CourtFact {

    /** What it rests on. */
    public enum Kind {
        SURETY,
        NON_SURETY,
        PERSONAL_RECOGNIZANCE,
        REFUSED,
        UNKNOWN
    }
}
