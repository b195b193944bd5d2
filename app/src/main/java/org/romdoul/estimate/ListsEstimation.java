package org.romdoul.estimate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.chart.IntervalDots;
import org.romdoul.chart.Words;
import org.romdoul.estimators.Interval;
import org.romdoul.estimators.Refusal;
import org.romdoul.estimators.mse.CaptureTable;
import org.romdoul.estimators.mse.Comparison;
import org.romdoul.estimators.mse.Flag;
import org.romdoul.estimators.mse.Limits;
import org.romdoul.estimators.mse.Method;
import org.romdoul.estimators.mse.ModelSpread;
import org.romdoul.estimators.mse.PopulationSize;
import org.romdoul.estimators.mse.Resampling;
import org.romdoul.estimators.mse.TableReading;

/**
 * Multiple systems estimation: how many people there are, from how lists overlap. Methods stand side by side, and the spread
 * over models is a result of its own.
 *
 * @param lists their names
 * @param observed people on at least one list
 * @param resamples for limits by resampling
 * @param seed of the resamples: with the same, another gets the same limits
 * @param totals what each method says
 * @param silent methods that give no total, each with its reason in English
 * @param spread what all models of pairs of lists say that fit about equally well
 * @param models how many have an estimate
 * @param disagrees whether methods or models are so far apart that no single figure should be quoted
 * @param consistency how stepwise does on totals that are known; null with two lists
 * @param flags what must be told of the spread over models
 * @param remarks on the file, in English
 */
