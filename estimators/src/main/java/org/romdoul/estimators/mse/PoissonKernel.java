package org.romdoul.estimators.mse;

import java.util.Arrays;

/**
 * Newton's method for a Poisson log-linear model of capture histories, in work space that is used again and again; not
 * for two threads. Only margins are ever needed: the fitted cells are products of {@code exp(parameter)} over subsets,
 * and every entry of the information matrix is a superset sum of them. A set of lists that nobody is on gets the
 * parameter minus infinity: its factor is 0, so all its cells vanish (Chan, Silverman, Vincent 2021).
 *
 * <p>Bounds. With fitted cells {@code m}, Newton step {@code s} and {@code d = A s} in a cell, {@code m(1 + d)} has
 * exactly the margins of the data. If it is positive everywhere, the maximum exists; and by convex duality it lies at most
 * {@code sum m((1+d) log(1+d) - d)} above the current log-likelihood, which is at most the squared Newton decrement.
 */
final class PoissonKernel {
    private static final int PATIENCE = 12;
    private static final int LAST = 200;
    private static final double CLOSE = 1e-9;
    private static final double CLOSE_IN_EVERY_CELL = 1e-5;
    private static final double SINGULAR = 1e-11;
    private static final double LARGEST_CHANGE = 2;
    private static final double FARTHEST = 300;

    final Terms terms;
    final double[] theta;
    final int[] term;
    final double[][] lower;
    int finite;
    /** The number of Newton evaluations made so far, for those who measure. */
    long evaluations;

    private final double[] margin;
    private final double[] factor;
    private final double[] sums;
    private final double[] step;
    private final double[] change;
    private final double[] before;
    private final int[] empty;
    private int empties;
    private int[] counts = {};
    private double saturated;
    private boolean sound;
    private double logLikelihood;
    private double decrement;
    private double leastChange;
    private double largestChange;

    PoissonKernel(Terms terms) {
        this.terms = terms;
        int cells = 1 << terms.lists;
        int parameters = terms.parameters(terms.all());
        theta = new double[cells];
        term = new int[parameters];
        empty = new int[parameters];
        lower = new double[parameters][parameters];
        margin = new double[cells];
        factor = new double[cells];
        sums = new double[cells];
        step = new double[cells];
        change = new double[cells];
        before = new double[cells];
    }

    /** Takes a table in: {@code counts[history]}, length {@code 2^lists}, entry 0 not read. */
    void table(int[] counts) {
        this.counts = counts;
        saturated = 0;
        for (int cell = 1; cell < counts.length; cell++) {
            double n = counts[cell];
            margin[cell] = n;
            saturated += n > 0 ? n * Math.log(n) - n : 0;
        }
        margin[0] = 0;
        Cells.addSupersets(margin);
    }

    double margin(int set) {
        return margin[set];
    }

    /** Chooses the model; {@link #theta} keeps what it holds and is the start of the next fit. */
    void model(long model) {
        finite = 0;
        empties = 0;
        for (long left = model; left != 0; left &= left - 1) {
            take(terms.mask[Long.numberOfTrailingZeros(left)]);
        }
        for (int list = 0; list < terms.lists; list++) {
            take(1 << list);
        }
        take(0);
    }

    private void take(int set) {
        if (margin[set] > 0) {
            term[finite++] = set;
        } else {
            empty[empties++] = set;
        }
    }

    /** The start of R's {@code glm}: one weighted least-squares step from {@code count + 0.1}. */
    boolean coldStart() {
        Arrays.fill(factor, 1);
        excludeEmpty();
        Cells.multiplySubsets(factor);
        for (int cell = 1; cell < factor.length; cell++) {
            double mean = counts[cell] + 0.1;
            change[cell] = factor[cell] * (mean * Math.log(mean) + counts[cell] - mean);
            sums[cell] = factor[cell] * mean;
        }
        change[0] = 0;
        sums[0] = 0;
        Cells.addSupersets(change);
        Cells.addSupersets(sums);
        if (!factorise()) {
            return false;
        }
        for (int j = 0; j < finite; j++) {
            theta[term[j]] = change[term[j]];
        }
        solve(theta);
        return true;
    }

