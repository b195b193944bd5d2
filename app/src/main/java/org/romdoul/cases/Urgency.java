package org.romdoul.cases;

import java.time.Duration;
import java.time.Instant;

/** How pressing a task is: the four groups of Today, the worst first. */
public enum Urgency {
    CRITICAL,
    OVERDUE,
    SOON,
    LATER;

    /** A limit of law that has passed is critical at once; another task when it is a week late. */
    static final Duration LATE = Duration.ofDays(7);

    static final Duration SOON_BEFORE = Duration.ofDays(3);

    public static Urgency of(Instant due, boolean legal, Instant now) {
        if (!now.isBefore(due)) return legal || !now.isBefore(due.plus(LATE)) ? CRITICAL : OVERDUE;
        return now.isBefore(due.minus(SOON_BEFORE)) ? LATER : SOON;
    }

    public boolean isLate() {
        return this == CRITICAL || this == OVERDUE;
    }
}
