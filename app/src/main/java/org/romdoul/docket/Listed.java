package org.romdoul.docket;

/**
 * Something of the source that was not taken, or that was taken and should be looked at.
 *
 * @param file name of the file
 * @param line where the row begins in it, from 1
 * @param row the row's key; empty where it has none that can be read
 * @param column which column says it; empty where the row as a whole does
 * @param entry which statute of the row, as the file writes it; empty where it concerns the row
 */
public record Listed(String file, long line, String row, String column, String entry, Problem problem) {}
