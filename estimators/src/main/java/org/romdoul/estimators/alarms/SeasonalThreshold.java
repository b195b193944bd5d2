package org.romdoul.estimators.alarms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.romdoul.estimators.Refusal;

/**
 * Farrington's method in Noufaily's form: is this week's count high for the season, given the same weeks of earlier years, the
 * trend, and counts that vary more than Poisson? For series with three years of history and more; past outbreaks are
 * weighted down, so that they do not hide the next.
 *
 * <p>Source: Farrington et al., JRSS A 159 (1996) 547-563; Noufaily et al., Statist. Med. 32 (2013) 1206-1222. Golden values: R's
 * {@code surveillance::farringtonFlexible} 1.20.3 with {@code thresholdMethod = "nbPlugin"}.
 *
 * @param years earlier years looked at, 1 or more; a trend is fitted from 3 on
 * @param halfWindow periods to either side of the same period in earlier years that count as the same season
 * @param seasons seasons a year is cut into, the reference window being one; 1 uses the reference windows alone
 * @param gap latest periods left out of the history, so that a slow rise does not become its own baseline
 * @param alpha chance of a false alarm in any one period, in (0, 0.5)
 */
public record SeasonalThreshold(int years, int halfWindow, int seasons, int gap, double alpha) {

    /** Noufaily's settings for weeks: five years, three weeks, ten seasons, half a year, one in forty. */
    public static final SeasonalThreshold WEEKLY = new SeasonalThreshold(5, 3, 10, 26, 0.025);

    private static final double OUTLYING = 2.58;
    private static final int FEWEST = 5;
    private static final int RECENT = 4;
    private static final int MOST_STEPS = 60;

    public SeasonalThreshold {
        if (years < 1 || halfWindow < 0 || seasons < 1 || gap < 0 || !(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("no threshold has " + years + " years, half window " + halfWindow + ", "
                    + seasons + " seasons, gap " + gap + " and alpha " + alpha);
        }
    }

    /**
     * What one period's count means.
     *
     * @param expected events expected from season and trend
     * @param threshold largest count that is no alarm
     * @param dispersion variance over mean, 1 or more
     * @param trend whether a trend was used; it is dropped where it would run beyond all that was ever seen
     * @param chance probability of a count as large as this one if nothing has changed
     * @param falseAlarm exact chance that a period like this one rings though nothing has changed
     * @param alarm whether it rings: above the threshold, and five events or more in the last four periods
     */
    public record Verdict(
            double expected,
            int threshold,
            double dispersion,
            boolean trend,
            double chance,
            double falseAlarm,
            boolean alarm) {}

    /**
     * Judges one period of a series.
     *
     * @param counts events by period, in order, at least up to the period judged
     * @param exposure effort by period, above 0, as many; all 1 if it was constant
     * @param now index of the period judged
     * @param periodsInYear 52 for weeks, 12 for months
     * @throws Refusal if the history is too short, or no model fits it
     */
    public Verdict judge(int[] counts, double[] exposure, int now, int periodsInYear) {
        int[] same = IntStream.rangeClosed(0, years)
                .map(y -> now - y * periodsInYear)
                .toArray();
        return judge(counts, exposure, same);
    }

    /**
     * The same where years differ in length, as with ISO weeks.
     *
     * @param same index of the period judged, then of the same period one year earlier, two, and so on for all {@link #years()}
     */
    public Verdict judge(int[] counts, double[] exposure, int[] same) {
        int now = same[0];
        if (same.length != years + 1 || exposure.length != counts.length || now >= counts.length) {
            throw new IllegalArgumentException(same.length + " reference periods for " + years + " years, "
                    + counts.length + " counts and " + exposure.length + " exposures");
        }
        List<Integer> history = history(same);
        int largest = history.stream().mapToInt(t -> counts[t]).max().orElse(0);
        if (largest == 0) {
            throw Refusal.of(
                    "series",
                    "no event in all " + history.size() + " periods of its history",
                    "Never yet is not never, and no season can be read from it; use a chart for a known rate instead.");
        }
        Fit fit = fit(counts, exposure, same, history, years >= 3);
        boolean trend = years >= 3 && fit.expected() <= largest;
        if (years >= 3 && !trend) {
            fit = fit(counts, exposure, same, history, false);
        }
        return verdict(counts, now, fit, trend);
    }

    private Verdict verdict(int[] counts, int now, Fit fit, boolean trend) {
        int threshold = quantile(fit);
        int recent =
                Arrays.stream(counts, Math.max(0, now - RECENT + 1), now + 1).sum();
        int count = counts[now];
        return new Verdict(
                fit.expected(),
                threshold,
                fit.dispersion(),
                trend,
                1 - below(fit, count - 1),
                1 - below(fit, threshold),
                count > threshold && recent >= FEWEST);
    }

    private int quantile(Fit fit) {
        int low = -1;
        int high = 1;
        while (below(fit, high) < 1 - alpha) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            boolean enough = below(fit, middle) >= 1 - alpha;
            low = enough ? low : middle;
            high = enough ? middle : high;
        }
        return high;
    }

