package org.romdoul.estimators.mse;

/**
 * How a bootstrap is run.
 *
 * @param replicates number of resamples, 20 or more; 1,000 for limits one publishes
 * @param seed the same seed gives the same limits, whatever the number of threads
 * @param threads number of threads, 1 or more
 */
public record Resampling(int replicates, long seed, int threads) {

    /** @throws IllegalArgumentException when there are too few resamples or no thread */
    public Resampling {
        if (replicates < 20 || threads < 1) {
            throw new IllegalArgumentException(replicates + " resamples on " + threads + " threads");
        }
    }

    /** A thousand resamples on one thread. */
    public static Resampling thousand(long seed) {
        return new Resampling(1000, seed, 1);
    }
}
