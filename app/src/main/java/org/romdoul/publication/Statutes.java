package org.romdoul.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.romdoul.chart.IntervalDots;
import org.romdoul.chart.Table;
import org.romdoul.chart.Words;
import org.romdoul.estimators.Interval;
import org.romdoul.estimators.Share;

/** How often a charge under each statute ends in a conviction, of those that were decided. */
final class Statutes {

    /** Fewer decided charges say too little to be drawn; the table has them. */
    private static final int DRAWN_FROM = 10;

    /** What counts of a statute are told apart. */
    private enum Part {
        CONVICTED,
        NOT_CONVICTED,
        UNKNOWN,
        OPEN;

        static Part of(Stand stand) {
            if (stand.convictionStands()) return CONVICTED;
            if (stand.isDecided()) return NOT_CONVICTED;
            return stand == Stand.OPEN ? OPEN : UNKNOWN;
        }
    }

    /** The share of a statute's decided charges, each counted as if it stood alone, which the limits say. */
    private record Rate(String statute, Share share) {

        private double value() {
            return share.value();
        }

        private Interval interval() {
            return share.interval(Waiting.LEVEL);
        }
    }

    private static final int PARTS = Part.values().length;
    private static final String OTHER = "other";

    private final List<String> statutes;
    private final Cells cells;

    private Statutes(List<String> statutes, Cells cells) {
        this.statutes = statutes;
        this.cells = cells;
    }

    static Statutes of(Snapshot from) {
        var counts = new TreeMap<String, int[]>();
        for (var charge : from.charges())
            counts.computeIfAbsent(charge.statute(), statute -> new int[PARTS])[
                    Part.of(charge.stand()).ordinal()]++;
        var rows = from.isGuarded() ? withoutSmall(counts) : counts;
        return new Statutes(
                List.copyOf(rows.keySet()), Cells.of(rows.values().toArray(int[][]::new), PARTS, from.isGuarded()));
    }

    /** A statute that hardly anybody is charged under would name its case. */
    private static Map<String, int[]> withoutSmall(Map<String, int[]> counts) {
        var joined = new TreeMap<String, int[]>();
        counts.forEach((statute, row) -> {
            var name = IntStream.of(row).sum() < Cells.SMALLEST ? OTHER : statute;
            var into = joined.computeIfAbsent(name, other -> new int[PARTS]);
            for (var part = 0; part < PARTS; part++) into[part] += row[part];
        });
        return joined;
    }

    boolean isEmpty() {
        return statutes.isEmpty();
    }

    Figure figure(Words words) {
        if (!cells.hasTotals()) return Figure.none("statutes", words.text("results.withheld.totals"));
        var rates = rates();
        if (rates.isEmpty())
            return Figure.none("statutes", words.text("results.statutes.none", words.number(DRAWN_FROM)));
        var rows = rates.stream()
                .map(rate -> new IntervalDots.Row(
                        said(rate, words),
                        new IntervalDots.Estimate(
                                rate.value(),
                                rate.interval().lower(),
                                rate.interval().upper()),
                        rate.share.cases()))
                .toList();
        var chart = IntervalDots.of(finding(rates, words), rows, IntervalDots.Scale.PERCENT, words);
        return new Figure("statutes", chart, notes(words), data());
    }

    /** The most frequent first, as they stand in the statistics of courts. */
    private List<Rate> rates() {
        return IntStream.range(0, statutes.size())
                .mapToObj(this::rate)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt((Rate rate) -> -rate.share.cases())
                        .thenComparing(Rate::statute))
                .toList();
    }

    private static String said(Rate rate, Words words) {
        return rate.statute.equals(OTHER) ? words.text("results.statutes.other") : rate.statute;
    }

    private Optional<Rate> rate(int row) {
        var convicted = cells.at(row, Part.CONVICTED.ordinal());
        var not = cells.at(row, Part.NOT_CONVICTED.ordinal());
        if (convicted.isEmpty() || not.isEmpty()) return Optional.empty();
        var decided = convicted.getAsInt() + not.getAsInt();
        if (decided < DRAWN_FROM) return Optional.empty();
        return Optional.of(new Rate(statutes.get(row), new Share(convicted.getAsInt(), decided)));
    }

    private static String finding(List<Rate> rates, Words words) {
        var least = rates.stream().min(Comparator.comparingDouble(Rate::value)).orElseThrow();
        var most = rates.stream().max(Comparator.comparingDouble(Rate::value)).orElseThrow();
        if (rates.size() == 1)
            return words.text("results.statutes.finding.one", said(least, words), words.percent(least.value()));
        return words.text(
                "results.statutes.finding",
                words.percent(least.value()),
                said(least, words),
                words.percent(most.value()),
                said(most, words));
    }

    private List<String> notes(Words words) {
        var notes = new ArrayList<>(List.of(
                words.text("results.statutes.method", words.number(DRAWN_FROM)),
                words.text("results.statutes.limits")));
        if (cells.small() + cells.further() > 0)
            notes.add(words.text(
                    "results.suppressed",
                    words.number(cells.small()),
                    words.number(cells.further()),
                    words.number(Cells.SMALLEST)));
        return List.copyOf(notes);
    }

    private Table data() {
        var rows = new ArrayList<List<String>>();
        for (var row = 0; row < statutes.size(); row++) {
            var cellsOfRow = new ArrayList<>(List.of(statutes.get(row)));
            for (var part = 0; part <= PARTS; part++) {
                var count = cells.at(row, part == 0 ? PARTS : part - 1);
                cellsOfRow.add(count.isPresent() ? String.valueOf(count.getAsInt()) : "");
            }
            var rate = rate(row);
            cellsOfRow.add(rate.map(one -> Exact.number(one.value())).orElse(""));
            cellsOfRow.add(rate.map(one -> Exact.number(one.interval().lower())).orElse(""));
            cellsOfRow.add(rate.map(one -> Exact.number(one.interval().upper())).orElse(""));
            rows.add(cellsOfRow);
        }
        return new Table(
                List.of(
                        "statute",
                        "charges",
                        "convicted",
                        "not_convicted",
                        "unknown",
                        "open",
                        "convicted_of_decided",
                        "lower",
                        "upper"),
                rows);
    }
}