    /** Probability of a count up to this, negative binomial with variance dispersion times mean. */
    private static double below(Fit fit, int count) {
        if (count < 0) {
            return 0;
        }
        return fit.dispersion() > 1
                ? RegularizedBeta.value(1 / fit.dispersion(), fit.expected() / (fit.dispersion() - 1), count + 1.0)
                : PoissonDistribution.of(fit.expected()).cumulativeProbability(count);
    }

    /** Season of each period from the first window to now, the reference windows being season 0; -1 elsewhere. */
    private int[] seasonOf(int[] same) {
        int[] season = new int[same[0] + 1];
        Arrays.fill(season, -1);
        Arrays.fill(season, Math.max(0, same[0] - halfWindow), same[0] + 1, 0);
        for (int year = 1; year < same.length; year++) {
            int reference = same[year];
            Arrays.fill(season, reference - halfWindow, Math.min(season.length, reference + halfWindow + 1), 0);
            if (seasons > 1) {
                int between = same[year - 1] - 2 * halfWindow - 1 - reference;
                int at = reference + halfWindow + 1;
                for (int s = 0; s < seasons - 1; s++) {
                    int length = between / (seasons - 1) + (s < between % (seasons - 1) ? 1 : 0);
                    Arrays.fill(season, at, at + length, s + 1);
                    at += length;
                }
            }
        }
        return season;
    }

    private List<Integer> history(int[] same) {
        int oldest = same[same.length - 1] - halfWindow;
        for (int year = 1; year < same.length; year++) {
            if (same[year - 1] - same[year] < 2 * halfWindow + seasons) {
                throw new IllegalArgumentException("a year of " + (same[year - 1] - same[year])
                        + " periods cannot be cut into " + seasons + " seasons");
            }
        }
        if (oldest < 0) {
            throw Refusal.of(
                    "series",
                    -oldest + " periods short of " + years + " years of history",
                    "Without the same season of earlier years nothing says what is usual; ask for fewer years.");
        }
        int[] season = seasonOf(same);
        var history = new ArrayList<Integer>();
        for (int t = oldest; t < same[0] - gap; t++) {
            if (season[t] >= 0) {
                history.add(t);
            }
        }
        return history;
    }

    /** A fitted baseline at the period judged. */
    private record Fit(double expected, double dispersion) {}

    private Fit fit(int[] counts, double[] exposure, int[] same, List<Integer> history, boolean trend) {
        int[] season = seasonOf(same);
        int now = same[0];
        int n = history.size();
        int[] present = history.stream()
                .mapToInt(t -> season[t])
                .filter(s -> s > 0)
                .distinct()
                .sorted()
                .toArray();
        int terms = 1 + (trend ? 1 : 0) + present.length;
        double[][] x = new double[n][terms];
        double[] y = new double[n];
        double[] offset = new double[n];
        for (int i = 0; i < n; i++) {
            int t = history.get(i);
            x[i][0] = 1;
            if (trend) {
                x[i][1] = (double) (t - now) / now;
            }
            int at = Arrays.binarySearch(present, season[t]);
            if (at >= 0) {
                x[i][terms - present.length + at] = 1;
            }
            y[i] = counts[t];
            offset[i] = Math.log(Period.requireExpected(exposure[t]));
        }
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        Regression first = regress(x, y, offset, weights).orElse(null);
        if (first != null) {
            first.reweight(y, weights);
            Regression second = regress(x, y, offset, weights).orElse(null);
            if (second != null) {
                // in the coding above the period judged is season 0 and time 0, so the intercept is its prediction
                double expected = exposure[now] * Math.exp(second.intercept);
                return new Fit(expected, second.dispersion);
            }
        }
        if (trend) {
            return fit(counts, exposure, same, history, false);
        }
        throw Refusal.of(
                "series",
                "no log-linear model fits its history",
                "There were too few events or too few periods in it; use fewer seasons, or a chart for a known rate.");
    }

