package org.romdoul.prosecution;

import java.util.Locale;

/** What stands now: on a part of a charge, on a charge, for an accused. */
public sealed interface Outcome {

    /** Nothing is decided yet. @param again sent back for another trial */
    record Open(boolean again) implements Outcome {}

    /** It has ended, or the source stops telling, and what was decided is not on record. */
    record Unknown() implements Outcome {}

    /** Arrested or named, never charged as far as the record goes. */
    record NotCharged() implements Outcome {}

    /** The prosecution does not pursue it. */
    record Withdrawn() implements Outcome {}

    /** What a court has decided, and whether that can still change. */
    sealed interface Judged extends Outcome {
        Finality finality();
    }

    record Dismissed(Finality finality) implements Judged {}

    record Acquitted(Finality finality) implements Judged {}

    /** @param inAbsentia the accused was not there when it was decided */
    record Convicted(Finality finality, boolean inAbsentia) implements Judged {}

    /** Convicted once; the conviction no longer stands. */
    record Overturned(Finality finality) implements Judged {}

    /** How firm a decision is; several are as firm as the least firm of them, which comes first. */
    enum Finality {
        UNDER_APPEAL,
        NO_APPEAL_ON_RECORD,
        FINAL
    }

    /** @return the word for it in the database, in addresses and in message keys */
    default String code() {
        return switch (this) {
            case Convicted c -> "convicted";
            case Open o -> "open";
            case Unknown u -> "unknown";
            case Overturned o -> "overturned";
            case Acquitted a -> "acquitted";
            case Dismissed d -> "dismissed";
            case Withdrawn w -> "withdrawn";
            case NotCharged n -> "not_charged";
        };
    }

    /** @return the firmness in the same words, empty where nothing was decided */
    default String firmness() {
        return this instanceof Judged judged ? judged.finality().name().toLowerCase(Locale.ROOT) : "";
    }

    /** @return which outcome speaks for several: the one with the least weight */
    default int weight() {
        return switch (this) {
            case Convicted c -> 1;
            case Open o -> 2;
            case Unknown u -> 3;
            case Overturned o -> 4;
            case Acquitted a -> 5;
            case Dismissed d -> 6;
            case Withdrawn w -> 7;
            case NotCharged n -> 8;
        };
    }
}