    private void excludeEmpty() {
        for (int i = 0; i < empties; i++) {
            factor[empty[i]] = 0;
        }
    }

    /** Fits from the present {@link #theta}, and if that leads nowhere from the counts. */
    Fit fit() {
        if (finite == 0) {
            return Fit.NONE;
        }
        Fit fit = climb();
        return fit == Fit.STUCK && coldStart() ? climb() : fit;
    }

    private Fit climb() {
        double reached = Double.NEGATIVE_INFINITY;
        for (int iteration = 0; iteration < LAST; iteration++) {
            if (iteration == PATIENCE && existence() != Existence.EXISTS) {
                return Fit.NONE;
            }
            if (!evaluate()) {
                return existence() == Existence.EXISTS ? Fit.STUCK : Fit.NONE;
            }
            if (logLikelihood < reached - 1e-9 * Math.abs(reached)) {
                halve();
                continue;
            }
            reached = logLikelihood;
            if (isClose()) {
                boolean certain = smallestMean() > 1e-9 || existence() == Existence.EXISTS;
                finish();
                return certain ? Fit.FOUND : Fit.NONE;
            }
            advance();
        }
        return existence() == Existence.EXISTS ? Fit.STUCK : Fit.NONE;
    }

    /** One Newton evaluation at {@link #theta}; false when the information matrix is numerically singular. */
    boolean evaluate() {
        evaluations++;
        sound = fitted() && factorise();
        if (!sound) {
            return false;
        }
        Arrays.fill(step, 0);
        for (int j = 0; j < finite; j++) {
            step[term[j]] = margin[term[j]] - sums[term[j]];
        }
        decrement = solve(step);
        System.arraycopy(step, 0, change, 0, step.length);
        Cells.addSubsets(change);
        leastChange = 0;
        largestChange = 0;
        for (int cell = 1; cell < change.length; cell++) {
            if (factor[cell] > 0) {
                leastChange = Math.min(leastChange, change[cell]);
                largestChange = Math.max(largestChange, change[cell]);
            }
        }
        return true;
    }

    /** Computes the fitted cells at {@link #theta}, for {@link #expected}; false when they overflow. */
    boolean fitted() {
        Arrays.fill(factor, 1);
        excludeEmpty();
        double fit = 0;
        for (int j = 0; j < finite; j++) {
            double parameter = theta[term[j]];
            if (!(Math.abs(parameter) < FARTHEST)) {
                return false;
            }
            factor[term[j]] = Math.exp(parameter);
            fit += parameter * margin[term[j]];
        }
        Cells.multiplySubsets(factor);
        System.arraycopy(factor, 0, sums, 0, factor.length);
        sums[0] = 0;
        Cells.addSupersets(sums);
        logLikelihood = fit - sums[0];
        return true;
    }

    private boolean factorise() {
        for (int j = 0; j < finite; j++) {
            double[] row = lower[j];
            int set = term[j];
            for (int k = 0; k < j; k++) {
                double[] other = lower[k];
                double rest = sums[set | term[k]];
                for (int i = 0; i < k; i++) {
                    rest -= row[i] * other[i];
                }
                row[k] = rest * other[k];
            }
            double pivot = sums[set];
            for (int i = 0; i < j; i++) {
                pivot -= row[i] * row[i];
            }
            if (!(pivot > SINGULAR * sums[set])) {
                return false;
            }
            row[j] = 1 / Math.sqrt(pivot);
        }
        return true;
    }

