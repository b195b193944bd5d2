package org.romdoul.prosecution;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.journal.Fact;

/**
 * What a decision sentences an accused to. What is not there is not known, which is not zero.
 *
 * @param charge for one charge; none: the sentence as a whole, which is not the sum where terms run together
 * @param monthsSuspended of the months of prison
 * @param monthsProbation of probation or supervised release
 * @param fine in whole units of the currency
 * @param restitution to be paid to those harmed, in whole units of the currency
 * @param currency ISO 4217
 */
public record Sentence(
        Fact fact,
        UUID defendant,
        UUID decision,
        @Nullable UUID charge,
        @Nullable Integer monthsPrison,
        @Nullable Integer monthsSuspended,
        @Nullable Integer monthsProbation,
        boolean life,
        @Nullable Long fine,
        @Nullable Long restitution,
        @Nullable String currency)
        implements CourtFact {

    /** A punishment implies a conviction, even of a charge that is not on record; restitution alone does not. */
    public boolean punishes() {
        return life || isSome(monthsPrison) || isSome(monthsProbation) || isSome(fine);
    }

    private static boolean isSome(@Nullable Number amount) {
        return amount != null && amount.longValue() > 0;
    }
}
