package org.romdoul.prosecution;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.journal.Fact;

/**
 * An accused answers to a charge.
 *
 * @param counts to how many of them; none: to all
 */
public record Plea(
        Fact fact,
        UUID defendant,
        UUID charge,
        Answer answer,
        @Nullable Integer counts) implements CourtFact {

    /** What she says. */
    public enum Answer {
        GUILTY,
        NOT_GUILTY,
        NO_CONTEST,
        SILENT
    }
}
