package org.romdoul.estimators.mse;

import java.util.OptionalDouble;

/**
 * Stepwise multiple systems estimation for sparse tables, with the results of the R package SparseMSE 2.0.1 (Chan,
 * Silverman, Vincent 2021). Cost: about {@code 2^lists} operations for each Newton step, a few steps for each pair added.
 *
 * @param threshold a pair of lists is added while its Poisson tail is below this; above 0 and below 0.5; SparseMSE takes
 *     0.02
 */
public record Stepwise(double threshold) {

    /** @throws IllegalArgumentException when the threshold is out of range */
    public Stepwise {
        if (!(threshold > 0 && threshold < 0.5)) {
            throw new IllegalArgumentException("threshold " + threshold);
        }
    }

    /** With the usual threshold of 0.02. */
    public static Stepwise usual() {
        return new Stepwise(0.02);
    }

    /** The total of the model reached, with its Wald interval. */
    public PopulationSize estimate(CaptureTable table) {
        Terms terms = new Terms(table.lists(), 2);
        StepwiseSearch search = new StepwiseSearch(terms, threshold);
        if (!search.search(table.counts())) {
            return new PopulationSize.None(Method.STEPWISE, "even with independent lists there is no unique estimate");
        }
        return LoglinearFit.fit(table, terms.model(search.model()), Method.STEPWISE);
    }

    /** The total with percentile and BCa limits; every resample chooses its own model. */
    public PopulationSize estimate(CaptureTable table, Resampling plan) {
        return estimate(table) instanceof PopulationSize.Total total
                ? bootstrap(table, total.total(), plan).addTo(total)
                : estimate(table);
    }

    /** The resampled totals themselves. */
    public BootstrapTotals bootstrap(CaptureTable table, double estimate, Resampling plan) {
        return BootstrapTotals.run(table, estimate, plan, () -> estimator(table.lists()));
    }

    private Resampler.Estimator estimator(int lists) {
        StepwiseSearch search = new StepwiseSearch(new Terms(lists, 2), threshold);
        return counts -> {
            if (!search.search(counts)) {
                return OptionalDouble.empty();
            }
            int observed = java.util.Arrays.stream(counts).sum();
            return OptionalDouble.of(observed + search.unseen());
        };
    }
}
