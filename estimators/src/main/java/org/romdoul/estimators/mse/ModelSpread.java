package org.romdoul.estimators.mse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What all models of a table say: a result of its own, because models that fit equally well can differ by a factor of
 * two and no interval of one of them shows it.
 */
public final class ModelSpread {
    private static final double TOLD_APART = 6;
    private static final double DISAGREEMENT = 1.5;

    private final int observed;
    private final List<Standing> standings;
    private final int notEstimable;

    private ModelSpread(int observed, List<Standing> standings, int notEstimable) {
        this.observed = observed;
        this.standings = standings;
        this.notEstimable = notEstimable;
    }

    /**
     * One model among all.
     *
     * @param rank 1 for the smallest BIC
     * @param model which lists depend on each other
     * @param bic Schwarz's criterion with all constants, as in Rcapture
     * @param behind BIC above the smallest, 0 or more; beyond 6 the table speaks clearly against the model (Raftery 1995)
     * @param total people altogether
     * @param unseenError standard error of {@code log(total - observed)}, the model taken as true
     */
    public record Standing(int rank, ListModel model, double bic, double behind, double total, double unseenError) {}

    /**
     * What the models say that are not far behind the best.
     *
     * @param behind how far in BIC
     * @param models how many there are, 1 or more
     * @param lowest smallest total of them
     * @param highest largest total of them
     */
    public record Band(double behind, int models, double lowest, double highest) {
        /** Whether the totals are so far apart that one of them alone would mislead. */
        public boolean disagrees() {
            return highest >= DISAGREEMENT * lowest;
        }
    }

    static ModelSpread of(CaptureTable table, int order) {
        Terms terms = new Terms(table.lists(), order);
        Collector collector = new Collector(terms, table.observed());
        new ModelWalk(terms, collector).walk(table.counts());
        return new ModelSpread(table.observed(), collector.standings(), collector.notEstimable);
    }

    /** Fits as they come, kept as numbers: the models of six lists are 32,768. */
    private static final class Collector implements ModelWalk.Visitor {
        private final Terms terms;
        private final int observed;
        private final List<Fitted> fitted = new ArrayList<>();
        private double offset;
        private int notEstimable;

        private record Fitted(long model, double bic, double total, double unseenError) {}

        Collector(Terms terms, int observed) {
            this.terms = terms;
            this.observed = observed;
        }

        @Override
        public void visit(long model, PoissonKernel kernel, boolean found) {
            if (!found) {
                notEstimable++;
                return;
            }
            offset = fitted.isEmpty() ? kernel.likelihoodOffset() : offset;
            double bic = kernel.deviance() + offset + Math.log(observed) * terms.parameters(model);
            fitted.add(new Fitted(model, bic, observed + kernel.unseen(), kernel.interceptError()));
        }

        List<Standing> standings() {
            fitted.sort(Comparator.comparingDouble(Fitted::bic).thenComparingLong(Fitted::model));
            List<Standing> standings = new ArrayList<>(fitted.size());
            for (Fitted f : fitted) {
                double behind = f.bic - fitted.getFirst().bic;
                standings.add(new Standing(
                        standings.size() + 1, terms.model(f.model), f.bic, behind, f.total, f.unseenError));
            }
            return standings;
        }
    }

    /** People on at least one list. */
    public int observed() {
        return observed;
    }

    /** Models with a unique estimate, the smallest BIC first; empty when none has one. */
    public List<Standing> standings() {
        return List.copyOf(standings);
    }

    /** Number of models left out because they have no unique estimate. */
    public int notEstimable() {
        return notEstimable;
    }

    /** Where one model stands; empty when it was not searched or has no unique estimate. */
    public Optional<Standing> of(ListModel model) {
        return standings.stream().filter(s -> s.model.equals(model)).findFirst();
    }

    /** The range of totals of models at most this far behind the best; empty when no model has an estimate. */
    public Optional<Band> within(double behind) {
        List<Double> totals = standings.stream()
                .filter(s -> s.behind <= behind)
                .map(Standing::total)
                .sorted()
                .toList();
        return totals.isEmpty()
                ? Optional.empty()
                : Optional.of(new Band(behind, totals.size(), totals.getFirst(), totals.getLast()));
    }

    /** The average of all totals, each model weighing {@code exp(-behind / 2)}; empty when no model has an estimate. */
    public Optional<Double> average() {
        double weights = 0;
        double sum = 0;
        for (Standing s : standings) {
            double weight = Math.exp(-s.behind / 2);
            weights += weight;
            sum += weight * s.total;
        }
        return standings.isEmpty() ? Optional.empty() : Optional.of(sum / weights);
    }

    /** What must be told with any single total of this table. */
    public Set<Flag> flags() {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (within(TOLD_APART).filter(Band::disagrees).isPresent()) {
            flags.add(Flag.MODELS_DISAGREE);
        }
        if (notEstimable > 0) {
            flags.add(Flag.SOME_MODELS_NOT_ESTIMABLE);
        }
        return flags;
    }
}
