package org.romdoul.prosecution;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.journal.Fact;

/**
 * A person of the case stands accused.
 *
 * @param person the person in the case; none where the accused is known by no person of the case
 * @param label what lists call the accused: the person's label, S1
 * @param role in the crime, as alleged
 * @param ageAtArrest in years, where known
 */
public record Defendant(
        Fact fact,
        UUID defendant,
        @Nullable UUID person,
        String label,
        Role role,
        Sex sex,
        @Nullable Integer ageAtArrest)
        implements CourtFact {

    /** What somebody is said to have done in it. */
    public enum Role {
        TRAFFICKER,
        RECRUITER,
        PIMP_OR_VENUE_OWNER,
        CUSTOMER,
        COMPLICIT_OFFICIAL,
        UNKNOWN
    }

    /** As far as known. */
    public enum Sex {
        FEMALE,
        MALE,
        OTHER,
        UNKNOWN
    }

    @Override
    public UUID name() {
        return defendant;
    }
}
