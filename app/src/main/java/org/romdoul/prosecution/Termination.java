package org.romdoul.prosecution;

import java.util.UUID;
import org.romdoul.journal.Fact;

/** The proceedings against an accused have ended, or nobody can tell whether they have: unknown is not open. */
public record Termination(Fact fact, UUID defendant, Ended ended) implements CourtFact {

    /** Whether they have. */
    public enum Ended {
        /** When it is said to have happened, perhaps only a year. */
        ENDED,
        /** The source stops telling. */
        UNKNOWN
    }
}
