package org.romdoul.prosecution;

import java.util.UUID;

/** What a court decides and an appeal can be brought against: a judgment, or what an earlier appeal decided. */
public sealed interface Decision permits Judgment, AppealOutcome {

    /** @return what appeals and sentences call it */
    UUID decision();

    Level level();

    /** The level of a court. */
    enum Level {
        FIRST_INSTANCE,
        APPEAL,
        /** Nothing can be brought against what it decides. */
        SUPREME,
        UNKNOWN
    }
}
