package org.romdoul.prosecution;

import java.util.UUID;
import org.romdoul.journal.Fact;

/**
 * A hearing is set; its date may lie ahead.
 *
 * @param court code of the court
 */
public record Hearing(Fact fact, UUID defendant, UUID hearing, Kind kind, String court) implements CourtFact {

    /** What is heard. */
    public enum Kind {
        FIRST_APPEARANCE,
        INVESTIGATION,
        BAIL,
        TRIAL,
        SENTENCING,
        APPEAL,
        OTHER
    }

    @Override
    public UUID name() {
        return hearing;
    }
}
