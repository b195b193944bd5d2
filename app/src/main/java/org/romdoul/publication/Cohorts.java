package org.romdoul.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.romdoul.chart.StackedBars;
import org.romdoul.chart.StackedBars.Look;
import org.romdoul.chart.Table;
import org.romdoul.chart.Words;
import org.romdoul.estimators.survival.Attrition;

/** What has become of everybody charged, by the year of the charge: what is open or unknown stands beside what is decided. */
final class Cohorts {

    /** Where people are now; the parts of a cohort. */
    enum Part {
        STANDS(Look.SOLID, Stand::convictionStands),
        OVERTURNED(Look.LATE, stand -> stand == Stand.OVERTURNED),
        NOT_CONVICTED(Look.PALE, stand -> stand.isDecided() && !stand.wasConvicted()),
        UNKNOWN(Look.DOTTED, stand -> stand == Stand.UNKNOWN),
        OPEN(Look.OPEN, stand -> stand == Stand.OPEN);

        private final Look look;
        private final Predicate<Stand> holds;

        Part(Look look, Predicate<Stand> holds) {
            this.look = look;
            this.holds = holds;
        }

        static Part of(Stand stand) {
            return Stream.of(values())
                    .filter(part -> part.holds.test(stand))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** After every year. */
    private static final String UNDATED = "unknown";

    private static final int PARTS = Part.values().length;

    private final List<String> years;
    private final Cells cells;
    private final Attrition attrition;

    private Cohorts(List<String> years, Cells cells, Attrition attrition) {
        this.years = years;
        this.cells = cells;
        this.attrition = attrition;
    }

    /** @param from with somebody charged in it */
    static Cohorts of(Snapshot from) {
        var counts = new TreeMap<String, int[]>();
        for (var one : from.accused())
            counts.computeIfAbsent(cohort(one), year -> new int[PARTS])[
                    Part.of(one.stand()).ordinal()]++;
        var attrition = Attrition.of(
                Stream.of(Stand.Stage.values()).map(Enum::name).toList(),
                from.accused().stream()
                        .map(one -> one.stand().progress(cohort(one)))
                        .toList());
        return new Cohorts(
                List.copyOf(counts.keySet()),
                Cells.of(counts.values().toArray(int[][]::new), PARTS, from.isGuarded()),
                attrition);
    }

    private static String cohort(Accused one) {
        var year = one.cohort();
        return year.isPresent() ? String.valueOf(year.getAsInt()) : UNDATED;
    }

    Cells cells() {
        return cells;
    }

    OptionalInt total(Part part) {
        return cells.ofColumn(part.ordinal());
    }

    Figure figure(Words words) {
        var hidden = words.text("results.withheld");
        var rows = new ArrayList<>(List.of(row(years.size(), words.text("results.all-years"))));
        for (var i = 0; i < years.size(); i++) rows.add(row(i, said(years.get(i), words)));
        var kinds = Stream.of(Part.values())
                .map(part -> new StackedBars.Kind(words.text(key(part)), part.look))
                .toList();
        var chart = StackedBars.of(finding(words), words.text("results.charged-in"), kinds, hidden, rows, words);
        return new Figure("cohorts", chart, notes(words), data());
    }

    private StackedBars.Row row(int row, String label) {
        return new StackedBars.Row(
                label,
                cells.longAt(row, PARTS),
                IntStream.range(0, PARTS)
                        .mapToObj(part -> cells.longAt(row, part))
                        .toList());
    }

    private static String said(String year, Words words) {
        return year.equals(UNDATED) ? words.text("results.year.unknown") : year;
    }

    private static String key(Part part) {
        return "results.part." + part.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private String finding(Words words) {
        var all = cells.total();
        var stands = total(Part.STANDS);
        var open = cells.at(years.size(), Part.OPEN.ordinal());
        var unknown = cells.at(years.size(), Part.UNKNOWN.ordinal());
        if (all.isEmpty()) return words.text("results.cohorts.withheld");
        if (stands.isEmpty() || open.isEmpty() || unknown.isEmpty())
            return words.text("results.cohorts.finding.all", words.number(all.getAsInt()));
        return words.text(
                "results.cohorts.finding",
                words.number(all.getAsInt()),
                words.percent((double) stands.getAsInt() / all.getAsInt()),
                words.percent((double) (open.getAsInt() + unknown.getAsInt()) / all.getAsInt()));
    }

    private List<String> notes(Words words) {
        var notes =
                new ArrayList<>(List.of(words.text("results.cohorts.method"), words.text("results.cohorts.limits")));
        if (cells.small() + cells.further() > 0)
            notes.add(words.text(
                    "results.suppressed",
                    words.number(cells.small()),
                    words.number(cells.further()),
                    words.number(Cells.SMALLEST)));
        return List.copyOf(notes);
    }

    private Table data() {
        var head = new ArrayList<>(List.of("charged_in", "charged"));
        Stream.of(Part.values()).forEach(part -> head.add(part.name().toLowerCase(java.util.Locale.ROOT)));
        head.addAll(List.of("convicted_at_least", "convicted_at_most"));
        var rows = new ArrayList<List<String>>();
        for (var i = 0; i < years.size(); i++) {
            var row = new ArrayList<>(List.of(years.get(i)));
            for (var column = 0; column <= PARTS; column++)
                row.add(written(cells.at(i, column == 0 ? PARTS : column - 1)));
            row.addAll(bounds(i));
            rows.add(row);
        }
        return new Table(head, rows);
    }

    /** What share was or may yet be convicted, as decimal fractions; not where a number of the year is left blank. */
    private List<String> bounds(int row) {
        if (IntStream.rangeClosed(0, PARTS).anyMatch(part -> cells.at(row, part).isEmpty())) return List.of("", "");
        var cohort = attrition.cohorts().get(row);
        var convicted = Stand.Stage.CONVICTED.ordinal();
        return List.of(Exact.number(cohort.atLeast(convicted)), Exact.number(cohort.atMost(convicted)));
    }

    private static String written(OptionalInt count) {
        return count.isPresent() ? String.valueOf(count.getAsInt()) : "";
    }
}
