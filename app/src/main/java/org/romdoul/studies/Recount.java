package org.romdoul.studies;

/**
 * What somebody else counted at a venue, to see how well collectors count.
 *
 * @param venue the one that was drawn
 */
public record Recount(String venue, Kind kind, int observed, int minors, int young) {

    /** When it was counted again. */
    public enum Kind {
        JOINT,
        RANDOM,
        FOLLOW_UP
    }
}