public record ListsEstimation(
        Source source,
        List<String> lists,
        int observed,
        int resamples,
        long seed,
        List<Total> totals,
        List<String> silent,
        List<Band> spread,
        int models,
        boolean disagrees,
        @Nullable Consistency consistency,
        Set<Flag> flags,
        List<String> remarks)
        implements Estimation {

    /** Enough to publish limits by, and quick enough for a page. */
    public static final int RESAMPLES = 1_000;

    public static final long SEED = 1;

    /** Differences in BIC: hardly worth a mention, positive, strong, very strong (Kass and Raftery, JASA 90, 1995, 773-795). */
    private static final double[] BEHIND = {2, 6, 10};

    /**
     * One method's total.
     *
     * @param way message key of the method below {@code estimate.lists.}: the best of all models is asked twice, of pairs and of
     *     triples of lists
     * @param intervals limits by how they were made, at 95 %; none where the method gives none
     * @param flags what must be told with it
     */
    public record Total(String way, Method method, double total, Map<Limits, Interval> intervals, Set<Flag> flags) {

        /** The limits to look at first: BCa is what is published, unless it is just the end of the resamples. */
        Optional<Interval> first() {
            var wanted = flags.contains(Flag.BCA_BEYOND_RESOLUTION)
                    ? List.of(Limits.PERCENTILE, Limits.BCA)
                    : List.of(Limits.BCA, Limits.PERCENTILE);
            return Stream.concat(wanted.stream(), Stream.of(Limits.values()))
                    .map(intervals::get)
                    .filter(Objects::nonNull)
                    .findFirst();
        }
    }

    /**
     * Each list in turn is a population of known size, which the others are asked for.
     *
     * @param answered of the lists, for how many stepwise gave a total
     * @param held of these, how many known totals lie inside the interval
     */
    public record Consistency(int lists, long answered, long held) {}

    /**
     * Models at most so far behind the best in BIC.
     *
     * @param best the total of the best model
     */
    public record Band(double behind, int models, double best, double low, double high) {}

    /**
     * Estimates from a table with a column a list (1: on it, 0: not) and a last one that counts people.
     *
     * @param replicates resamples, 1,000 for figures to be published
     * @param seed the same seed gives the same limits
     */
    public static Answer of(byte[] file, int replicates, long seed) {
        String text;
        try {
            text = Sheet.text(file);
        } catch (Refusal refused) {
            return new Answer.Refused(List.of(String.valueOf(refused.getMessage())));
        }
        return switch (CaptureTable.read(text)) {
            case TableReading.Refused refused ->
                new Answer.Refused(
                        refused.reasons().stream().map(Object::toString).toList());
            case TableReading.Accepted accepted ->
                Answer.of(
                        () -> of(
                                accepted.table(),
                                Source.of(file, rows(text)),
                                accepted.remarks().stream()
                                        .map(Object::toString)
                                        .toList(),
                                new Resampling(
                                        replicates, seed, Runtime.getRuntime().availableProcessors())),
                        line -> line);
        };
    }

    private static int rows(String text) {
        return (int) text.lines().skip(1).filter(line -> !line.isBlank()).count();
    }

    /** The same from a table that is not a file. */
    public static ListsEstimation of(CaptureTable table, Source source, List<String> remarks, Resampling plan) {
        var comparison = Comparison.of(table, plan);
        var totals = new ArrayList<Total>();
        var silent = new ArrayList<String>();
        var flags = EnumSet.noneOf(Flag.class);
        for (var estimate : comparison.estimates())
            switch (estimate) {
                case PopulationSize.Total total -> {
                    totals.add(new Total(
                            way(total, totals),
                            total.method(),
                            total.total(),
                            total.intervals(),
                            new TreeSet<>(total.flags())));
                }
                case PopulationSize.None none -> silent.add(none.method().words() + ": " + none.reason());
            }
        comparison.spread().ifPresent(spread -> flags.addAll(spread.flags()));
        return new ListsEstimation(
                source,
                table.names(),
                table.observed(),
                plan.replicates(),
                plan.seed(),
                List.copyOf(totals),
                List.copyOf(silent),
                comparison.spread().map(ListsEstimation::bands).orElse(List.of()),
                comparison.spread().map(spread -> spread.standings().size()).orElse(0),
                comparison.disagrees(),
                comparison
                        .consistency()
                        .map(report -> new Consistency(report.checks().size(), report.answered(), report.held()))
                        .orElse(null),
                flags,
                remarks);
    }

    private static String way(PopulationSize.Total total, List<Total> before) {
        var again = before.stream().anyMatch(one -> one.method() == total.method());
        return Keys.of(total.method()) + (again ? "-triples" : "");
    }

    private static List<Band> bands(ModelSpread spread) {
        var bands = new ArrayList<Band>();
        for (var behind : BEHIND)
            spread.within(behind)
                    .ifPresent(band -> bands.add(new Band(
                            behind,
                            band.models(),
                            spread.standings().getFirst().total(),
                            band.lowest(),
                            band.highest())));
        return List.copyOf(bands);
    }

    @Override
    public Shown shown(Words words) {
        var charts = new ArrayList<org.romdoul.chart.Chart>();
        if (!totals.isEmpty())
            charts.add(IntervalDots.of(
                    finding(words),
                    totals.stream().flatMap(total -> dots(total, words)).toList(),
                    IntervalDots.Scale.NUMBER,
                    words));
        if (!spread.isEmpty())
            charts.add(IntervalDots.of(
                    spreadFinding(words),
                    spread.stream().map(band -> dot(band, words)).toList(),
                    IntervalDots.Scale.NUMBER,
                    words));
        return new Shown(finding(words), List.copyOf(charts), method(words), limits(words), said());
    }

    /** Both limits by resampling where there are both: where they differ, that is part of the answer. */
    private Stream<IntervalDots.Row> dots(Total total, Words words) {
        var name = words.text("estimate.lists." + total.way());
        var resampled = Stream.of(Limits.BCA, Limits.PERCENTILE)
                .filter(total.intervals()::containsKey)
                .toList();
        return resampled.isEmpty()
                ? Stream.of(dot(name, total, total.first()))
                : resampled.stream()
                        .map(limits -> dot(
                                words.text("estimate.lists.by", name, limits(limits, words)),
                                total,
                                Optional.ofNullable(total.intervals().get(limits))));
    }

    private static String limits(Limits limits, Words words) {
        return words.text("estimate.lists.limits." + Keys.of(limits));
    }

    // A percentile or BCa interval need not contain the estimate; the picture then reaches to it.
    private IntervalDots.Row dot(String name, Total total, Optional<Interval> limits) {
        var estimate = limits.map(interval -> new IntervalDots.Estimate(
                        total.total(),
                        Math.min(interval.lower(), total.total()),
                        Math.max(interval.upper(), total.total())))
                .orElse(new IntervalDots.Estimate(total.total(), total.total(), total.total()));
        return new IntervalDots.Row(name, estimate, observed);
    }

    private static IntervalDots.Row dot(Band band, Words words) {
        return new IntervalDots.Row(
                words.text("estimate.lists.behind", words.number(band.behind())),
                new IntervalDots.Estimate(band.best(), band.low(), band.high()),
                band.models());
    }

    private String finding(Words words) {
        var meant = totals.stream()
                .filter(total -> total.method() != Method.LOWER_BOUND)
                .mapToDouble(Total::total)
                .summaryStatistics();
        if (meant.getCount() == 0) return words.text("estimate.lists.none");
        return words.text(
                disagrees ? "estimate.lists.undecided" : "estimate.lists.finding",
                words.number(Math.rint(meant.getMin())),
                words.number(Math.rint(meant.getMax())));
    }

    private String spreadFinding(Words words) {
        var widest = spread.get(Math.min(1, spread.size() - 1));
        return words.text(
                "estimate.lists.spread",
                words.number(widest.models()),
                words.number(Math.rint(widest.low())),
                words.number(Math.rint(widest.high())));
    }

    private List<String> method(Words words) {
        var method = new ArrayList<String>();
        for (var total : totals)
            method.add(words.text("estimate.lists." + total.way()) + " – "
                    + total.method().source() + written(total, words));
        method.add(words.text("estimate.lists.resampled", words.number(resamples), String.valueOf(seed)));
        if (consistency != null)
            method.add(words.text(
                    "estimate.lists.consistency", consistency.lists(), consistency.answered(), consistency.held()));
        return method;
    }

    private static String written(Total total, Words words) {
        return total.intervals().entrySet().stream()
                .map(one -> limits(one.getKey(), words) + " "
                        + words.text(
                                "estimate.lists.limits",
                                words.number(Math.rint(one.getValue().lower())),
                                words.number(Math.rint(one.getValue().upper())),
                                words.percent(one.getValue().level())))
                .collect(Collectors.joining("; ", total.intervals().isEmpty() ? "" : " – ", ""));
    }

    /** Each flag once, with the methods it is about. */
    private List<String> limits(Words words) {
        var limits = new ArrayList<String>();
        for (var flag : Flag.values()) {
            var about = totals.stream()
                    .filter(total -> total.flags().contains(flag))
                    .map(total -> words.text("estimate.lists." + total.way()))
                    .collect(Collectors.joining(", "));
            if (flags.contains(flag) || !about.isEmpty())
                limits.add(words.text("estimate.lists.flag." + Keys.of(flag)) + (about.isEmpty() ? "" : " – " + about));
        }
        limits.add(words.text("estimate.lists.limit.linked"));
        limits.add(words.text("estimate.lists.limit.reach"));
        return limits;
    }

    private List<String> said() {
        return Stream.concat(silent.stream(), remarks.stream()).toList();
    }
}
