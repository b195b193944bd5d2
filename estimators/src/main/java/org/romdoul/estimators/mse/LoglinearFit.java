package org.romdoul.estimators.mse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.romdoul.estimators.Interval;

/**
 * A Poisson log-linear model fitted to a table by maximum likelihood.
 *
 * @param model which lists depend on each other
 * @param parameters finite parameters on the log scale: intercept, lists, interactions
 * @param minusInfinity the interactions whose lists share nobody; bit {@code j} is list {@code j}
 * @param deviance twice the log-likelihood that the saturated model has more; 0 or more
 * @param aic Akaike's criterion with all constants, every parameter counted
 * @param bic Schwarz's criterion with all constants, {@code log(observed)} for every parameter, as in Rcapture
 * @param unseen expected number of people on no list
 * @param unseenError standard error of {@code log(unseen)}, the model taken as true
 */
public record LoglinearFit(
        ListModel model,
        List<Parameter> parameters,
        List<Integer> minusInfinity,
        double deviance,
        double aic,
        double bic,
        double unseen,
        double unseenError) {

    /**
     * One finite parameter.
     *
     * @param lists the lists it belongs to as a bit mask, 0 for the intercept
     * @param value on the log scale
     * @param error its standard error, the model taken as true
     */
    public record Parameter(int lists, double value, double error) {}

    /**
     * Fits a model chosen by the analyst, with its 95 % Wald interval.
     *
     * @throws IllegalArgumentException when model and table differ in the number of lists
     */
    public static PopulationSize of(CaptureTable table, ListModel model) {
        if (model.lists() != table.lists()) {
            throw new IllegalArgumentException(
                    model.lists() + " lists in the model, " + table.lists() + " in the table");
        }
        return fit(table, model, Method.FIXED_MODEL);
    }

    static PopulationSize fit(CaptureTable table, ListModel model, Method method) {
        int order =
                model.interactions().stream().mapToInt(Integer::bitCount).max().orElse(2);
        Terms terms = new Terms(table.lists(), order);
        PoissonKernel kernel = new PoissonKernel(terms);
        kernel.table(table.counts());
        kernel.model(terms.bits(model));
        Existence existence = kernel.existence();
        if (existence != Existence.EXISTS) {
            return new PopulationSize.None(method, existence.meaning());
        }
        if (!kernel.coldStart() || kernel.fit() != PoissonKernel.Fit.FOUND) {
            return new PopulationSize.None(method, "the estimate exists but is too extreme for double precision");
        }
        LoglinearFit fit = read(kernel, model, table.observed());
        double total = table.observed() + fit.unseen;
        Set<Flag> flags = fit.flags(table);
        return new PopulationSize.Total(
                method,
                table.observed(),
                total,
                Map.of(Limits.WALD, fit.wald(table.observed(), 0.95)),
                flags,
                Optional.of(fit));
    }

    private static LoglinearFit read(PoissonKernel kernel, ListModel model, int observed) {
        kernel.evaluate();
        Frame frame = new Frame(kernel);
        frame.take(kernel);
        List<Parameter> parameters = new ArrayList<>();
        for (int j = 0; j < kernel.finite; j++) {
            int set = kernel.term[j];
            parameters.add(new Parameter(set, kernel.theta[set], frame.standardError(set)));
        }
        parameters.sort(Comparator.<Parameter>comparingInt(p -> Integer.bitCount(p.lists()))
                .thenComparing(p -> -(Integer.reverse(p.lists()) >>> 1)));
        List<Integer> empty = model.interactions().stream()
                .filter(set -> kernel.margin(set) == 0)
                .toList();
        double deviance = Math.max(0, kernel.deviance());
        double likelihood = deviance + kernel.likelihoodOffset();
        double aic = likelihood + 2 * model.parameters();
        double bic = likelihood + Math.log(observed) * model.parameters();
        return new LoglinearFit(
                model, List.copyOf(parameters), empty, deviance, aic, bic, kernel.unseen(), kernel.interceptError());
    }

    private Set<Flag> flags(CaptureTable table) {
        Set<Flag> flags = EnumSet.of(Flag.ONE_MODEL_ONLY);
        if (table.observed() - table.onExactly(1) < 10) {
            flags.add(Flag.FEW_ON_SEVERAL_LISTS);
        }
        if (!minusInfinity.isEmpty()) {
            flags.add(Flag.EMPTY_OVERLAP);
        }
        return flags;
    }

    /**
     * Log-normal limits for the total that hold the model fixed.
     *
     * @param observed people on at least one list
     * @param level nominal coverage, above 0 and below 1
     */
    public Interval wald(int observed, double level) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        double factor = Math.exp(z * unseenError);
        return new Interval(observed + unseen / factor, observed + unseen * factor, level);
    }
}
