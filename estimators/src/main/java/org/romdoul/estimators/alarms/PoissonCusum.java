package org.romdoul.estimators.alarms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.romdoul.estimators.Refusal;

/**
 * A cumulative sum of what was counted beyond a reference value, S = max(0, S + count - reference), which rings when it reaches the
 * threshold. Among all charts with as few false alarms it is the quickest to see the rise it was designed for.
 *
 * <p>Reference and threshold are multiples of 1/{@code grid}, so that S takes finitely many values and the run length is that of a
 * Markov chain: exact, not approximated. (R's {@code arlCusum} rounds a reference of 0.75 to 0.8 by default, and then answers
 * for 0.8.) In a period with other effort than usual the reference is taken in proportion, to the nearest 1/{@code grid}.
 *
 * @param usual events expected in a usual period in control, more than 0
 * @param reference what is subtracted in a usual period, a multiple of 1/{@code grid}
 * @param threshold where it rings, another
 * @param headStart value S begins with, also after an alarm: 0, or half the threshold for a fast first response (FIR)
 * @param grid steps to one event, 1 or more
 */
public record PoissonCusum(double usual, double reference, double threshold, double headStart, int grid) {

    private static final int MOST_STATES = 1000;

    public PoissonCusum {
        Period.requireExpected(usual);
        if (grid < 1 || !(threshold > 0) || !(reference > 0) || !(headStart >= 0 && headStart < threshold)) {
            throw new IllegalArgumentException("no chart has reference " + reference + ", threshold " + threshold
                    + ", head start " + headStart + " and grid " + grid);
        }
        requireOnGrid("reference", reference, grid);
        requireOnGrid("threshold", threshold, grid);
        requireOnGrid("head start", headStart, grid);
        if (threshold * grid > MOST_STATES) {
            throw new IllegalArgumentException("a threshold of " + threshold + " on a grid of 1/" + grid
                    + " has more than " + MOST_STATES + " states");
        }
    }

    private static void requireOnGrid(String name, double value, int grid) {
        if (Math.abs(value * grid - Math.rint(value * grid)) > 1e-6) {
            throw new IllegalArgumentException("a " + name + " of " + value + " is no multiple of 1/" + grid
                    + "; ask for the nearest chart on the grid");
        }
    }

    /** The chart nearest to these values that a grid has. */
    public static PoissonCusum onGrid(double usual, double reference, double threshold, double headStart, int grid) {
        return new PoissonCusum(
                usual,
                (double) steps(reference, grid) / grid,
                (double) steps(threshold, grid) / grid,
                (double) steps(headStart, grid) / grid,
                grid);
    }

    private static int steps(double value, int grid) {
        return (int) Math.round(value * grid);
    }

    /** Best reference for a rise from one mean to another: (l1 - l0) / (ln l1 - ln l0). */
    public static double bestReference(double inControl, double risen) {
        if (!(inControl > 0) || !(risen > inControl)) {
            throw new IllegalArgumentException("a rise from " + inControl + " to " + risen + " is none");
        }
        return (risen - inControl) / (Math.log(risen) - Math.log(inControl));
    }

    /**
     * The chart for a rise that matters, with the lowest threshold that rings falsely no more often than wanted.
     *
     * @param usual events expected in a usual period in control
     * @param factor how many times as many would matter, more than 1
     * @param periodsBetweenFalseAlarms mean number of periods wanted between false alarms: 120 for ten years of months
     * @param fastResponse whether to begin at half the threshold
     * @throws Refusal if no threshold of a chart of this kind is high enough
     */
    public static PoissonCusum design(
            double usual, double factor, double periodsBetweenFalseAlarms, boolean fastResponse) {
        if (!(periodsBetweenFalseAlarms > 1)) {
            throw new IllegalArgumentException("false alarms every " + periodsBetweenFalseAlarms + " periods");
        }
        double reference = bestReference(usual, usual * factor);
        int grid = Math.max(1, (int) Math.ceil(20 / reference));
        int low = 0;
        int high = grid;
        while (design(usual, reference, high, fastResponse, grid).averageRunLength(usual) < periodsBetweenFalseAlarms) {
            low = high;
            high *= 2;
            if (high > MOST_STATES) {
                throw Refusal.of(
                        "chart for " + usual + " expected events",
                        "false alarms only every " + periodsBetweenFalseAlarms + " periods cannot be had for a rise by "
                                + factor,
                        "So small a rise is not told from chance that surely; watch for a larger one, or count over longer periods.");
            }
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            boolean enough =
                    design(usual, reference, middle, fastResponse, grid).averageRunLength(usual)
                            >= periodsBetweenFalseAlarms;
            low = enough ? low : middle;
            high = enough ? middle : high;
        }
        return design(usual, reference, high, fastResponse, grid);
    }

    private static PoissonCusum design(double usual, double reference, int steps, boolean fastResponse, int grid) {
        double threshold = (double) steps / grid;
        double start = fastResponse ? (double) (steps / 2) / grid : 0;
        return onGrid(usual, reference, threshold, start, grid);
    }

