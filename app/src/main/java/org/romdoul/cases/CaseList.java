package org.romdoul.cases;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of cases.
 *
 * @param next the case to read on after; null where this is the last page
 */
public record CaseList(List<Line> lines, @Nullable UUID next) {

    static final int PAGE = 25;

    /**
     * Which cases are asked for.
     *
     * @param mine only those she answers for herself
     * @param team only those her agency answers for
     * @param status null for any
     * @param late only those with a task overdue
     * @param after the last case of the page before
     */
    public record Filter(
            boolean mine,
            boolean team,
            @Nullable Status status,
            boolean late,
            @Nullable UUID after) {}

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
}
