package org.romdoul.venues;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of the register, the newest venue first.
 *
 * @param next the venue to read on after; null where this is the last page
 */
public record Register(List<Line> lines, @Nullable UUID next) {

    static final int PAGE = 25;

    /**
     * Which venues are asked for.
     *
     * @param agency only those it keeps; null for any
     * @param after the last venue of the page before
     */
    public record Filter(
            Venue.@Nullable Kind kind,
            @Nullable String place,
            @Nullable UUID agency,
            @Nullable UUID after) {}

    /**
     * A line of it.
     *
     * @param last what the last inspection found; null where there was none
     */
    public record Line(Venue venue, @Nullable Inspection last) {}
}
