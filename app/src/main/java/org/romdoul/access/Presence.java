package org.romdoul.access;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * How somebody signed in is there: since when, seen last, and whether her session is locked.
 *
 * @param proven when she last showed her second factor
 * @param back where she goes once she has unlocked: an address she asked for herself
 */
record Presence(Instant since, Instant seen, Instant proven, boolean locked, String back) implements Serializable {

    static final String ATTRIBUTE = "presence";
    static final String START = "/today";

    private static final Duration IDLE = Duration.ofMinutes(15);
    private static final Duration WHOLE_DAY = Duration.ofHours(12);
    private static final Duration PHONE_AGAIN = Duration.ofHours(4);
    /** The query of an address that a page asks for by itself. */
    static final String BY_ITSELF = "masked";

    /** How long a session is known after it was heard of last: as long as what was typed into it is kept. */
    static final Duration KNOWN = Drafts.KEPT;

    private static final Duration FINENESS = Duration.ofSeconds(30);

    static Presence begins(Instant now) {
        return new Presence(now, now, now, false, START);
    }

    boolean isOver(Instant now) {
        return now.isAfter(since.plus(WHOLE_DAY));
    }

    boolean isLocked(Instant now) {
        return locked || now.isAfter(seen.plus(IDLE));
    }

    /** @return how long it stays open if nothing more is heard of her */
    Duration locksIn(Instant now) {
        return Duration.between(now, seen.plus(IDLE));
    }

    /** @return whether unlocking asks for the second factor too */
    boolean needsPhone(Instant now) {
        return now.isAfter(proven.plus(PHONE_AGAIN));
    }

    /** Noted twice a minute at most: a click need not be a write. */
    Presence seenAt(Instant now) {
        return now.isAfter(seen.plus(FINENESS)) ? new Presence(since, now, proven, locked, back) : this;
    }

    Presence lock(String address) {
        return new Presence(since, seen, proven, true, address);
    }

    Presence unlock(Instant now, boolean withPhone) {
        return new Presence(since, now, withPhone ? now : proven, false, START);
    }
}
