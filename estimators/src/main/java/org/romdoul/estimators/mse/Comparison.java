package org.romdoul.estimators.mse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What every method says of one table, side by side: the answer to show, because whoever sees one total only is misled
 * where methods disagree.
 *
 * @param estimates one for each method that could be asked
 * @param spread what all models of pairs say; empty with more than six lists
 * @param consistency how stepwise does on totals that are known; empty with two lists
 */
public record Comparison(
        List<PopulationSize> estimates,
        Optional<ModelSpread> spread,
        Optional<InternalConsistency.Report> consistency) {

    /** Asks every method that can take so many lists; the plan is for those that resample. */
    public static Comparison of(CaptureTable table, Resampling plan) {
        Stepwise stepwise = Stepwise.usual();
        List<PopulationSize> estimates = new ArrayList<>();
        estimates.add(stepwise.estimate(table, plan));
        if (table.lists() <= 6) {
            estimates.add(ModelSearch.pairs().best(table, plan));
        }
        if (table.lists() >= 3 && table.lists() <= 5 && table.observed() > 0) {
            estimates.add(ModelSearch.triples().best(table, plan));
            estimates.add(DecomposableAverage.usual(table).of(table).estimate());
        }
        estimates.add(ChaoLowerBound.of(table));
        return new Comparison(
                List.copyOf(estimates),
                table.lists() <= 6 ? Optional.of(ModelSearch.pairs().spread(table)) : Optional.empty(),
                table.lists() >= 3 ? Optional.of(InternalConsistency.of(table, stepwise::estimate)) : Optional.empty());
    }

    /** The totals that are meant as estimates: all but the lower bound. */
    public List<PopulationSize.Total> totals() {
        return estimates.stream()
                .filter(PopulationSize.Total.class::isInstance)
                .map(PopulationSize.Total.class::cast)
                .filter(total -> total.method() != Method.LOWER_BOUND)
                .toList();
    }

    /** Whether the largest total is half as much again as the smallest, or models that fit equally well are so. */
    public boolean disagrees() {
        double lowest =
                totals().stream().mapToDouble(PopulationSize.Total::total).min().orElse(1);
        double highest =
                totals().stream().mapToDouble(PopulationSize.Total::total).max().orElse(1);
        return highest >= 1.5 * lowest
                || spread.filter(s -> s.flags().contains(Flag.MODELS_DISAGREE)).isPresent();
    }

    /** The finding in one sentence, to stand above any chart. */
    public String sentence() {
        if (totals().isEmpty()) {
            return "No method gives a total: too few people are on several lists.";
        }
        double lowest =
                totals().stream().mapToDouble(PopulationSize.Total::total).min().orElseThrow();
        double highest =
                totals().stream().mapToDouble(PopulationSize.Total::total).max().orElseThrow();
        String range = String.format(Locale.ROOT, "Methods say between %,.0f and %,.0f people", lowest, highest);
        return range
                + (disagrees()
                        ? ": this table does not decide the total, and no single figure should be quoted."
                        : ", close enough to quote one of them with its interval.");
    }
}
