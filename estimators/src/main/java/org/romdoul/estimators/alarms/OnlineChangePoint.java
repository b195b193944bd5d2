package org.romdoul.estimators.alarms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The probability, after each period, that the rate changed within the last few: Bayesian online change-point detection for
 * Poisson counts whose rate, after each change, is drawn anew from a gamma distribution. Meant to be shown beside the counts; it
 * sees rises and falls alike.
 *
 * @param hazard chance of a change in any one period, in (0, 1): 1/60 for one in five years of months
 * @param shape shape of the gamma distribution of rates, more than 0
 * @param rate its rate, more than 0: {@code shape} events expected in {@code rate} units of exposure
 */
public record OnlineChangePoint(double hazard, double shape, double rate) {

    public OnlineChangePoint {
        if (!(hazard > 0 && hazard < 1) || !(shape > 0) || !(rate > 0)) {
            throw new IllegalArgumentException(
                    "no model has hazard " + hazard + ", shape " + shape + " and rate " + rate);
        }
    }

    /**
     * What is believed after a period.
     *
     * @param likeliestRun likeliest number of periods since the last change; 0 if it changes now
     * @param runs probability of 0, 1, 2 and so on periods since the last change; adds up to 1
     * @param logEvidence logarithm of the probability of all counts so far
     */
    @SuppressWarnings("ArrayRecordComponent") // a distribution as long as the series, compared by nobody
    public record Belief(int likeliestRun, double[] runs, double logEvidence) {

        public Belief {
            runs = runs.clone();
        }

        @Override
        public double[] runs() {
            return runs.clone();
        }

        /** Probability that the last change was at most so many periods ago. */
        public double changedWithin(int periods) {
            double sum = 0;
            for (int r = 0; r < runs.length && r <= periods; r++) {
                sum += runs[r];
            }
            return Math.min(1, sum);
        }
    }

    /**
     * The beliefs after each period; {@code expected} is taken as its exposure. Probabilities are kept as logarithms, so that a count
     * which no run could have foreseen still leaves a belief.
     */
    public List<Belief> run(List<Period> periods) {
        var beliefs = new ArrayList<Belief>();
        int n = periods.size();
        double[] logRuns = {0};
        double[] counted = new double[n + 1];
        double[] exposed = new double[n + 1];
        double evidence = 0;
        for (Period period : periods) {
            double[] joint = new double[logRuns.length];
            for (int r = 0; r < joint.length; r++) {
                joint[r] = logRuns[r] + logPredictive(period, shape + counted[r], rate + exposed[r]);
            }
            double total = logSum(joint);
            double[] next = new double[joint.length + 1];
            next[0] = Math.log(hazard);
            for (int r = 0; r < joint.length; r++) {
                next[r + 1] = joint[r] - total + Math.log1p(-hazard);
            }
            evidence += total;
            for (int r = joint.length; r > 0; r--) {
                counted[r] = counted[r - 1] + period.count();
                exposed[r] = exposed[r - 1] + period.expected();
            }
            counted[0] = 0;
            exposed[0] = 0;
            logRuns = next;
            double[] runs = Arrays.stream(next).map(Math::exp).toArray();
            beliefs.add(new Belief(likeliest(runs), runs, evidence));
        }
        return List.copyOf(beliefs);
    }

    private static double logSum(double[] logs) {
        double largest = Arrays.stream(logs).max().orElseThrow();
        return largest
                + Math.log(Arrays.stream(logs).map(l -> Math.exp(l - largest)).sum());
    }

    /** Logarithm of the negative binomial probability of the count, given what the run has shown so far. */
    private static double logPredictive(Period period, double shape, double rate) {
        double y = period.count();
        double e = period.expected();
        return LogGamma.value(shape + y)
                - LogGamma.value(shape)
                - LogGamma.value(y + 1)
                + shape * Math.log(rate / (rate + e))
                + (y > 0 ? y * Math.log(e / (rate + e)) : 0);
    }

    private static int likeliest(double[] runs) {
        int best = 0;
        for (int r = 1; r < runs.length; r++) {
            best = runs[r] > runs[best] ? r : best;
        }
        return best;
    }

    /**
     * Chance that, in control throughout, the probability of a change within the last few periods exceeds a limit at any time, by
     * simulation. The first periods, when every run is short, do not count.
     *
     * @param expected events expected in control in each period
     * @param dispersion of the counts: 0 for Poisson, as the model has it; variance is mean + {@code dispersion} mean^2
     * @param recent how many periods are "the last few"
     * @param limit the probability at which one would ring
     */
    public FalseAlarms falseAlarms(
            double[] expected, double dispersion, int recent, double limit, int runs, RandomGenerator random) {
        double[] maxima = FalseAlarms.simulateMaxima(expected, 1, dispersion, runs, random, series -> {
            List<Belief> beliefs = run(series);
            return beliefs.stream()
                    .skip(recent + 1L)
                    .mapToDouble(b -> b.changedWithin(recent))
                    .max()
                    .orElse(0);
        });
        return FalseAlarms.simulated(
                (int) Arrays.stream(maxima).filter(m -> m > limit).count(), runs, expected.length);
    }
}
