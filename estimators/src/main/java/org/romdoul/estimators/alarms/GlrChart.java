package org.romdoul.estimators.alarms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * A chart for a rise of unknown size at an unknown time: for each possible beginning it asks how much more likely the counts since
 * then are under the best fitting factor than under none, and rings when the logarithm of that reaches the threshold.
 *
 * <p>Counts are Poisson, or negative binomial with variance mean + {@code dispersion} mean^2, which counts of cases usually are: a
 * Poisson chart on such counts rings far too often.
 *
 * @param threshold where it rings; see {@link #calibrate}
 * @param dispersion 0 for Poisson, more for the negative binomial
 * @param factor the rise looked for, more than 1, if it is known; empty to fit it
 * @param window longest time since the beginning of a rise that is looked at, in periods
 */
public record GlrChart(double threshold, double dispersion, OptionalDouble factor, int window) {

    private static final int MOST_STEPS = 100;

    public GlrChart {
        if (!(threshold > 0) || !(dispersion >= 0) || window < 1 || factor.orElse(2) <= 1) {
            throw new IllegalArgumentException("no chart has threshold " + threshold + ", dispersion " + dispersion
                    + ", factor " + factor + " and window " + window);
        }
    }

    /**
     * Where the chart stands after a period.
     *
     * @param statistic logarithm of the largest likelihood ratio, 0 or more
     * @param alarm whether it rang; the chart then begins again
     * @param rise how many times as many events as expected, since the likeliest beginning; 1 if there is no rise
     * @param periods how many periods that is
     */
    public record Point(double statistic, boolean alarm, double rise, int periods) {}

    /**
     * The chart whose chance of any false alarm within the given periods is as wanted, by simulation.
     *
     * @param expected events expected in control in each of the periods
     * @param falseAlarmProbability wanted chance of at least one false alarm within them, in (0, 1)
     * @param runs simulated series; 2,000 fix the probability to about 0.005
     * @param random source of chance
     */
    public static GlrChart calibrate(
            double[] expected,
            double dispersion,
            OptionalDouble factor,
            int window,
            double falseAlarmProbability,
            int runs,
            RandomGenerator random) {
        if (!(falseAlarmProbability > 0 && falseAlarmProbability < 1)) {
            throw new IllegalArgumentException("a false-alarm probability of " + falseAlarmProbability);
        }
        var open = new GlrChart(Double.MAX_VALUE, dispersion, factor, window);
        double[] maxima = FalseAlarms.simulateMaxima(expected, 1, dispersion, runs, random, open::largest);
        int at = (int) Math.min(runs - 1, Math.ceil((1 - falseAlarmProbability) * runs));
        return new GlrChart(Math.max(Double.MIN_NORMAL, Math.nextUp(maxima[at])), dispersion, factor, window);
    }

    /** Chance of at least one false alarm within the given periods, by simulation. */
    public FalseAlarms falseAlarms(double[] expected, int runs, RandomGenerator random) {
        return falseAlarms(expected, 1, runs, random);
    }

    /**
     * The same where what is usual was misjudged.
     *
     * @param expected events the chart takes to be usual in each period
     * @param factor how many times as many are usual in truth
     */
    public FalseAlarms falseAlarms(double[] expected, double factor, int runs, RandomGenerator random) {
        var open = new GlrChart(Double.MAX_VALUE, dispersion, this.factor, window);
        double[] maxima = FalseAlarms.simulateMaxima(expected, factor, dispersion, runs, random, open::largest);
        int ringing = (int) Arrays.stream(maxima).filter(m -> m >= threshold).count();
        return FalseAlarms.simulated(ringing, runs, expected.length);
    }

    private double largest(List<Period> periods) {
        return run(periods).stream().mapToDouble(Point::statistic).max().orElse(0);
    }

    /** Runs the chart over periods in order of time. */
    public List<Point> run(List<Period> periods) {
        var points = new ArrayList<Point>();
        int start = 0;
        for (int now = 0; now < periods.size(); now++) {
            Point point = point(periods, Math.max(start, now - window + 1), now);
            points.add(point);
            start = point.alarm() ? now + 1 : start;
        }
        return List.copyOf(points);
    }

    private Point point(List<Period> periods, int earliest, int now) {
        double best = 0;
        double rise = 1;
        int length = 0;
        double counted = 0;
        double expected = 0;
        double ratio = 0;
        boolean even = true;
        for (int begin = now; begin >= earliest; begin--) {
            Period period = periods.get(begin);
            counted += period.count();
            expected += period.expected();
            double fitted = 1;
            if (factor.isPresent()) {
                fitted = factor.getAsDouble();
                ratio += logRatio(period, fitted);
            } else if (counted > expected) {
                even &= period.expected() == periods.get(now).expected();
                fitted = dispersion > 0 && !even ? fit(periods, begin, now, counted / expected) : counted / expected;
                ratio = even || dispersion == 0
                        ? logRatio(counted, expected, now - begin + 1, fitted)
                        : sum(periods, begin, now, fitted);
            } else {
                even &= period.expected() == periods.get(now).expected();
                ratio = 0;
            }
            if (ratio > best) {
                best = ratio;
                rise = fitted;
                length = now - begin + 1;
            }
        }
        return new Point(best, best >= threshold, rise, length);
    }

    private double logRatio(Period period, double rise) {
        return logRatio(period.count(), period.expected(), 1, rise);
    }

    /** Of so many periods of the same effort, or for Poisson counts of any. */
    private double logRatio(double counted, double expected, int periods, double rise) {
        double up = counted * Math.log(rise);
        double mean = expected / periods;
        return dispersion > 0
                ? up
                        - (counted + periods / dispersion)
                                * Math.log((1 + dispersion * mean * rise) / (1 + dispersion * mean))
                : up - expected * (rise - 1);
    }

    private double sum(List<Period> periods, int begin, int now, double rise) {
        double sum = 0;
        for (int i = begin; i <= now; i++) {
            sum += logRatio(periods.get(i), rise);
        }
        return sum;
    }

    /**
     * The factor under which the counts are likeliest, above 1. Where effort is the same throughout it is counted over expected, as for
     * Poisson counts; it is near that otherwise. The score falls in the factor, so Newton's steps are kept between bounds that close in on its zero.
     */
    private double fit(List<Period> periods, int begin, int now, double start) {
        if (score(periods, begin, now, 1) <= 0) {
            return 1;
        }
        double low = 1;
        double high = Double.POSITIVE_INFINITY;
        double rise = start;
        for (int step = 0; step < MOST_STEPS; step++) {
            double score = score(periods, begin, now, rise);
            low = score > 0 ? rise : low;
            high = score > 0 ? high : rise;
            double next = rise - score / slope(periods, begin, now, rise);
            if (!(next > low && next < high)) {
                next = Double.isInfinite(high) ? 2 * low : (low + high) / 2;
            }
            if (Math.abs(next - rise) <= 1e-12 * rise) {
                return next;
            }
            rise = next;
        }
        return rise;
    }

    private double slope(List<Period> periods, int begin, int now, double rise) {
        double slope = 0;
        for (int i = begin; i <= now; i++) {
            double mean = periods.get(i).expected();
            double under = 1 + dispersion * mean * rise;
            slope -= mean * (1 + dispersion * periods.get(i).count()) / (under * under);
        }
        return slope;
    }

    private double score(List<Period> periods, int begin, int now, double rise) {
        double score = 0;
        for (int i = begin; i <= now; i++) {
            double mean = periods.get(i).expected();
            score += (periods.get(i).count() - mean * rise) / (1 + dispersion * mean * rise);
        }
        return score;
    }
}