    /** A quasi-Poisson regression with log link. */
    private static final class Regression {
        private final double intercept;
        private final double dispersion;
        private final double[] fitted;
        private final double[] leverage;

        Regression(double intercept, double dispersion, double[] fitted, double[] leverage) {
            this.intercept = intercept;
            this.dispersion = Math.max(1, dispersion);
            this.fitted = fitted;
            this.leverage = leverage;
        }

        /** Weights down the periods whose Anscombe residual is far above. */
        void reweight(double[] y, double[] weights) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                double mu = fitted[i];
                double anscombe = 1.5 * (Math.cbrt(y[i] * y[i]) * Math.pow(mu, -1 / 6.0) - Math.sqrt(mu));
                double residual = anscombe / Math.sqrt(dispersion * Math.max(1e-12, 1 - leverage[i]));
                weights[i] = residual > OUTLYING ? 1 / (residual * residual) : 1;
                sum += weights[i];
            }
            for (int i = 0; i < y.length; i++) {
                weights[i] *= y.length / sum;
            }
        }
    }

    /** Iterated weighted least squares; empty if the history does not determine the model. */
    private static Optional<Regression> regress(double[][] x, double[] y, double[] offset, double[] weights) {
        int n = y.length;
        int terms = x[0].length;
        if (n <= terms) {
            return Optional.empty();
        }
        double[] mu = Arrays.stream(y).map(v -> v + 0.1).toArray();
        double[] beta = new double[terms];
        double[][] inverse = new double[terms][terms];
        double deviance = Double.MAX_VALUE;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[][] gram = new double[terms][terms];
            double[] right = new double[terms];
            for (int i = 0; i < n; i++) {
                double w = weights[i] * mu[i];
                double z = Math.log(mu[i]) - offset[i] + (y[i] - mu[i]) / mu[i];
                for (int a = 0; a < terms; a++) {
                    right[a] += w * x[i][a] * z;
                    for (int b = 0; b < terms; b++) {
                        gram[a][b] += w * x[i][a] * x[i][b];
                    }
                }
            }
            Optional<double[][]> inverted = invert(gram);
            if (inverted.isEmpty()) {
                return Optional.empty();
            }
            inverse = inverted.get();
            double before = deviance;
            deviance = 0;
            for (int a = 0; a < terms; a++) {
                beta[a] = dot(inverse[a], right);
            }
            for (int i = 0; i < n; i++) {
                mu[i] = Math.exp(Math.clamp(offset[i] + dot(x[i], beta), -30, 30));
                deviance += 2 * weights[i] * ((y[i] > 0 ? y[i] * Math.log(y[i] / mu[i]) : 0) - (y[i] - mu[i]));
            }
            if (Math.abs(deviance - before) < 1e-12 * (Math.abs(deviance) + 0.1)) {
                return Optional.of(conclude(x, y, weights, mu, beta[0], inverse));
            }
        }
        return Optional.empty();
    }

    private static Regression conclude(
            double[][] x, double[] y, double[] weights, double[] mu, double intercept, double[][] inverse) {
        double pearson = 0;
        double[] leverage = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            pearson += weights[i] * (y[i] - mu[i]) * (y[i] - mu[i]) / mu[i];
            double quadratic = 0;
            for (int a = 0; a < x[i].length; a++) {
                quadratic += x[i][a] * dot(inverse[a], x[i]);
            }
            leverage[i] = weights[i] * mu[i] * quadratic;
        }
        return new Regression(intercept, pearson / (y.length - x[0].length), mu, leverage);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Gauss and Jordan's inversion of a positive definite matrix; empty if it is singular. */
    private static Optional<double[][]> invert(double[][] a) {
        int n = a.length;
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            inverse[i][i] = 1;
        }
        for (int col = 0; col < n; col++) {
            double pivot = a[col][col];
            if (!(pivot > 1e-13)) {
                return Optional.empty();
            }
            for (int j = 0; j < n; j++) {
                a[col][j] /= pivot;
                inverse[col][j] /= pivot;
            }
            for (int row = 0; row < n; row++) {
                double factor = a[row][col];
                if (row != col && factor != 0) {
                    for (int j = 0; j < n; j++) {
                        a[row][j] -= factor * a[col][j];
                        inverse[row][j] -= factor * inverse[col][j];
                    }
                }
            }
        }
        return Optional.of(inverse);
    }
}
