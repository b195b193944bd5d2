package org.romdoul.cases;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of cases.
 *
 * @param next the place to read on after; null where this is the last page
 */
public record CaseList(List<Line> lines, @Nullable Place next) {

    static final int PAGE = 25;

    /** In which order: the newest first, or what is due next. */
    public enum Sort {
        OPENED,
        DUE;

        /** @return before the first case of all */
        UUID end() {
            return this == OPENED ? new UUID(-1, -1) : new UUID(0, 0);
        }
    }

    /**
     * A place in the list: the last case of a page, wherever it stands by now.
     *
     * @param due what it had due next; null for nothing
     */
    public record Place(UUID id, @Nullable Instant due) {}

    /**
     * Which cases are asked for.
     *
     * @param mine only those she answers for herself
     * @param team only those her agency answers for
     * @param stage null for any
     * @param status null for any
     * @param place code of a province; empty for any
     * @param urgencies only those whose tasks press so; empty for any
     * @param after the last case of the page before
     */
    public record Filter(
            boolean mine,
            boolean team,
            @Nullable Stage stage,
            @Nullable Status status,
            String place,
            Set<Urgency> urgencies,
            Sort sort,
            @Nullable Place after) {}

    /**
     * A line of it.
     *
     * @param owner the staff number of who answers for it
     * @param urgency of its next task
     */
    public record Line(Desk desk, String owner, @Nullable Urgency urgency) {}

    /**
     * Somebody found by her name.
     *
     * @param label what the case calls her
     * @param exact every word as it is written; otherwise only alike
     */
    public record Found(Line line, String label, boolean exact) {}

    /**
     * Whom a search for a name found.
     *
     * @param more there are others, whom only another word of the name finds
     */
    public record Names(List<Found> found, boolean more) {

        static final Names NOBODY = new Names(List.of(), false);
    }
}
