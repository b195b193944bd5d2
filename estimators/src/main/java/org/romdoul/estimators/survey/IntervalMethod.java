package org.romdoul.estimators.survey;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How to turn a share and its design-based error into limits. All stay within [0, 1]. {@link #BETA_CAPPED} covers best for rare
 * things and is the one to use; the others are there to be compared with published figures. The symmetric interval p +- t se is
 * not here: near zero it promises 95 % and covers far less, with a lower limit below nobody.
 *
 * <p>Sources: Korn and Graubard, Survey Methodology 24 (1998) 193-201; Rao and Scott, Ann. Statist. 12 (1984) 46-60; Parker et al.,
 * NCHS Vital and Health Statistics 2(175) (2017); Wilson, JASA 22 (1927) 209-212.
 */
public enum IntervalMethod {
    /** Symmetric on the log odds. */
    LOGIT {
        @Override
        double[] limits(double p, Effective sample, double tail) {
            double reach = t(sample.df(), tail) / Math.sqrt(sample.size() * p * (1 - p));
            double odds = Math.log(p / (1 - p));
            return new double[] {logistic(odds - reach), logistic(odds + reach)};
        }
    },
    /**
     * Where the binomial likelihood, scaled to the effective sample, falls by t squared over two (Rao and Scott), with R's factor n/(n - 1)
     * for the dispersion.
     */
    LIKELIHOOD {
        @Override
        double[] limits(double p, Effective sample, double tail) {
            double t = t(sample.df(), tail);
            double drop = t * t / (2 * sample.size()) * sample.persons() / (sample.persons() - 1);
            double odds = Math.log(p / (1 - p));
            return new double[] {fallen(p, drop, odds, -1), fallen(p, drop, odds, 1)};
        }
    },
    /** Symmetric on the arc sine of the root. */
    ARCSINE {
        @Override
        double[] limits(double p, Effective sample, double tail) {
            double angle = Math.asin(Math.sqrt(p));
            double reach = t(sample.df(), tail) / (2 * Math.sqrt(sample.size()));
            double low = Math.sin(Math.max(0, angle - reach));
            double high = Math.sin(Math.min(Math.PI / 2, angle + reach));
            return new double[] {low * low, high * high};
        }
    },
    /** Exact binomial limits on the effective sample (Korn and Graubard), as R's survey: the sample may count for more than it is. */
    BETA {
        @Override
        double[] limits(double p, Effective sample, double tail) {
            return exact(p * sample.adjusted(), sample.adjusted(), tail);
        }
    },
    /** The same, but the effective sample never exceeds the persons seen (the rule of the US health statistics office). */
    BETA_CAPPED {
        @Override
        double[] limits(double p, Effective sample, double tail) {
            return exact(p * sample.adjusted(), sample.adjusted(), tail);
        }
    },
    /** Wilson's score interval on the effective sample. */
    WILSON {
        @Override
        double[] limits(double p, Effective sample, double tail) {
            double adjusted = sample.adjusted();
            double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
            double z2 = z * z / adjusted;
            double reach = z * Math.sqrt(p * (1 - p) / adjusted + z2 / (4 * adjusted));
            return new double[] {
                Math.max(0, (p + z2 / 2 - reach) / (1 + z2)), Math.min(1, (p + z2 / 2 + reach) / (1 + z2))
            };
        }
    };

    /**
     * How much the sample is worth.
     *
     * @param size effective size, p (1 - p) / V
     * @param adjusted the same, adjusted for the degrees of freedom
     * @param persons persons seen
     * @param df degrees of freedom
     */
    record Effective(double size, double adjusted, double persons, double df) {}

    abstract double[] limits(double p, Effective sample, double tail);

    /** Exact binomial limits for a number of events, not necessarily whole, among a number of trials (Clopper and Pearson). */
    static double[] exact(double events, double trials, double tail) {
        double lower = events <= 0
                ? 0
                : BetaDistribution.of(events, trials - events + 1).inverseCumulativeProbability(tail);
        double upper = events >= trials
                ? 1
                : BetaDistribution.of(events + 1, trials - events).inverseSurvivalProbability(tail);
        return new double[] {lower, upper};
    }

    static double t(double df, double tail) {
        return TDistribution.of(df).inverseSurvivalProbability(tail);
    }

    private static double logistic(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }

    /** Bisects for the log odds, on one side, at which the log likelihood per person has fallen by {@code drop}. */
    private static double fallen(double p, double drop, double odds, int side) {
        double near = odds;
        double far = odds + side;
        while (fall(p, logistic(far)) < drop) {
            far = odds + 2 * (far - odds);
        }
        while (Math.abs(far - near) > 1e-12 * Math.max(1, Math.abs(far))) {
            double middle = (near + far) / 2;
            if (fall(p, logistic(middle)) < drop) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return logistic((near + far) / 2);
    }

    private static double fall(double p, double q) {
        return p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));
    }
}
