package org.romdoul.studies;

/**
 * Who was seen at a venue, or at several.
 *
 * @param observed persons seen
 * @param minors of these, judged to be minors
 * @param young of these, judged to be young children
 */
public record Count(int observed, int minors, int young) {

    static final Count NOBODY = new Count(0, 0, 0);

    Count plus(Count more) {
        return new Count(observed + more.observed, minors + more.minors, young + more.young);
    }

    boolean isPossible() {
        return minors <= observed && young <= minors;
    }
}
