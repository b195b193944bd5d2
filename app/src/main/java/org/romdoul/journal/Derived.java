package org.romdoul.journal;

/**
 * A table made for speed from facts, and how it is made. The audit runs {@code recomputed} as the auditor and compares it
 * with the table, row for row. A room declares its derived tables as beans.
 *
 * @param table schema and table: {@code cases.desk}
 * @param recomputed a SELECT over fact tables alone whose columns have the table's names, in any order; it may leave out
 *     columns, which are then not compared
 */
public record Derived(String table, String recomputed) {}
