package org.romdoul.estimate;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.romdoul.estimators.Refusal;

/** A file of figures (RFC 4180, UTF-8) with its columns by name. Whatever is wrong in it is said by line and column. */
final class Sheet {

    /** More rows than any study has; a file beyond is a mistake, and is told so before it fills the memory. */
    static final int MOST_ROWS = 5_000_000;

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .get();

    private static final Pattern BREAK = Pattern.compile("\\R");

    private final List<String> columns;
    private final List<Row> rows;
    private final Source source;

    private Sheet(List<String> columns, List<Row> rows, Source source) {
        this.columns = columns;
        this.rows = rows;
        this.source = source;
    }

    /** @throws Refusal if it is not text, not a table, or has nothing in it */
    static Sheet of(byte[] file) {
        try (var parsed = FORMAT.parse(new StringReader(text(file)))) {
            var columns = parsed.getHeaderNames();
            var rows = rows(parsed);
            if (columns.size() < 2) throw notCommas(columns);
            if (rows.isEmpty())
                throw Refusal.of("file", "there is no row below the header", "There is nothing to estimate from.");
            if (rows.size() > MOST_ROWS)
                throw Refusal.of(
                        "file", "more than " + MOST_ROWS + " rows", "Sum them up by venue, list or period first.");
            for (var row : rows) if (row.cells.size() != columns.size()) throw uneven(row, columns);
            return new Sheet(columns, rows, Source.of(file, rows.size()));
        } catch (UncheckedIOException | IOException | IllegalArgumentException broken) {
            if (broken instanceof Refusal refusal) throw refusal;
            throw Refusal.of(
                    "file",
                    "it is not a table of comma-separated values: " + broken.getMessage(),
                    "Save it again as CSV, with every quotation mark closed and each column named once.");
        }
    }

    // Blank lines are no rows, and a cell may run over several lines: where a row began is told by neither's number
    // alone.
    private static List<Row> rows(CSVParser parsed) {
        var rows = new ArrayList<Row>();
        for (var cells : parsed) {
            rows.add(new Row(cells, Math.toIntExact(parsed.getCurrentLineNumber()) - breaks(cells)));
            if (rows.size() > MOST_ROWS) break;
        }
        return List.copyOf(rows);
    }

    private static int breaks(CSVRecord cells) {
        var breaks = 0;
        for (var cell : cells)
            if (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0) breaks += BREAK.split(cell, -1).length - 1;
        return breaks;
    }

    /** @throws Refusal if it is not UTF-8 */
    static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString()
                    .replace("\uFEFF", "");
        } catch (CharacterCodingException other) {
            throw Refusal.of("file", "it is not UTF-8 text", "Save it again as CSV in UTF-8; a workbook is not read.");
        }
    }

    private static Refusal notCommas(List<String> columns) {
        var header = columns.isEmpty() ? "" : columns.getFirst();
        return header.contains(";") || header.contains("\t")
                ? Refusal.of("line 1", "columns are separated by semicolons or tabs", "Save it again with commas.")
                : Refusal.of(
                        "line 1",
                        "there is one column only",
                        "The first line must name the columns, separated by commas.");
    }

    private static Refusal uneven(Row row, List<String> columns) {
        return Refusal.of(
                "line " + row.line,
                row.cells.size() + " cells where the header names " + columns.size(),
                "What belongs to which column cannot be told.");
    }

    Source source() {
        return source;
    }

    List<Row> rows() {
        return rows;
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    /**
     * @param names what the column may be called, the usual one first
     * @throws Refusal if the file has none of them
     */
    String column(String... names) {
        return find(names)
                .orElseThrow(() -> Refusal.of(
                        "line 1",
                        "there is no column \"" + names[0] + "\""
                                + (names.length == 1
                                        ? ""
                                        : " (nor "
                                                + String.join(
                                                        ", ",
                                                        Arrays.asList(names).subList(1, names.length)) + ")"),
                        "Columns are " + String.join(", ", columns) + "."));
    }

    String first() {
        return columns.getFirst();
    }

    Optional<String> find(String... names) {
        return Arrays.stream(names).filter(columns::contains).findFirst();
    }

    /** @return the line of the file on which this row begins, both counted from 1 */
    int line(int row) {
        return rows.get(row - 1).line;
    }

    /** One row; its place is what an editor shows. */
    static final class Row {

        private final CSVRecord cells;
        private final int line;

        private Row(CSVRecord cells, int line) {
            this.cells = cells;
            this.line = line;
        }

        String text(String column) {
            var text = cells.get(column);
            if (text.isEmpty()) throw refused(column, "it is empty", "Every row needs one.");
            return text;
        }

        String maybe(String column) {
            return cells.get(column);
        }

        int count(String column) {
            var number = number(column);
            if (number < 0)
                throw refused(
                        column,
                        "a negative count: " + cells.get(column),
                        "Nobody can be counted less than not at all.");
            if (number != Math.rint(number) || number > Integer.MAX_VALUE)
                throw refused(
                        column, "not a whole number: " + cells.get(column), "People and venues are counted whole.");
            return (int) number;
        }

        double number(String column) {
            var text = cells.get(column);
            if (text.isEmpty() || text.equals("NA"))
                throw refused(column, "no number", "A missing figure is not nought; leave the row out, or find it.");
            try {
                var number = Double.parseDouble(text);
                if (Double.isFinite(number)) return number;
            } catch (NumberFormatException words) {
                // said below, with those that parse and are none
            }
            throw refused(column, "not a number: " + text, "Write figures with a full stop and without spaces.");
        }

        Refusal refused(String column, String found, String meaning) {
            return Refusal.of("line " + line + ", column " + column, found, meaning);
        }
    }
}
