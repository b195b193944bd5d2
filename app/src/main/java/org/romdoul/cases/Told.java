package org.romdoul.cases;

import org.romdoul.journal.Line;

/** A line of the timeline and the staff number of who recorded it. */
public record Told(Line line, String number) {}
