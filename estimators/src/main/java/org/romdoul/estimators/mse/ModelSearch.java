package org.romdoul.estimators.mse;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.romdoul.estimators.Refusal;

/**
 * All hierarchical log-linear models up to an order, every list's own effect always in them: 1,024 models with pairs for
 * five lists, 32,768 for six; with triples 6,212 and 3,702,013. {@link #best} and the bootstrap fit few of them, and yet
 * find the best of all: a branch of models is left out only when a bound says that none in it can have a smaller BIC. The
 * bound is a theorem, evaluated in double precision. Models without a unique estimate are no candidates.
 *
 * @param order 2 for pairs of lists only, 3 for triples as well
 */
public record ModelSearch(int order) {
    private static final int MOST_LISTS = 6;
    private static final int MOST_LISTS_TO_SPREAD_WITH_TRIPLES = 5;

    /** @throws IllegalArgumentException when the order is neither 2 nor 3 */
    public ModelSearch {
        if (order != 2 && order != 3) {
            throw new IllegalArgumentException("order " + order + " is neither 2 nor 3");
        }
    }

    /** Models with pairs of lists. */
    public static ModelSearch pairs() {
        return new ModelSearch(2);
    }

    /** Models with pairs and triples of lists. */
    public static ModelSearch triples() {
        return new ModelSearch(3);
    }

    /**
     * What every model says; fits them all.
     *
     * @throws Refusal with more than six lists (five with triples)
     */
    public ModelSpread spread(CaptureTable table) {
        check(table, order == 2 ? MOST_LISTS : MOST_LISTS_TO_SPREAD_WITH_TRIPLES);
        return ModelSpread.of(table, order);
    }

    /**
     * The total of the model with the smallest BIC, with its Wald interval.
     *
     * @throws Refusal with more than six lists
     */
    public PopulationSize best(CaptureTable table) {
        check(table, MOST_LISTS);
        Terms terms = new Terms(table.lists(), order);
        BestModelSearch search = new BestModelSearch(terms);
        if (!search.search(table.counts())) {
            return new PopulationSize.None(Method.SMALLEST_BIC, "no model has a unique estimate on this table");
        }
        return LoglinearFit.fit(table, terms.model(search.model()), Method.SMALLEST_BIC);
    }

    /**
     * The same with percentile and BCa limits; every resample searches all models again (Silverman, Chan, Vincent 2024).
     *
     * @throws Refusal with more than six lists
     */
    public PopulationSize best(CaptureTable table, Resampling plan) {
        PopulationSize best = best(table);
        return best instanceof PopulationSize.Total total
                ? bootstrap(table, total, plan).addTo(total)
                : best;
    }

    /** The resampled totals of {@link #best(CaptureTable, Resampling)} themselves. */
    public BootstrapTotals bootstrap(CaptureTable table, PopulationSize.Total best, Resampling plan) {
        check(table, MOST_LISTS);
        Terms terms = new Terms(table.lists(), order);
        long guess = best.fit().map(fit -> terms.bits(fit.model())).orElse(0L);
        return BootstrapTotals.run(table, best.total(), plan, () -> estimator(terms, guess));
    }

    private static Resampler.Estimator estimator(Terms terms, long guess) {
        BestModelSearch search = new BestModelSearch(terms);
        return counts -> search.search(counts, guess)
                ? OptionalDouble.of(Arrays.stream(counts).sum() + search.unseen())
                : OptionalDouble.empty();
    }

    private void check(CaptureTable table, int most) {
        if (table.lists() > most) {
            throw Refusal.of(
                    "table",
                    table.lists() + " lists are too many for all models of order " + order,
                    "Merge lists of the same kind of source down to " + most + ".");
        }
    }
}
