package org.romdoul.estimators;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A share counted among cases that each stand alone, with Wilson's score interval. Where cases come in clusters (persons of one
 * venue, charges of one accused) it is too narrow: {@link org.romdoul.estimators.survey.SampleDesign} measures that.
 *
 * <p>Source: Wilson, JASA 22 (1927) 209-212; Brown, Cai and DasGupta, Statist. Sci. 16 (2001) 101-133; Newcombe, Statist. Med. 17
 * (1998) 873-890, method 10, for the difference.
 *
 * @param events cases as described, 0 to {@code cases}
 * @param cases all cases, 1 or more
 */
public record Share(int events, int cases) {

    public Share {
        if (cases < 1) {
            throw Refusal.of("share", "of " + cases + " cases", "A share of nobody does not exist.");
        }
        if (events < 0 || events > cases) {
            throw Refusal.of("share", events + " of " + cases + " cases", "A share cannot exceed the whole.");
        }
    }

    /** The share, 0 to 1. */
    public double value() {
        return (double) events / cases;
    }

    /** The score interval; it contains the share, and never leaves [0, 1]. */
    public Interval interval(double level) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - Interval.requireLevel(level)) / 2);
        double p = value();
        double z2 = z * z / cases;
        double reach = z * Math.sqrt(p * (1 - p) / cases + z2 / (4 * cases));
        double lower = events == 0 ? 0 : (p + z2 / 2 - reach) / (1 + z2);
        double upper = events == cases ? 1 : (p + z2 / 2 + reach) / (1 + z2);
        return new Interval(lower, upper, level);
    }

    /**
     * How much larger this share is than another of cases drawn independently of these. Where the two intervals meet, the difference may
     * still be more than chance: this decides.
     */
    public Interval differenceFrom(Share other, double level) {
        Interval mine = interval(level);
        Interval theirs = other.interval(level);
        double difference = value() - other.value();
        return new Interval(
                difference - Math.hypot(value() - mine.lower(), theirs.upper() - other.value()),
                difference + Math.hypot(mine.upper() - value(), other.value() - theirs.lower()),
                level);
    }
}
