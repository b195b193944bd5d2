package org.romdoul.docket;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;

/** Reads the values of one row; what is wrong with one is listed by its column, and the row is not taken. */
final class Cells {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

    private static final int MOST_MONTHS = 99_999;

    /** Stands in columns of months too, where the coding sheet does not explain it: not known, rather than 83 years. */
    private static final int MONTHS_NOT_KNOWN = 999;

    /** What the record's own forms take at most. */
    private static final int PLAUSIBLE_MONTHS = 1_200;

    private final SourceTable table;
    private final SourceTable.Line line;
    private final String key;
    private final Consumer<Listed> problems;
    private final Consumer<Listed> doubts;
    private boolean isWrong;

    private Cells(
            SourceTable table, SourceTable.Line line, String key, Consumer<Listed> problems, Consumer<Listed> doubts) {
        this.table = table;
        this.line = line;
        this.key = key;
        this.problems = problems;
        this.doubts = doubts;
    }

    /** @return the row's cells; nothing where it has not the columns of the head, or no key of its own */
    static @Nullable Cells of(
            SourceTable table,
            SourceTable.Line line,
            String keyColumn,
            Consumer<Listed> problems,
            Consumer<Listed> doubts) {
        if (!table.isWhole(line)) {
            var sizes = Problem.of(
                    "docket.row.values", line.values().size(), table.columns().size());
            problems.accept(new Listed(table.name(), line.number(), "", "", "", sizes));
            return null;
        }
        var key = table.value(line, keyColumn);
        if (KEY.matcher(key).matches()) return new Cells(table, line, key, problems, doubts);
        problems.accept(new Listed(table.name(), line.number(), "", keyColumn, "", Problem.of("docket.value.key")));
        return null;
    }

    String key() {
        return key;
    }

    long number() {
        return line.number();
    }

    SourceTable.Line line() {
        return line;
    }

    boolean isWrong() {
        return isWrong;
    }

    String text(String column) {
        return table.value(line, column);
    }

    String key(String column) {
        var text = text(column);
        if (!KEY.matcher(text).matches()) wrong(column, Problem.of("docket.value.key"));
        return text;
    }

    @Nullable
    Integer whole(String column, int least, int most) {
        return whole(column, text(column), least, most);
    }

    @Nullable
    Long money(String column) {
        return money(column, text(column));
    }

    private @Nullable Integer whole(String column, String text, int least, int most) {
        if (text.isEmpty()) return null;
        if (text.matches("\\d{1,9}")) {
            var number = Integer.parseInt(text);
            if (number >= least && number <= most) return number;
        }
        wrong(column, Problem.of("docket.value.number", String.valueOf(least), String.valueOf(most)));
        return null;
    }

    private @Nullable Long money(String column, String text) {
        if (text.isEmpty()) return null;
        if (text.matches("\\d{1,15}")) return Long.valueOf(text);
        wrong(column, Problem.of("docket.value.money"));
        return null;
    }

    /** @return the day, unknown where the cell is empty */
    PartialDate day(String column) {
        var text = text(column);
        if (text.isEmpty()) return PartialDate.UNKNOWN;
        try {
            var day = LocalDate.parse(text);
            if (YEAR.matcher(text.substring(0, 4)).matches()) return PartialDate.of(day);
        } catch (DateTimeParseException notADay) {
            // said below
        }
        wrong(column, Problem.of("docket.value.day"));
        return PartialDate.UNKNOWN;
    }

    /** @return the year, unknown where the cell is empty */
    PartialDate year(String column) {
        var text = text(column);
        if (text.isEmpty()) return PartialDate.UNKNOWN;
        if (YEAR.matcher(text).matches()) return PartialDate.ofYear(Integer.parseInt(text));
        wrong(column, Problem.of("docket.value.year"));
        return PartialDate.UNKNOWN;
    }

    <E> E one(String column, Map<String, E> words, E absent) {
        var text = text(column);
        if (text.isEmpty()) return absent;
        var meant = words.get(text);
        if (meant != null) return meant;
        wrong(
                column,
                Problem.of(
                        "docket.value.word",
                        String.join(", ", words.keySet().stream().sorted().toList())));
        return absent;
    }

    /** @return the values of a list; nothing where it is no list */
    Optional<List<String>> list(String column) {
        var items = ListAsText.read(text(column));
        if (items.isEmpty()) wrong(column, Problem.of("docket.value.list"));
        return items;
    }

    /** @return one value for each of some others; nulls where the cell is empty */
    List<@Nullable Integer> wholes(String column, int size, int most) {
        return aligned(column, size).stream()
                .map(text -> whole(column, text, 0, most))
                .toList();
    }

    List<@Nullable Long> moneys(String column, int size) {
        return aligned(column, size).stream().map(text -> money(column, text)).toList();
    }

    private List<String> aligned(String column, int size) {
        var items = list(column).orElse(List.of());
        if (items.size() == size) return items;
        if (!items.isEmpty()) wrong(column, Problem.of("docket.value.length", items.size(), size));
        return Collections.nCopies(size, "");
    }

    /** @return months of a sentence; nothing where they are not known */
    @Nullable
    Integer months(String column) {
        return plausible(column, whole(column, 0, MOST_MONTHS));
    }

    List<@Nullable Integer> months(String column, int size) {
        return wholes(column, size, MOST_MONTHS).stream()
                .map(months -> plausible(column, months))
                .toList();
    }

    private @Nullable Integer plausible(String column, @Nullable Integer months) {
        if (months == null || months <= PLAUSIBLE_MONTHS && months != MONTHS_NOT_KNOWN) return months;
        if (months != MONTHS_NOT_KNOWN) {
            doubt(column, Problem.of("docket.doubt.months", String.valueOf(PLAUSIBLE_MONTHS)));
            return months;
        }
        doubt(column, Problem.of("docket.doubt.not-known", String.valueOf(MONTHS_NOT_KNOWN)));
        return null;
    }

    /** Says of a value that it is taken as it stands, and that somebody should look at it. */
    void doubt(String column, Problem problem) {
        doubts.accept(new Listed(table.name(), line.number(), key, column, "", problem));
    }

    /** Says of a value that the row cannot be taken with it. */
    void wrong(String column, Problem problem) {
        isWrong = true;
        problems.accept(new Listed(table.name(), line.number(), key, column, "", problem));
    }
}
