package org.romdoul.estimators.survey;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.romdoul.estimators.Interval;

/**
 * How many venues a round needs, before it is paid for.
 *
 * @param personsPerVenue persons expected at a venue, more than 0
 * @param likeness how alike persons of one venue are (intraclass correlation), 0 to 1; minors gather, so 0.1 is more honest than 0
 * @param frame venues in the frame; {@code Double.POSITIVE_INFINITY} if unknown
 */
public record SampleSize(double personsPerVenue, double likeness, double frame) {

    public SampleSize {
        if (!(personsPerVenue > 0) || !(likeness >= 0 && likeness <= 1) || !(frame >= 1)) {
            throw new IllegalArgumentException(
                    "a plan needs persons per venue above 0, likeness from 0 to 1 and a frame of 1 or more, not "
                            + personsPerVenue + ", " + likeness + ", " + frame);
        }
    }

    /**
     * What a round needs.
     *
     * @param venues venues to see, after all losses
     * @param persons persons that will be seen there
     */
    public record Need(int venues, int persons) {}

    /** Design effect to expect: 1 + (persons per venue - 1) x likeness, never below 1. */
    public double designEffect() {
        return Math.max(1, 1 + (personsPerVenue - 1) * likeness);
    }

    /** Venues for an interval that reaches {@code margin} to either side of an expected share. */
    public Need forMargin(double share, double margin, double level) {
        requireShare(share);
        requireShare(margin);
        double z = normal((1 - Interval.requireLevel(level)) / 2);
        return need(z * z * share * (1 - share) / (margin * margin));
    }

    /**
     * Venues in each of two independent rounds to see a fall (or rise) from one share to another.
     *
     * @param power chance of seeing it if it is there, such as 0.8
     * @param level confidence level of the two-sided test
     */
    public Need forChange(double before, double after, double power, double level) {
        requireShare(before);
        requireShare(after);
        if (before == after) {
            throw new IllegalArgumentException("no sample shows a change from " + before + " to itself");
        }
        double z = normal((1 - Interval.requireLevel(level)) / 2) + normal(1 - requireShare(power));
        double variance = before * (1 - before) + after * (1 - after);
        return need(z * z * variance / ((before - after) * (before - after)));
    }

    /** Venues after which finding nobody shows, at the level and one-sided, that the share is below {@code bound}. */
    public Need forZero(double bound, double level) {
        return need(Math.log1p(-Interval.requireLevel(level)) / Math.log1p(-requireShare(bound)));
    }

    private Need need(double simplePersons) {
        double venues = simplePersons * designEffect() / personsPerVenue;
        double corrected = Double.isInfinite(frame) ? venues : venues / (1 + venues / frame);
        int whole = (int) Math.min(Integer.MAX_VALUE, Math.ceil(Math.max(2, corrected)));
        return new Need(whole, (int) Math.min(Integer.MAX_VALUE, Math.ceil(whole * personsPerVenue)));
    }

    private static double normal(double tail) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
    }

    private static double requireShare(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(share + " is not a share between 0 and 1");
        }
        return share;
    }
}
