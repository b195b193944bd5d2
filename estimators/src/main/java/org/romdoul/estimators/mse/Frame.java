package org.romdoul.estimators.mse;

import java.util.Arrays;

/**
 * A fitted model from which smaller ones are started. Near the maximum the likelihood is quadratic, so leaving a term
 * out moves the other parameters by a known amount and costs about its squared Wald statistic in deviance.
 */
final class Frame {
    private final double[] theta;
    private final int[] term;
    private final int[] place;
    private final double[][] inverse;
    private int finite;
    private boolean sound;

    Frame(PoissonKernel kernel) {
        theta = new double[kernel.theta.length];
        place = new int[kernel.theta.length];
        term = new int[kernel.term.length];
        inverse = new double[term.length][term.length];
    }

    /** Keeps what the kernel has just fitted. */
    void take(PoissonKernel kernel) {
        sound = kernel.sound();
        finite = kernel.finite;
        System.arraycopy(kernel.theta, 0, theta, 0, theta.length);
        System.arraycopy(kernel.term, 0, term, 0, finite);
        Arrays.fill(place, -1);
        for (int j = 0; j < finite; j++) {
            place[term[j]] = j;
        }
        if (sound) {
            invert(kernel.lower);
        }
    }

    /** The inverse of the triangular factor, by columns: row {@code j} here is column {@code j} of the inverse. */
    private void invert(double[][] lower) {
        for (int j = 0; j < finite; j++) {
            double[] column = inverse[j];
            column[j] = lower[j][j];
            for (int i = j + 1; i < finite; i++) {
                double[] row = lower[i];
                double sum = 0;
                for (int m = j; m < i; m++) {
                    sum += row[m] * column[m];
                }
                column[i] = -sum * row[i];
            }
        }
    }

    private double covariance(int j, int k) {
        double sum = 0;
        for (int i = Math.max(j, k); i < finite; i++) {
            sum += inverse[j][i] * inverse[k][i];
        }
        return sum;
    }

    double standardError(int set) {
        return Math.sqrt(covariance(place[set], place[set]));
    }

    /** About how much the deviance rises without this term. */
    double importance(int set) {
        int j = place[set];
        if (j < 0) {
            return 2 * expectedWithout(set);
        }
        return sound ? theta[set] * theta[set] / covariance(j, j) : 0;
    }

    private double expectedWithout(int set) {
        double sum = 0;
        for (int inside = (set - 1) & set; ; inside = (inside - 1) & set) {
            sum += place[inside] < 0 ? 0 : theta[inside];
            if (inside == 0) {
                return Math.exp(Math.min(sum, 50));
            }
        }
    }

    /** Puts parameters for the model without this term into the kernel, which already has that model. */
    void startWithout(int set, PoissonKernel kernel) {
        if (!sound) {
            kernel.coldStart();
            return;
        }
        System.arraycopy(theta, 0, kernel.theta, 0, theta.length);
        int dropped = place[set];
        if (dropped >= 0) {
            double move = theta[set] / covariance(dropped, dropped);
            for (int j = 0; j < finite; j++) {
                kernel.theta[term[j]] -= covariance(j, dropped) * move;
            }
        }
    }
}
