package org.romdoul.estimators.mse;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.apache.commons.numbers.gamma.LogGamma;
import org.romdoul.estimators.Interval;
import org.romdoul.estimators.Refusal;

/**
 * Bayesian average over all decomposable graphs of lists (Madigan and York 1997; the R package dga). Every graph has
 * the same prior weight, cell probabilities a hyper-Dirichlet prior, the total a prior proportional to {@code 1/total}.
 * Cost: one pass over the totals considered for each set of lists, then one for each graph (822 for five lists).
 *
 * <p>On sparse tables the prior count decides: five UK lists give 22,990 with 1/32 and 2,786 with 1/2, the value in the
 * example of dga.
 *
 * @param priorCount prior people for each cell of the full table, above 0; dga suggests {@code 2^-lists}
 * @param mostUnseen largest number of unseen people considered, 1 or more
 */
public record DecomposableAverage(double priorCount, int mostUnseen) {
    private static final int MOST_LISTS = 5;
    private static final double NEGLIGIBLE = 60;
    private static final double MUCH = 0.001;

    /** @throws IllegalArgumentException when the prior or the range is not positive */
    public DecomposableAverage {
        if (!(priorCount > 0 && mostUnseen > 0)) {
            throw new IllegalArgumentException(priorCount + " prior people, " + mostUnseen + " unseen at most");
        }
    }

    /** The prior that dga suggests, with up to thirty unseen for each person seen. */
    public static DecomposableAverage usual(CaptureTable table) {
        return new DecomposableAverage(Math.scalb(1.0, -table.lists()), Math.multiplyExact(30, table.observed()));
    }

    /**
     * One graph and what it weighs.
     *
     * @param model the graph as a log-linear model: all sets of lists inside its cliques
     * @param weight posterior probability, 0 to 1
     */
    public record Weighed(ListModel model, double weight) {}

    /**
     * What the average says.
     *
     * @param estimate posterior median of the total with its 95 % interval
     * @param mean posterior mean of the total
     * @param graphs all graphs, the heaviest first
     */
    public record Posterior(PopulationSize.Total estimate, double mean, List<Weighed> graphs) {}

    /**
     * Averages over two to five lists.
     *
     * @throws Refusal with more than five lists
     */
    public Posterior of(CaptureTable table) {
        if (table.lists() > MOST_LISTS) {
            throw Refusal.of(
                    "table",
                    table.lists() + " lists are too many to average over all graphs",
                    "Merge lists of the same kind of source down to 5.");
        }
        List<DecomposableGraph> graphs = DecomposableGraph.all(table.lists());
        Map<Integer, double[]> components = new HashMap<>();
        double[] prior = prior(table);
        double[] peak = new double[graphs.size()];
        double[] log = new double[prior.length];
        for (int i = 0; i < peak.length; i++) {
            weigh(graphs.get(i), prior, set -> components.computeIfAbsent(set, s -> component(table, s)), log);
            peak[i] = Arrays.stream(log).max().orElseThrow();
        }
        double highest = Arrays.stream(peak).max().orElseThrow();
        double[] unseen = new double[prior.length];
        double[] graph = new double[peak.length];
        for (int i = 0; i < peak.length; i++) {
            if (peak[i] > highest - NEGLIGIBLE) {
                weigh(graphs.get(i), prior, set -> requireNonNull(components.get(set)), log);
                graph[i] = addWeights(log, highest, unseen);
            }
        }
        return summary(table, graphs, unseen, graph);
    }

    private static void weigh(DecomposableGraph graph, double[] prior, IntFunction<double[]> bySet, double[] log) {
        System.arraycopy(prior, 0, log, 0, prior.length);
        graph.addLikelihood(bySet, log);
    }

    private static double addWeights(double[] log, double highest, double[] unseen) {
        double sum = 0;
        for (int u = 0; u < log.length; u++) {
            double weight = Math.exp(log[u] - highest);
            unseen[u] += weight;
            sum += weight;
        }
        return sum;
    }

    /** Log prior of the total and the multinomial coefficient, by number of unseen people; constants left out. */
    private double[] prior(CaptureTable table) {
        double[] log = logGammas(table.observed() + 1.0);
        double[] unseenFactorial = logGammas(1);
        for (int unseen = 0; unseen <= mostUnseen; unseen++) {
            log[unseen] -= unseenFactorial[unseen] + Math.log(table.observed() + (double) unseen);
        }
        return log;
    }

    /** Log gamma of {@code first}, {@code first + 1} and so on, each from the one before. */
    private double[] logGammas(double first) {
        double[] log = new double[mostUnseen + 1];
        log[0] = LogGamma.value(first);
        for (int i = 1; i <= mostUnseen; i++) {
            log[i] = log[i - 1] + Math.log(first + i - 1);
        }
        return log;
    }

    /** Log Dirichlet-multinomial of the table on these lists alone, by number of unseen people; 0 for no list. */
    private double[] component(CaptureTable table, int set) {
        if (set == 0) {
            return new double[mostUnseen + 1];
        }
        int[] counts = new int[1 << table.lists()];
        for (int history = 1; history < counts.length; history++) {
            counts[history & set] += table.count(history);
        }
        double all = Math.scalb(priorCount, table.lists());
        double each = Math.scalb(all, -Integer.bitCount(set));
        double fixed = LogGamma.value(all) - LogGamma.value(each);
        for (int cell = set; cell != 0; cell = (cell - 1) & set) {
            fixed += LogGamma.value(counts[cell] + each) - LogGamma.value(each);
        }
        double[] log = logGammas(counts[0] + each);
        double[] total = logGammas(table.observed() + all);
        for (int unseen = 0; unseen <= mostUnseen; unseen++) {
            log[unseen] += fixed - total[unseen];
        }
        return log;
    }

    private Posterior summary(CaptureTable table, List<DecomposableGraph> graphs, double[] unseen, double[] graph) {
        double all = Arrays.stream(graph).sum();
        List<Weighed> weighed = new ArrayList<>();
        for (int i = 0; i < graph.length; i++) {
            weighed.add(new Weighed(graphs.get(i).model(), graph[i] / all));
        }
        weighed.sort(Comparator.comparingDouble(Weighed::weight).reversed());
        double mean = 0;
        for (int u = 0; u <= mostUnseen; u++) {
            mean += u * (unseen[u] / all);
        }
        return new Posterior(estimate(table, unseen, all), table.observed() + mean, List.copyOf(weighed));
    }

    private PopulationSize.Total estimate(CaptureTable table, double[] unseen, double all) {
        int observed = table.observed();
        Interval interval =
                new Interval(observed + quantile(unseen, 0.025 * all), observed + quantile(unseen, 0.975 * all), 0.95);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        double end = 0;
        for (int u = mostUnseen - mostUnseen / 50; u <= mostUnseen; u++) {
            end += unseen[u] / all;
        }
        if (end > MUCH) {
            flags.add(Flag.MASS_AT_THE_END);
        }
        if (observed - table.onExactly(1) < 10) {
            flags.add(Flag.FEW_ON_SEVERAL_LISTS);
        }
        double median = observed + quantile(unseen, 0.5 * all);
        return new PopulationSize.Total(
                Method.DECOMPOSABLE_AVERAGE,
                observed,
                median,
                Map.of(Limits.CREDIBLE, interval),
                flags,
                Optional.empty());
    }

    private static int quantile(double[] weight, double level) {
        double sum = 0;
        for (int u = 0; u < weight.length; u++) {
            sum += weight[u];
            if (sum >= level) {
                return u;
            }
        }
        return weight.length - 1;
    }
}