    /** Solves for the vector given by set of lists, in place; returns the squared length in the metric of the inverse. */
    private double solve(double[] bySet) {
        double square = 0;
        for (int j = 0; j < finite; j++) {
            double rest = bySet[term[j]];
            for (int k = 0; k < j; k++) {
                rest -= lower[j][k] * bySet[term[k]];
            }
            rest *= lower[j][j];
            bySet[term[j]] = rest;
            square += rest * rest;
        }
        for (int j = finite - 1; j >= 0; j--) {
            double rest = bySet[term[j]] * lower[j][j];
            bySet[term[j]] = rest;
            for (int k = 0; k < j; k++) {
                bySet[term[k]] -= lower[j][k] * rest;
            }
        }
        return square;
    }

    private boolean isClose() {
        return decrement < CLOSE && Math.max(largestChange, -leastChange) < CLOSE_IN_EVERY_CELL;
    }

    /** Takes the last, quadratically convergent step without evaluating again. */
    private void finish() {
        for (int j = 0; j < finite; j++) {
            theta[term[j]] += step[term[j]];
        }
        logLikelihood += decrement / 2;
    }

    /** A Newton step, shortened so that no fitted cell changes by more than a factor of {@code e^2}. */
    void advance() {
        double largest = Math.max(largestChange, -leastChange);
        double scale = largest > LARGEST_CHANGE ? LARGEST_CHANGE / largest : 1;
        for (int j = 0; j < finite; j++) {
            before[term[j]] = theta[term[j]];
            theta[term[j]] += scale * step[term[j]];
        }
    }

    private void halve() {
        for (int j = 0; j < finite; j++) {
            theta[term[j]] = (theta[term[j]] + before[term[j]]) / 2;
        }
    }

    private double smallestMean() {
        double least = Double.POSITIVE_INFINITY;
        for (int cell = 1; cell < factor.length; cell++) {
            if (factor[cell] > 0) {
                least = Math.min(least, factor[cell]);
            }
        }
        return least;
    }

    /** Decides in exact arithmetic whether the estimate exists and is the only one. */
    Existence existence() {
        return ExistenceCheck.decide(counts, Arrays.copyOf(term, finite), Arrays.copyOf(empty, empties));
    }

    /** Whether the last evaluation had a usable information matrix. */
    boolean sound() {
        return sound;
    }

    /** The largest relative fall of a fitted cell in the last Newton step: below 1, the estimate exists. */
    double greatestFall() {
        return -leastChange;
    }

    /** The squared length of the last Newton step in the metric of the information. */
    double decrement() {
        return decrement;
    }

    /** Deviance at the current parameters. */
    double deviance() {
        return 2 * (saturated - logLikelihood);
    }

    /** A lower bound on the deviance that the chosen model can reach; minus infinity when this step proves none. */
    double devianceBound() {
        if (leastChange < -1) {
            return Double.NEGATIVE_INFINITY;
        }
        double gap = leastChange >= -0.5 ? 0.614 * decrement : decrement;
        return 2 * (saturated - logLikelihood - gap);
    }

    /** The expected number of people on no list. */
    double unseen() {
        return Math.exp(theta[0]);
    }

    /** Standard error of the intercept: the intercept is the last parameter, so the last pivot is its precision. */
    double interceptError() {
        return lower[finite - 1][finite - 1];
    }

    /** The expected number of people on all these lists, at the last fitted cells. */
    double expected(int set) {
        return sums[set];
    }

    /** What to add to the deviance to get minus twice the log-likelihood with all constants, as R's {@code AIC} has it. */
    double likelihoodOffset() {
        double logFactorials = 0;
        for (int cell = 1; cell < counts.length; cell++) {
            logFactorials += LogFactorial.of(counts[cell]);
        }
        return 2 * (logFactorials - saturated);
    }

    enum Fit {
        /** Converged, and the maximum is certain to exist and to be the only one. */
        FOUND,
        /** No estimate: the maximum is not reached or not unique. */
        NONE,
        /** It exists but double precision did not reach it. */
        STUCK
    }
}
