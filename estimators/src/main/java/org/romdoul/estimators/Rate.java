package org.romdoul.estimators;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Events counted over an exposure (periods, inspections, persons watched for a year), with the exact interval of a Poisson mean.
 *
 * <p>Source: Garwood, Biometrika 28 (1936) 437-442; Ulm, Amer. J. Epidemiol. 131 (1990) 373-375.
 *
 * @param events how many were counted, 0 or more
 * @param exposure over how much, above 0
 */
public record Rate(long events, double exposure) {

    public Rate {
        if (events < 0) {
            throw Refusal.of("rate", events + " events", "Nothing can happen less than not at all.");
        }
        if (!(exposure > 0) || Double.isInfinite(exposure)) {
            throw Refusal.of("rate", "an exposure of " + exposure, "Where nobody looked, nothing could be counted.");
        }
    }

    /** Events to one unit of exposure. */
    public double value() {
        return events / exposure;
    }

    /** The exact interval; it holds its level for every mean, and has an upper limit where nothing was counted. */
    public Interval interval(double level) {
        return interval(level, 1);
    }

    /**
     * The same for counts that vary more than Poisson, which tell as much as fewer Poisson counts would.
     *
     * @param varianceToMean 1 for Poisson, more otherwise
     */
    public Interval interval(double level, double varianceToMean) {
        if (!(varianceToMean >= 1) || Double.isInfinite(varianceToMean)) {
            throw new IllegalArgumentException("a variance of " + varianceToMean + " times the mean is not 1 or more");
        }
        double tail = (1 - Interval.requireLevel(level)) / 2;
        double worth = events / varianceToMean;
        double unit = varianceToMean / (2 * exposure);
        double lower = events == 0 ? 0 : ChiSquaredDistribution.of(2 * worth).inverseCumulativeProbability(tail) * unit;
        double upper = ChiSquaredDistribution.of(2 * worth + 2).inverseSurvivalProbability(tail) * unit;
        return new Interval(Math.min(lower, value()), upper, level);
    }
}
