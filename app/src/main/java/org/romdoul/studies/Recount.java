package org.romdoul.studies;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody else counted at a venue, to see how well collectors count.
 *
 * @param venue the one that was drawn
 * @param visited null where it was recorded before it was asked
 */
public record Recount(String venue, Kind kind, @Nullable Visited visited, Count count) {

    /** When it was counted again. */
    public enum Kind {
        JOINT,
        RANDOM,
        FOLLOW_UP
    }

    /** @return what is wrong with it, or nothing: whoever counted first does not count again */
    Optional<Objection> objection(Sheet sheet) {
        if (!count.isPossible()) return Optional.of(Objection.to("minors", "studies.entry.more-than-all"));
        return sheet.said()
                .map(Entry.Said::visited)
                .filter(first -> visited != null && first.collector().equals(visited.collector()))
                .map(same -> Objection.to("collector", "studies.recount.same-collector", same.collector()));
    }
}
