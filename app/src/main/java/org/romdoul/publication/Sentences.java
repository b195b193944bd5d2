package org.romdoul.publication;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.romdoul.chart.Histogram;
import org.romdoul.chart.Table;
import org.romdoul.chart.Words;

/** The prison sentences of convictions that stand; sentences for life, and those nobody knows, apart. */
final class Sentences {

    /** How long, in classes that a reader of court statistics knows. */
    enum Length {
        NONE(0),
        UNDER_1_YEAR(11),
        FROM_1_YEAR(23),
        FROM_2_YEARS(59),
        FROM_5_YEARS(119),
        FROM_10_YEARS(239),
        FROM_20_YEARS(Integer.MAX_VALUE),
        LIFE(-1),
        NOT_KNOWN(-1);

        private final int upTo;

        /** @param upTo the most months in it */
        Length(int upTo) {
            this.upTo = upTo;
        }

        static Length of(Accused one) {
            if (one.life()) return LIFE;
            var months = one.monthsPrison();
            if (months == null) return NOT_KNOWN;
            return Stream.of(values())
                    .filter(length -> months <= length.upTo)
                    .findFirst()
                    .orElseThrow();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final int[] months;
    private final Cells cells;
    private final boolean guarded;

    private Sentences(int[] months, Cells cells, boolean guarded) {
        this.months = months;
        this.cells = cells;
        this.guarded = guarded;
    }

    static Sentences of(Snapshot from) {
        var standing = from.accused().stream()
                .filter(one -> one.stand().convictionStands())
                .toList();
        var counts = new int[Length.values().length];
        standing.forEach(one -> counts[Length.of(one).ordinal()]++);
        return new Sentences(
                standing.stream()
                        .filter(one -> !one.life())
                        .map(Accused::monthsPrison)
                        .filter(java.util.Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .sorted()
                        .toArray(),
                Cells.of(new int[][] {counts}, counts.length, from.isGuarded()),
                from.isGuarded());
    }

    Figure figure(Cohorts cohorts, Words words) {
        var all = cells.total();
        if (all.isEmpty() || !cohorts.cells().hasTotals())
            return Figure.none("sentences", words.text("results.withheld.totals"));
        if (all.getAsInt() == 0) return Figure.none("sentences", words.text("results.sentences.none"));
        var bars = Stream.of(Length.values())
                .filter(length -> count(length).isPresent())
                .map(length -> new Histogram.Bar(
                        words.text("results.length." + length.word()),
                        count(length).getAsInt(),
                        length == Length.NOT_KNOWN))
                .toList();
        var chart = Histogram.of(finding(words), words.text("results.sentence"), bars, words);
        return new Figure("sentences", chart, notes(bars.size(), words), data());
    }

    private OptionalInt count(Length length) {
        return cells.at(0, length.ordinal());
    }

    private String finding(Words words) {
        var all = words.number(cells.total().orElseThrow());
        // A median is somebody's sentence.
        return guarded || months.length == 0
                ? words.text("results.sentences.finding.few", all)
                : words.text("results.sentences.finding", all, words.number(median()));
    }

    private double median() {
        return (months[(months.length - 1) / 2] + months[months.length / 2]) / 2.0;
    }

    private List<String> notes(int shown, Words words) {
        var notes = new java.util.ArrayList<>(
                List.of(words.text("results.sentences.method"), words.text("results.sentences.limits")));
        var hidden = Length.values().length - shown;
        if (hidden > 0)
            notes.add(words.text("results.suppressed.bars", words.number(hidden), words.number(Cells.SMALLEST)));
        return List.copyOf(notes);
    }

    private Table data() {
        return new Table(
                List.of("prison", "convictions_that_stand"),
                Arrays.stream(Length.values())
                        .map(length -> List.of(
                                length.word(),
                                count(length).isPresent()
                                        ? String.valueOf(count(length).getAsInt())
                                        : ""))
                        .toList());
    }
}
