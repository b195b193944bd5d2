package org.romdoul.estimators.survival;

import java.util.Optional;

/**
 * One wait: how long it lasted, and how it ended if it has ended.
 *
 * @param time length of the wait, in any one unit, 0 or more; for an open spell, how long it has been watched
 * @param ending how it ended, such as {@code "convicted"}; empty while it is open (right-censored)
 */
public record Spell(double time, Optional<String> ending) {

    private static final Optional<String> SIMPLY = Optional.of("ended");

    public Spell {
        if (!(time >= 0) || Double.isInfinite(time)) {
            throw new IllegalArgumentException("a spell lasts 0 or longer, not " + time);
        }
    }

    /** A wait that is over, where it does not matter how. */
    public static Spell ended(double time) {
        return new Spell(time, SIMPLY);
    }

    /** A wait that ended in one of several ways. */
    public static Spell ended(double time, String ending) {
        return new Spell(time, Optional.of(ending));
    }

    /** A wait that was still going on when last seen: its end is later than {@code time}, and nothing else is known. */
    public static Spell open(double time) {
        return new Spell(time, Optional.empty());
    }
}
