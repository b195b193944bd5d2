package org.romdoul.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.estimators.disclosure.SuppressedTable;
import org.romdoul.input.Typed;
import org.romdoul.publication.Position;
import org.romdoul.publication.Results;

/**
 * How the lists of agencies overlapped when somebody counted.
 *
 * @param lists kinds of agencies
 * @param people how many each combination of them knows, and none of the others
 * @param position where the log stood; null where nothing was sealed yet
 */
public record Overlap(
        String code,
        SortedSet<String> lists,
        SortedMap<String, Integer> people,
        @Nullable Position position) {

    /** A combination of lists and its people; blank where that would expose somebody. */
    public record Row(List<String> lists, OptionalInt people) {}

    /** A count by exactly these lists. */
    record Counted(List<String> lists, int people) {}

    /** @return the table, or why there is none */
    static Typed<Overlap> of(String code, List<Counted> counted, @Nullable Position position) {
        var lists = new TreeSet<String>();
        var people = new TreeMap<String, Integer>();
        counted.forEach(one -> lists.addAll(one.lists()));
        if (lists.isEmpty()) return Typed.problem("overlap.record.nobody");
        if (lists.size() == 1) return Typed.problem("overlap.record.one-list");
        counted.forEach(one -> people.put(history(lists, one.lists()), one.people()));
        return new Typed.Value<>(new Overlap(code, lists, people, position));
    }

    /** @return the table as it was written by {@link #file()} */
    static Overlap of(String code, String file, @Nullable Position position) {
        var lines = file.lines().toList();
        var head = List.of(lines.getFirst().split(","));
        var people = new TreeMap<String, Integer>();
        for (var line : lines.subList(1, lines.size())) {
            var cut = line.lastIndexOf(',');
            people.put(line.substring(0, cut), Integer.valueOf(line.substring(cut + 1)));
        }
        return new Overlap(code, new TreeSet<>(head.subList(0, head.size() - 1)), people, position);
    }

    private static String history(SortedSet<String> lists, List<String> on) {
        return lists.stream().map(list -> on.contains(list) ? "1" : "0").collect(Collectors.joining(","));
    }

    /** As {@code romdoul estimate mse} reads it. */
    public String file() {
        var head = String.join(",", lists) + ",people";
        var rows = people.entrySet().stream().map(one -> one.getKey() + "," + one.getValue());
        return Stream.concat(Stream.of(head), rows).collect(Collectors.joining("\n", "", "\n"));
    }

    /** @return every combination that somebody is on; exact, or without what would expose somebody */
    public List<Row> rows(boolean exact) {
        var guarded = guarded();
        var rows = new ArrayList<Row>();
        people.forEach((history, count) ->
                rows.add(new Row(on(history), exact ? OptionalInt.of(count) : guarded.cell(0, rows.size()))));
        return rows;
    }

    /** Whether nothing in it would expose somebody. */
    boolean isWhole() {
        var guarded = guarded();
        return IntStream.rangeClosed(0, people.size())
                .allMatch(column -> guarded.cell(0, column).isPresent());
    }

    private SuppressedTable guarded() {
        var counts = people.values().stream().mapToInt(Integer::intValue).toArray();
        return SuppressedTable.protect(new int[][] {counts}, Results.SMALLEST);
    }

    private List<String> on(String history) {
        var marks = history.split(",");
        var on = new ArrayList<String>();
        var column = 0;
        for (var list : lists) if (marks[column++].equals("1")) on.add(list);
        return on;
    }
}
