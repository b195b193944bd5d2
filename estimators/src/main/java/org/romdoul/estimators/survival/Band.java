package org.romdoul.estimators.survival;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.romdoul.estimators.Interval;

/**
 * The scale on which a pointwise confidence interval for a probability is symmetric. {@link #LOG_LOG} is the one to use: it
 * stays inside (0, 1) and covers best in small groups. The others exist for comparison with published figures.
 *
 * <p>Source: Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 2nd ed., section 1.4; Klein and
 * Moeschberger, Survival Analysis, 2nd ed., section 4.3.
 */
public enum Band {
    /** Symmetric on log(-log p), cut nowhere. */
    LOG_LOG {
        @Override
        double[] limits(double p, double error, double z) {
            double log = Math.log(p);
            double reach = z * error / (p * log);
            return new double[] {Math.exp(log * Math.exp(Math.abs(reach))), Math.exp(log * Math.exp(-Math.abs(reach)))};
        }
    },
    /** Symmetric on log p, cut at 1. */
    LOG {
        @Override
        double[] limits(double p, double error, double z) {
            double reach = z * error / p;
            return new double[] {p * Math.exp(-reach), Math.min(1, p * Math.exp(reach))};
        }
    },
    /** Symmetric on p itself, cut at 0 and 1. */
    PLAIN {
        @Override
        double[] limits(double p, double error, double z) {
            return new double[] {Math.max(0, p - z * error), Math.min(1, p + z * error)};
        }
    };

    abstract double[] limits(double p, double error, double z);

    /** The interval for a probability strictly between 0 and 1. */
    Interval around(double p, double error, double level) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - Interval.requireLevel(level)) / 2);
        double[] limits = limits(p, error, z);
        return new Interval(limits[0], limits[1], level);
    }
}