    /**
     * Mean number of periods of usual effort until it rings, if that many events are expected: until a false alarm at the {@link
     * #usual} mean, until a true one at a higher.
     */
    public double averageRunLength(double mean) {
        int states = steps(threshold, grid);
        double[][] system = new double[states][states + 1];
        double[] chance = chances(Period.requireExpected(mean));
        int down = steps(reference, grid);
        for (int from = 0; from < states; from++) {
            system[from][from] = 1;
            system[from][states] = 1;
            for (int count = 0; count < chance.length; count++) {
                long to = Math.max(0, from - down + (long) grid * count);
                if (to >= states) {
                    break;
                }
                system[from][(int) to] -= chance[count];
            }
        }
        return solve(system)[steps(headStart, grid)];
    }

    /** Probabilities of 0, 1, 2 events and so on, as far as they can stay below the threshold. */
    private double[] chances(double mean) {
        var poisson = PoissonDistribution.of(mean);
        int most = (int) Math.ceil(threshold + reference) + 1;
        double[] chance = new double[most + 1];
        for (int count = 0; count <= most; count++) {
            chance[count] = poisson.probability(count);
        }
        return chance;
    }

    /** Elimination without pivoting: I - Q is an M-matrix, for which it is stable. */
    private static double[] solve(double[][] a) {
        int n = a.length;
        for (int col = 0; col < n; col++) {
            for (int row = col + 1; row < n; row++) {
                double factor = a[row][col] / a[col][col];
                if (factor != 0) {
                    for (int j = col + 1; j <= n; j++) {
                        a[row][j] -= factor * a[col][j];
                    }
                }
            }
        }
        double[] x = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double sum = a[row][n];
            for (int j = row + 1; j < n; j++) {
                sum -= a[row][j] * x[j];
            }
            x[row] = sum / a[row][row];
        }
        return x;
    }

    /**
     * Exact chance of at least one false alarm over periods of any effort, if counts are Poisson and what is usual is known.
     *
     * @param expected events expected in control in each period
     */
    public FalseAlarms falseAlarms(double[] expected) {
        return falseAlarms(expected, 1);
    }

    /**
     * The same where what is usual was misjudged. What is usual is known from a baseline, and a short one leaves much open: ask for
     * the factors at both ends of its interval ({@link org.romdoul.estimators.Rate}).
     *
     * @param expected events the chart takes to be usual in each period
     * @param factor how many times as many are usual in truth
     */
    public FalseAlarms falseAlarms(double[] expected, double factor) {
        int states = steps(threshold, grid);
        double[] at = new double[states];
        at[steps(headStart, grid)] = 1;
        for (double mean : expected) {
            var poisson = PoissonDistribution.of(Period.requireExpected(mean * factor));
            int down = down(mean);
            double[] next = new double[states];
            for (int count = 0; (long) grid * count - down < states; count++) {
                double chance = poisson.probability(count);
                for (int from = 0; from < states; from++) {
                    long to = Math.max(0, from - down + (long) grid * count);
                    if (to >= states) {
                        break;
                    }
                    next[(int) to] += at[from] * chance;
                }
            }
            at = next;
        }
        double silent = Arrays.stream(at).sum();
        return new FalseAlarms(Math.clamp(1 - silent, 0, 1), expected.length, 0);
    }

    /**
     * The chance where counts vary more than the chart believes, by simulation.
     *
     * @param dispersion variance is mean + {@code dispersion} mean^2
     */
    public FalseAlarms falseAlarms(
            double[] expected, double factor, double dispersion, int runs, RandomGenerator random) {
        double[] rang = FalseAlarms.simulateMaxima(
                expected,
                factor,
                dispersion,
                runs,
                random,
                series -> run(series).stream().anyMatch(Point::alarm) ? 1 : 0);
        return FalseAlarms.simulated((int) Arrays.stream(rang).sum(), runs, expected.length);
    }

    private int down(double expected) {
        return steps(reference * expected / usual, grid);
    }

    /**
     * Where the chart stands after a period.
     *
     * @param statistic the cumulative sum
     * @param alarm whether it rang; the sum then begins again
     * @param sinceAlarm periods since it last stood at its start, this one among them: an estimate of when the rise began
     */
    public record Point(double statistic, boolean alarm, int sinceAlarm) {}

    /** Runs the chart over periods in order of time. */
    public List<Point> run(List<Period> periods) {
        var points = new ArrayList<Point>();
        int sum = steps(headStart, grid);
        int since = 0;
        for (Period period : periods) {
            int before = sum;
            sum = (int) Math.min(
                    Integer.MAX_VALUE, Math.max(0, before - down(period.expected()) + (long) grid * period.count()));
            since = sum == 0 ? 0 : since + 1;
            boolean alarm = sum >= steps(threshold, grid);
            points.add(new Point((double) sum / grid, alarm, since));
            if (alarm) {
                sum = steps(headStart, grid);
                since = 0;
            }
        }
        return List.copyOf(points);
    }
}
