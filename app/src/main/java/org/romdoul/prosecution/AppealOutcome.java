package org.romdoul.prosecution;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;

/** What an appeal decided; a decision itself, which can be appealed. */
public record AppealOutcome(
        Fact fact,
        UUID defendant,
        UUID appeal,
        UUID decision,
        Level level,
        Result result,
        @Nullable SealedRef words) implements CourtFact, Decision {

    /** What it does to the decision it was brought against. */
    public enum Result {
        UPHELD,
        /** A conviction, on the appeal of the accused; an acquittal, on that of the other side. */
        OVERTURNED,
        /** The conviction stands, with another sentence. */
        VARIED,
        RETRIAL,
        WITHDRAWN
    }

    @Override
    public UUID name() {
        return decision;
    }
}
