package org.romdoul.court;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.romdoul.prosecution.Custody;

/**
 * A detention drawn small, from its beginning at the left.
 *
 * @param held how far it has come
 * @param due where its limit lies
 * @param longest where the law lets nobody go further; null where it names no such limit
 */
public record Strip(int held, int due, @Nullable Integer longest) {

    /** What the drawing is wide. */
    public static final int WIDTH = 200;

    private static final int MARGIN = 4;

    static Strip of(Custody custody) {
        var most = custody.until().isAfter(custody.due()) ? custody.until() : custody.due();
        var longest = custody.longest();
        if (longest != null && longest.isAfter(most)) most = longest;
        var whole = Math.max(1, between(custody.from(), most));
        return new Strip(
                at(custody.from(), custody.until(), whole),
                at(custody.from(), custody.due(), whole),
                longest == null ? null : at(custody.from(), longest, whole));
    }

    private static int at(Instant from, Instant moment, long whole) {
        return (int) Math.clamp(between(from, moment) * (WIDTH - MARGIN) / whole, 0, WIDTH - MARGIN);
    }

    private static long between(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes();
    }

    public boolean isPast() {
        return held > due;
    }
}
