package org.romdoul.prosecution;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;

/**
 * Somebody appeals against a decision; also an opposition to a judgment in absentia.
 *
 * @param against the decision: a judgment, or what an earlier appeal decided
 * @param charge on one charge; none: on all the decision covers
 */
public record Appeal(
        Fact fact,
        UUID defendant,
        UUID appeal,
        UUID against,
        @Nullable UUID charge,
        Party party,
        @Nullable SealedRef words)
        implements CourtFact {

    /** Who appeals. */
    public enum Party {
        /** What the accused asks for cannot make it worse for the accused. */
        ACCUSED,
        PROSECUTION,
        /** Those harmed. */
        CIVIL_PARTY
    }

    @Override
    public UUID name() {
        return appeal;
    }

    boolean isOn(@Nullable UUID asked) {
        return charge == null || charge.equals(asked);
    }
}
