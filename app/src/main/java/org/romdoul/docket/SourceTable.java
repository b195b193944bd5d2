package org.romdoul.docket;

import java.util.List;

/**
 * A file of comma-separated values whose head names its columns.
 *
 * @param name the file's
 */
record SourceTable(String name, List<String> columns, List<Line> lines) {

    /**
     * A row as it stands in the file.
     *
     * @param number the line of the file it begins at, from 1
     * @param values as many as it has, which may not be as many as there are columns
     */
    record Line(long number, List<String> values) {}

    boolean isWhole(Line line) {
        return line.values().size() == columns.size();
    }

    /** @return what a whole line says in a column */
    String value(Line line, String column) {
        return line.values().get(columns.indexOf(column)).strip();
    }
}
