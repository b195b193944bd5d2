package org.romdoul.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.chart.Table;
import org.romdoul.estimators.disclosure.ReleaseGuard;
import org.romdoul.estimators.disclosure.ReleaseGuard.Count;

/**
 * The counts of people that figures give away, so that a later release can be held against them: this month's number and last month's,
 * each harmless, tell together of the few between them.
 */
final class Released {

    /** How many columns name a row, and which of the others count; the first of those counts the row as a whole. */
    private enum Counting {
        COHORTS(1, "charged", "stands", "overturned", "not_convicted", "unknown", "open"),
        COURSE(1, "reached"),
        WAITING(1, "at_risk", "ended", "censored"),
        ENDINGS(2, "at_risk", "ended"),
        STATUTES(1, "charges", "convicted", "not_convicted", "unknown", "open"),
        SENTENCES(1, "convictions_that_stand");

        private final int names;
        private final List<String> counts;

        Counting(int names, String... counts) {
            this.names = names;
            this.counts = List.of(counts);
        }

        String figure() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Two counts that tell too much together.
     *
     * @param figure where
     * @param row which row of it
     * @param column which column; null: the row as a whole
     * @param people how few would become known
     */
    record Exposure(String figure, String row, @Nullable String column, int people) {}

    private static final ReleaseGuard GUARD = new ReleaseGuard(Cells.SMALLEST);

    private static final String FIGURE = "figure";
    private static final String COLUMN = "column";

    private Released() {}

    /** @param position of the log when they were made: later figures include earlier ones */
    static List<Count> counts(List<Figure> figures, long position) {
        var through = "%020d".formatted(position);
        return Stream.of(Counting.values())
                .flatMap(counting -> figures.stream()
                        .filter(figure -> figure.key().equals(counting.figure()))
                        .flatMap(figure -> counts(counting, figure.data(), through).stream()))
                .toList();
    }

    private static List<Count> counts(Counting counting, Table data, String through) {
        var counts = new ArrayList<Count>();
        for (var row : data.rows())
            for (var column = 0; column < row.size(); column++) {
                var head = data.head().get(column);
                if (!counting.counts.contains(head) || row.get(column).isEmpty()) continue;
                counts.add(new Count(
                        conditions(counting, data.head(), row, head), through, Integer.parseInt(row.get(column))));
            }
        return counts;
    }

    private static Map<String, String> conditions(
            Counting counting, List<String> heads, List<String> row, String head) {
        var conditions = IntStream.range(0, counting.names)
                .boxed()
                .collect(Collectors.toMap(heads::get, row::get, (one, other) -> one, TreeMap<String, String>::new));
        conditions.put(FIGURE, counting.figure());
        if (!head.equals(counting.counts.getFirst())) conditions.put(COLUMN, head);
        return conditions;
    }

    /** @return what the wanted counts would give away beside those that are known, the fewest people first */
    static List<Exposure> exposures(List<Count> wanted, List<Count> known) {
        return wanted.stream()
                .flatMap(one -> GUARD.exposures(one, known).stream().map(found -> exposure(one, found.difference())))
                .distinct()
                .sorted(Comparator.comparingInt(Exposure::people))
                .toList();
    }

    private static Exposure exposure(Count wanted, int people) {
        var conditions = new TreeMap<>(wanted.conditions());
        var figure = Objects.requireNonNull(conditions.remove(FIGURE));
        var column = conditions.remove(COLUMN);
        return new Exposure(figure, String.join(", ", conditions.values()), column, people);
    }
}
