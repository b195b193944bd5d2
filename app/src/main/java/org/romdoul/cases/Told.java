package org.romdoul.cases;

import org.romdoul.journal.Line;

/**
 * A line of the timeline.
 *
 * @param number the staff number of who recorded it
 * @param about the label of the person it is about; empty where it is about the case
 */
public record Told(Line line, String number, String about) {}
