package org.romdoul.prosecution;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;

/** What came of a hearing. */
public record HearingOutcome(
        Fact fact,
        UUID defendant,
        UUID hearing,
        Result result,
        @Nullable SealedRef words) implements CourtFact {

    /** In one word. */
    public enum Result {
        HELD,
        ADJOURNED,
        CANCELLED,
        ACCUSED_ABSENT
    }
}
