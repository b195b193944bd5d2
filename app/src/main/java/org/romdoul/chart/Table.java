package org.romdoul.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbers behind a picture, written as the reader reads them.
 *
 * @param head what each column holds
 * @param rows as many cells as the head, the first naming the row
 */
public record Table(List<String> head, List<List<String>> rows) {

    public Table {
        if (rows.stream().anyMatch(row -> row.size() != head.size()))
            throw new IllegalArgumentException("a row is not as long as the head");
    }

    /** @return the table as a file for a spreadsheet (RFC 4180); a cell never begins a formula */
    public String csv() {
        return Stream.concat(Stream.of(head), rows.stream())
                .map(row -> row.stream().map(Table::cell).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    private static String cell(String text) {
        var plain = text.matches("[=+@\\t\\r].*|-[^0-9].*") ? "'" + text : text;
        return plain.matches("(?s).*[\",\\r\\n].*") ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }
}
