package org.romdoul.prosecution;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;

/**
 * A court judges an accused. What it says on each charge are its verdicts.
 *
 * @param inAbsentia the accused was not there
 * @param follows the decision that sent the case back, where this is a retrial
 */
public record Judgment(
        Fact fact,
        UUID defendant,
        UUID decision,
        Level level,
        boolean inAbsentia,
        @Nullable UUID follows,
        @Nullable SealedRef words)
        implements CourtFact, Decision {

    @Override
    public UUID name() {
        return decision;
    }
}
