package org.romdoul.estimators.mse;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * Forward selection of pairs of lists. From independence, the pair whose overlap is least believable under the fitted
 * model (a Poisson tail) is added while its tail is below the threshold and the larger model has a unique estimate.
 * Existence is looked at only for the pair that would be added. Work space is reused; not for two threads.
 */
final class StepwiseSearch {
    private final PoissonKernel kernel;
    private final Terms terms;
    private final double threshold;
    private final double[] start;
    private final double[] tail;
    private final double[] surprise;
    private long model;

    StepwiseSearch(Terms terms, double threshold) {
        this.terms = terms;
        this.threshold = threshold;
        kernel = new PoissonKernel(terms);
        start = new double[kernel.theta.length];
        tail = new double[terms.mask.length];
        surprise = new double[terms.mask.length];
    }

    /** Searches the table; false when even independent lists have no estimate. */
    boolean search(int[] counts) {
        kernel.table(counts);
        model = 0;
        kernel.model(0);
        if (!kernel.coldStart() || kernel.fit() != PoissonKernel.Fit.FOUND) {
            return false;
        }
        while (addOne()) {
            // each round adds one pair
        }
        return true;
    }

    private boolean addOne() {
        kernel.fitted();
        for (int i = 0; i < tail.length; i++) {
            tail[i] = (model >> i & 1) == 1 ? 1 : tail(i);
        }
        System.arraycopy(kernel.theta, 0, start, 0, start.length);
        for (int pair = least(); tail[pair] < threshold; pair = least()) {
            long larger = model | 1L << pair;
            kernel.theta[terms.mask[pair]] = 0;
            kernel.model(larger);
            if (kernel.fit() == PoissonKernel.Fit.FOUND) {
                model = larger;
                return true;
            }
            tail[pair] = 1;
            System.arraycopy(start, 0, kernel.theta, 0, start.length);
        }
        return false;
    }

    /** The smaller Poisson tail of the overlap of a pair; the other tail is never below one half. */
    private double tail(int pair) {
        double seen = kernel.margin(terms.mask[pair]);
        double expected = kernel.expected(terms.mask[pair]);
        surprise[pair] = Math.abs(seen - expected) / Math.sqrt(expected);
        if (seen < expected) {
            return RegularizedGamma.Q.value(seen + 1, expected);
        }
        return seen > 0 ? RegularizedGamma.P.value(seen, expected) : 1;
    }

    private int least() {
        int least = 0;
        for (int i = 1; i < tail.length; i++) {
            boolean tie = tail[i] == tail[least] && surprise[i] > surprise[least];
            least = tail[i] < tail[least] || tie ? i : least;
        }
        return least;
    }

    long model() {
        return model;
    }

    double unseen() {
        return kernel.unseen();
    }
}
