package org.romdoul.estimate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.romdoul.chart.IntervalDots;
import org.romdoul.chart.Words;
import org.romdoul.estimators.mse.CaptureTable;
import org.romdoul.estimators.mse.Comparison;
import org.romdoul.estimators.mse.Estimate;
import org.romdoul.estimators.mse.Flag;
import org.romdoul.estimators.mse.Interval;
import org.romdoul.estimators.mse.Method;
import org.romdoul.estimators.mse.ModelSpread;
import org.romdoul.estimators.mse.Resampling;
import org.romdoul.estimators.mse.TableReading;

/**
 * Multiple systems estimation: how many people there are, from how lists overlap. Methods stand side by side, and the spread
 * over models is a result of its own.
 *
 * @param lists their names
 * @param observed people on at least one list
 * @param totals what each method says
 * @param silent methods that give no total, each with its reason in English
 * @param spread what all models of pairs of lists say that fit about equally well
 * @param models how many have an estimate
 * @param disagrees whether methods or models are so far apart that no single figure should be quoted
 * @param flags what must be told with any total
 * @param remarks on the file, in English
 */
public record ListsEstimation(
        Source source,
        List<String> lists,
        int observed,
        List<Total> totals,
        List<String> silent,
        List<Band> spread,
        int models,
        boolean disagrees,
        Set<Flag> flags,
        List<String> remarks)
        implements Estimation {

    /** Differences in BIC: hardly worth a mention, positive, strong, very strong (Kass and Raftery, JASA 90, 1995, 773-795). */
    private static final double[] BEHIND = {2, 6, 10};

    /**
     * One method's total.
     *
     * @param way message key of the method below {@code estimate.lists.}: the best of all models is asked twice, of pairs and of
     *     triples of lists
     * @param interval how its limits were made; null where the method gives none
     */
    public record Total(
            String way,
            Method method,
            double total,
            double low,
            double high,
            @org.jspecify.annotations.Nullable String interval) {}

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
        var reading = CaptureTable.read(new String(file, StandardCharsets.UTF_8));
        return switch (reading) {
            case TableReading.Refused refused ->
                new Answer.Refused(
                        refused.reasons().stream().map(Object::toString).toList());
            case TableReading.Accepted accepted ->
                Answer.of(() -> of(
                        accepted.table(),
                        Source.of(file, rows(file)),
                        accepted.remarks().stream().map(Object::toString).toList(),
                        new Resampling(replicates, seed, Runtime.getRuntime().availableProcessors())));
        };
    }

    private static int rows(byte[] file) {
        return (int) new String(file, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .count();
    }

    /** The same from a table that is not a file. */
    public static ListsEstimation of(CaptureTable table, Source source, List<String> remarks, Resampling plan) {
        var comparison = Comparison.of(table, plan);
        var totals = new ArrayList<Total>();
        var silent = new ArrayList<String>();
        var flags = EnumSet.noneOf(Flag.class);
        for (var estimate : comparison.estimates())
            switch (estimate) {
                case Estimate.Total total -> {
                    totals.add(total(total, way(total, totals)));
                    flags.addAll(total.flags());
                }
                case Estimate.None none -> silent.add(none.method().words() + ": " + none.reason());
            }
        comparison.spread().ifPresent(spread -> flags.addAll(spread.flags()));
        return new ListsEstimation(
                source,
                table.names(),
                table.observed(),
                List.copyOf(totals),
                List.copyOf(silent),
                comparison.spread().map(ListsEstimation::bands).orElse(List.of()),
                comparison.spread().map(spread -> spread.standings().size()).orElse(0),
                comparison.disagrees(),
                flags,
                remarks);
    }

    private static String way(Estimate.Total total, List<Total> before) {
        var again = before.stream().anyMatch(one -> one.method() == total.method());
        return Keys.of(total.method()) + (again ? "-triples" : "");
    }

    // BCa limits where there are any: they are what is published (Silverman, Chan and Vincent 2024).
    private static Total total(Estimate.Total total, String way) {
        Optional<Interval> interval = total.intervals().stream()
                .filter(one -> one.method().startsWith("BCa"))
                .findFirst()
                .or(() -> total.intervals().stream().findFirst());
        return new Total(
                way,
                total.method(),
                total.total(),
                interval.map(Interval::lower).orElse(total.total()),
                interval.map(Interval::upper).orElse(total.total()),
                interval.map(Interval::method).orElse(null));
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
                    totals.stream().map(total -> dot(total, words)).toList(),
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

    private IntervalDots.Row dot(Total total, Words words) {
        // A percentile or BCa interval need not contain the estimate; the picture then reaches to it.
        return new IntervalDots.Row(
                words.text("estimate.lists." + total.way()),
                new IntervalDots.Estimate(
                        total.total(), Math.min(total.low(), total.total()), Math.max(total.high(), total.total())),
                observed);
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
                    + total.method().source() + (total.interval() == null ? "" : " – " + total.interval()));
        return method;
    }

    private List<String> limits(Words words) {
        var limits = new ArrayList<String>();
        for (var flag : flags) limits.add(words.text("estimate.lists.flag." + Keys.of(flag)));
        limits.add(words.text("estimate.lists.limit.linked"));
        limits.add(words.text("estimate.lists.limit.reach"));
        return limits;
    }

    private List<String> said() {
        return Stream.concat(silent.stream(), remarks.stream()).toList();
    }
}
