package org.romdoul.evidence;

import java.time.Instant;

/** A stretch of which the record does not say who answered for an exhibit, or in which something happened to it unseen. */
public record Gap(Instant from, Instant to, Kind kind) {

    public Gap {
        if (from.isAfter(to)) {
            var first = to;
            to = from;
            from = first;
        }
    }

    /** What is missing. */
    public enum Kind {
        /** Nobody has said when it was come by. */
        NO_BEGINNING,
        /** Given, and nobody has said that she has it. */
        NOT_CONFIRMED,
        /** Given, and received only long afterwards. */
        LONG_ON_THE_WAY,
        /** Received before it was given, as it is told. */
        BACKWARDS,
        NOT_SEALED,
        /** Another seal, or none, and nobody wrote down that it was changed. */
        OTHER_SEAL,
        /** Opened, damaged or missing when somebody looked. */
        NOT_INTACT,
        /** The stored file is gone or not what was sealed. */
        OTHER_FILE,
        /** It left custody, and the witness has not said that she saw it. */
        NOT_WITNESSED
    }
}
