package org.romdoul.estimators;

import java.util.Arrays;

/**
 * What a bootstrap found.
 *
 * @param value the estimate from the sample itself
 * @param replicates the estimates from the resamples, in the order drawn; at least 2
 */
@SuppressWarnings("ArrayRecordComponent") // ten thousand numbers, compared by nobody
public record Bootstrap(double value, double[] replicates) {

    public Bootstrap {
        replicates = replicates.clone();
    }

    @Override
    public double[] replicates() {
        return replicates.clone();
    }

    /** Standard deviation of the replicates about their mean. */
    public double standardError() {
        double mean = Arrays.stream(replicates).average().orElse(value);
        double squares =
                Arrays.stream(replicates).map(r -> (r - mean) * (r - mean)).sum();
        return Math.sqrt(squares / (replicates.length - 1));
    }

    /** Percentile interval: the share (1 - level)/2 of the replicates lies beyond each limit (interpolated as R's type 7). */
    public Interval percentile(double level) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        double[] sorted = replicates.clone();
        Arrays.sort(sorted);
        return new Interval(quantile(sorted, tail), quantile(sorted, 1 - tail), level);
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
