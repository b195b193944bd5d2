package org.romdoul.prosecution;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;

/** Something recorded about one accused on the way through the courts; written once. */
public sealed interface CourtFact
        permits Appeal,
                AppealOutcome,
                Arrest,
                Bail,
                Charge,
                Defendant,
                Detention,
                DetentionEnd,
                DetentionExtension,
                Hearing,
                HearingOutcome,
                Judgment,
                Plea,
                Sentence,
                Termination,
                Verdict,
                Withdrawal {

    Fact fact();

    /** @return the accused: the id of the fact that first named her as such */
    UUID defendant();

    /**
     * @return what later facts call this one: the id of the fact that first recorded it, which a correction keeps. Facts
     *     that no other fact refers to have only their own.
     */
    default UUID name() {
        return id();
    }

    default UUID id() {
        return fact().id();
    }

    default PartialDate happened() {
        return fact().happened();
    }

    default @Nullable UUID supersedes() {
        return fact().supersedes();
    }
}
