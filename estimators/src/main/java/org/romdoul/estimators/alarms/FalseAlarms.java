package org.romdoul.estimators.alarms;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * How often an alarm rings though nothing has changed.
 *
 * @param probability chance of at least one false alarm within the periods
 * @param periods how many periods that is about
 * @param standardError error of the probability if it was simulated; 0 if it is exact
 */
public record FalseAlarms(double probability, int periods, double standardError) {

    /**
     * The largest value of a statistic in series that are in control, simulated; sorted.
     *
     * @param expected what the chart takes to be usual
     * @param factor how many times as many are usual in truth
     */
    static double[] simulateMaxima(
            double[] expected,
            double factor,
            double dispersion,
            int runs,
            RandomGenerator random,
            ToDoubleFunction<List<Period>> maximum) {
        if (runs < 2) {
            throw new IllegalArgumentException(runs + " simulated series are no sample; ask for 2000");
        }
        double[] maxima = new double[runs];
        for (int run = 0; run < runs; run++) {
            maxima[run] = maximum.applyAsDouble(inControl(expected, factor, dispersion, random));
        }
        Arrays.sort(maxima);
        return maxima;
    }

    private static List<Period> inControl(double[] expected, double factor, double dispersion, RandomGenerator random) {
        return Arrays.stream(expected)
                .mapToObj(mean -> {
                    double truth = mean * factor;
                    double rate = dispersion > 0
                            ? GammaDistribution.of(1 / dispersion, truth * dispersion)
                                    .createSampler(random::nextLong)
                                    .sample()
                            : truth;
                    int count = rate > 0
                            ? PoissonDistribution.of(rate)
                                    .createSampler(random::nextLong)
                                    .sample()
                            : 0;
                    return new Period(count, mean);
                })
                .toList();
    }

    static FalseAlarms simulated(int ringing, int runs, int periods) {
        double share = (double) ringing / runs;
        double guarded = (ringing + 1.0) / (runs + 2.0);
        return new FalseAlarms(share, periods, Math.sqrt(guarded * (1 - guarded) / runs));
    }
}
