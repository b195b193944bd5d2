package org.romdoul.journal;

/**
 * A table made for speed from facts, and how it is made. The audit runs {@code recomputed} as the auditor and compares it
 * with the table, row for row. A room declares its derived tables as beans.
 *
 * @param table schema and table: {@code cases.desk}
 * @param recomputed a SELECT over fact tables alone that gives every column of the table by its name, in any order: what it
 *     left out, nobody would compare
 */
public record Derived(String table, String recomputed) {}
