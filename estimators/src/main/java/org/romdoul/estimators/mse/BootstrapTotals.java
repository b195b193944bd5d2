package org.romdoul.estimators.mse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.romdoul.estimators.Interval;

/**
 * Percentile and BCa limits from bootstrap totals (Efron 1987, JASA 82; DiCiccio and Efron 1996). Both are always
 * given: BCa corrects bias, but on sparse tables its corrected level can fall below what the resamples resolve, and
 * then its limit is merely the smallest resample. That is flagged.
 */
public final class BootstrapTotals {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double[] totals;
    private final int asked;
    private final double estimate;
    private final double acceleration;
    private final boolean jackknifeIncomplete;

    private BootstrapTotals(
            double[] totals, int asked, double estimate, double acceleration, boolean jackknifeIncomplete) {
        this.totals = totals;
        this.asked = asked;
        this.estimate = estimate;
        this.acceleration = acceleration;
        this.jackknifeIncomplete = jackknifeIncomplete;
    }

    /**
     * From totals that were made elsewhere.
     *
     * @param estimate the total of the whole table
     * @param totals one total for each resample, at least one, in any order
     * @param leftOut the total with one person less of a history, for each history
     * @param weights number of people with this history, same length
     */
    public static BootstrapTotals of(double estimate, double[] totals, double[] leftOut, int[] weights) {
        double[] sorted = totals.clone();
        Arrays.sort(sorted);
        return new BootstrapTotals(sorted, totals.length, estimate, acceleration(leftOut, weights), false);
    }

    static BootstrapTotals run(
            CaptureTable table, double estimate, Resampling plan, Supplier<Resampler.Estimator> estimators) {
        List<OptionalDouble> drawn = new Resampler(table).run(plan, estimators);
        double[] totals = drawn.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .sorted()
                .toArray();
        List<OptionalDouble> jackknife = new ArrayList<>();
        int[] weights = table.counts();
        Resampler.Estimator estimator = estimators.get();
        for (int history = 1; history < weights.length; history++) {
            jackknife.add(weights[history] == 0 ? OptionalDouble.empty() : withoutOne(table, history, estimator));
        }
        int[] used = new int[jackknife.size()];
        double[] leftOut = new double[jackknife.size()];
        boolean incomplete = false;
        for (int i = 0; i < used.length; i++) {
            used[i] = jackknife.get(i).isPresent() ? weights[i + 1] : 0;
            leftOut[i] = jackknife.get(i).orElse(0);
            incomplete |= weights[i + 1] > used[i];
        }
        return new BootstrapTotals(totals, plan.replicates(), estimate, acceleration(leftOut, used), incomplete);
    }

    private static OptionalDouble withoutOne(CaptureTable table, int history, Resampler.Estimator estimator) {
        int[] counts = table.counts();
        counts[history]--;
        return estimator.total(counts);
    }

    private static double acceleration(double[] leftOut, int[] weights) {
        double people = 0;
        double sum = 0;
        for (int i = 0; i < leftOut.length; i++) {
            people += weights[i];
            sum += weights[i] * leftOut[i];
        }
        double squares = 0;
        double cubes = 0;
        for (int i = 0; i < leftOut.length; i++) {
            double less = sum / people - leftOut[i];
            squares += weights[i] * less * less;
            cubes += weights[i] * less * less * less;
        }
        return squares > 0 ? cubes / (6 * Math.pow(squares, 1.5)) : 0;
    }

    /** Totals of the resamples that had one, ascending. */
    public double[] totals() {
        return totals.clone();
    }

    /** Number of resamples that had no estimate. */
    public int failed() {
        return asked - totals.length;
    }

    /** The acceleration of BCa, from leaving out one person of each history in turn. */
    public double acceleration() {
        return acceleration;
    }

    /** The bias correction of BCa, z0; empty where the estimate lies outside all resamples. */
    public OptionalDouble bias() {
        double below = Arrays.stream(totals).filter(total -> total < estimate).count() / (double) totals.length;
        return below > 0 && below < 1
                ? OptionalDouble.of(NORMAL.inverseCumulativeProbability(below))
                : OptionalDouble.empty();
    }

    /** Limits at the plain quantiles; empty when no resample had an estimate. */
    public Optional<Interval> percentile(double level) {
        return between(level, (1 - level) / 2, (1 + level) / 2);
    }

    /** Bias-corrected and accelerated limits; empty when {@link Flag#BCA_NOT_AVAILABLE}. */
    public Optional<Interval> bca(double level) {
        OptionalDouble lower = corrected((1 - level) / 2);
        OptionalDouble upper = corrected((1 + level) / 2);
        if (lower.isEmpty() || upper.isEmpty()) {
            return Optional.empty();
        }
        return between(level, lower.getAsDouble(), upper.getAsDouble());
    }

    private Optional<Interval> between(double level, double lower, double upper) {
        if (totals.length == 0) {
            return Optional.empty();
        }
        return Optional.of(new Interval(quantile(lower), quantile(upper), level));
    }

    /** The level of the resamples that stands for a nominal one; empty when the correction has no solution. */
    private OptionalDouble corrected(double nominal) {
        if (bias().isEmpty()) {
            return OptionalDouble.empty();
        }
        double bias = bias().getAsDouble();
        double shifted = bias + NORMAL.inverseCumulativeProbability(nominal);
        double denominator = 1 - acceleration * shifted;
        if (denominator <= 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(NORMAL.cumulativeProbability(bias + shifted / denominator));
    }

    /** Flags for limits at this level. */
    public Set<Flag> flags(double level) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        OptionalDouble lower = corrected((1 - level) / 2);
        OptionalDouble upper = corrected((1 + level) / 2);
        if (lower.isEmpty() || upper.isEmpty()) {
            flags.add(Flag.BCA_NOT_AVAILABLE);
        } else if (isBeyond(lower.getAsDouble()) || isBeyond(upper.getAsDouble())) {
            flags.add(Flag.BCA_BEYOND_RESOLUTION);
        }
        if (failed() > 0) {
            flags.add(Flag.NO_ESTIMATE_IN_SOME_RESAMPLES);
        }
        if (asked < 1000) {
            flags.add(Flag.FEW_RESAMPLES);
        }
        if (jackknifeIncomplete) {
            flags.add(Flag.JACKKNIFE_INCOMPLETE);
        }
        return flags;
    }

    private boolean isBeyond(double level) {
        return Math.min(level, 1 - level) < 1.0 / totals.length;
    }

    /** Quantile of type 8 of Hyndman and Fan (1996), median-unbiased whatever the distribution. */
    private double quantile(double level) {
        double position = level * (totals.length + 1 / 3.0) + 1 / 3.0;
        int below = (int) Math.floor(position + 4 * Math.ulp(1.0));
        double part = Math.max(0, position - below);
        double left = totals[Math.clamp(below - 1, 0, totals.length - 1)];
        double right = totals[Math.clamp(below, 0, totals.length - 1)];
        return part < 4 * Math.ulp(1.0) ? left : left + part * (right - left);
    }

    /** The estimate with both intervals at 95 % and what must be told with them. */
    PopulationSize addTo(PopulationSize.Total total) {
        Map<Limits, Interval> intervals = new EnumMap<>(Limits.class);
        intervals.putAll(total.intervals());
        percentile(0.95).ifPresent(limits -> intervals.put(Limits.PERCENTILE, limits));
        bca(0.95).ifPresent(limits -> intervals.put(Limits.BCA, limits));
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(total.flags());
        flags.addAll(flags(0.95));
        return new PopulationSize.Total(total.method(), total.observed(), total.total(), intervals, flags, total.fit());
    }
}
