package org.romdoul.estimators.mse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.romdoul.estimators.Interval;

/**
 * A lower bound on the total when people differ in how easily they are listed: from those on one list and those on
 * two, {@code observed + (t-1)/t f1^2 / (2 f2)} for {@code t} lists (Chao 1987). This is the log-linear form of Rivest
 * and Baillargeon (2007), which also uses the people on three and more lists as long as they are no more than the two
 * counts predict; with two counts only it is the formula above. Lists need not be independent, but where they attract the
 * same people the bound falls, and where they avoid each other it can lie above the truth.
 */
public final class ChaoLowerBound {
    private ChaoLowerBound() {}

    /** The bound with its 95 % interval; none when nobody is on exactly one list and nobody on two. */
    public static PopulationSize of(CaptureTable table) {
        int lists = table.lists();
        double[] onLists = new double[lists + 1];
        for (int k = 1; k <= lists; k++) {
            onLists[k] = table.onExactly(k);
        }
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (table.observed() - onLists[1] < 10) {
            flags.add(Flag.FEW_ON_SEVERAL_LISTS);
        }
        if (onLists[1] == 0) {
            return new PopulationSize.None(Method.LOWER_BOUND, "nobody is on exactly one list");
        }
        if (onLists[2] == 0) {
            return withNobodyOnTwo(table, onLists[1], flags);
        }
        return total(table, GeometricFit.of(onLists), flags);
    }

    private static PopulationSize withNobodyOnTwo(CaptureTable table, double onOne, Set<Flag> flags) {
        double share = (table.lists() - 1.0) / table.lists();
        flags.add(Flag.NOBODY_ON_TWO_LISTS);
        double total = table.observed() + share * onOne * (onOne - 1) / 2;
        return new PopulationSize.Total(Method.LOWER_BOUND, table.observed(), total, Map.of(), flags, Optional.empty());
    }

    private static PopulationSize total(CaptureTable table, GeometricFit fit, Set<Flag> flags) {
        double unseen = Math.exp(fit.intercept);
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025);
        double factor = Math.exp(z * fit.error);
        Interval interval = new Interval(table.observed() + unseen / factor, table.observed() + unseen * factor, 0.95);
        return new PopulationSize.Total(
                Method.LOWER_BOUND,
                table.observed(),
                table.observed() + unseen,
                Map.of(Limits.LOG_NORMAL, interval),
                flags,
                Optional.empty());
    }

    /**
     * Poisson regression of the numbers of people on k lists on {@code log C(t,k) + intercept + slope k}. Counts of three
     * and more that lie above the line have a parameter of their own, which takes them out; those below stay in.
     *
     * @param intercept log of the expected number on no list
     * @param error standard error of the intercept
     */
    private record GeometricFit(double intercept, double slope, double error) {

        static GeometricFit of(double[] onLists) {
            List<Integer> used = new ArrayList<>(List.of(1, 2));
            GeometricFit fit = on(onLists, used);
            for (int k = 3; k < onLists.length; k++) {
                if (onLists[k] < fit.expected(k, onLists.length - 1)) {
                    used.add(k);
                }
            }
            return settle(onLists, used);
        }

        /** Counts go out of the line as long as one of three and more lies above it; each step lets one go. */
        private static GeometricFit settle(double[] onLists, List<Integer> used) {
            int lists = onLists.length - 1;
            while (true) {
                GeometricFit fit = on(onLists, used);
                Optional<Integer> above = used.stream()
                        .filter(k -> k > 2 && onLists[k] > fit.expected(k, lists) + 1e-9)
                        .findFirst();
                if (above.isEmpty()) {
                    return fit;
                }
                used.remove(above.get());
            }
        }

        private double expected(int k, int lists) {
            return Math.exp(intercept + slope * k + logChoose(lists, k));
        }

        private static GeometricFit on(double[] onLists, List<Integer> used) {
            int lists = onLists.length - 1;
            double slope = Math.log(onLists[2] / onLists[1]) - logChoose(lists, 2) + logChoose(lists, 1);
            GeometricFit fit = new GeometricFit(Math.log(onLists[1]) - logChoose(lists, 1) - slope, slope, 0);
            for (int step = 0; step < 100; step++) {
                double w0 = 0;
                double w1 = 0;
                double w2 = 0;
                double g0 = 0;
                double g1 = 0;
                for (int k : used) {
                    double mean = fit.expected(k, lists);
                    w0 += mean;
                    w1 += k * mean;
                    w2 += k * k * mean;
                    g0 += onLists[k] - mean;
                    g1 += k * (onLists[k] - mean);
                }
                double determinant = w0 * w2 - w1 * w1;
                double move = (w2 * g0 - w1 * g1) / determinant;
                double turn = (w0 * g1 - w1 * g0) / determinant;
                fit = new GeometricFit(fit.intercept + move, fit.slope + turn, Math.sqrt(w2 / determinant));
                if (Math.abs(move) + Math.abs(turn) < 1e-12) {
                    break;
                }
            }
            return fit;
        }

        private static double logChoose(int n, int k) {
            return LogFactorial.of(n) - LogFactorial.of(k) - LogFactorial.of(n - k);
        }
    }
}
