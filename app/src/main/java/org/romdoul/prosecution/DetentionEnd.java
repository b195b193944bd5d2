package org.romdoul.prosecution;

import java.util.UUID;
import org.romdoul.journal.Fact;

/** A detention ends. */
public record DetentionEnd(Fact fact, UUID defendant, UUID detention, Way way) implements CourtFact {

    /** How it ends. */
    public enum Way {
        RELEASED,
        BAIL,
        /** Police custody becomes detention before trial, or one place of it another. */
        NEXT_DETENTION,
        JUDGMENT,
        ESCAPED,
        DIED
    }
}
