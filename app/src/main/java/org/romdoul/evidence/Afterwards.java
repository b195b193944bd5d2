package org.romdoul.evidence;

import java.time.Instant;

/** A stretch of custody that the record knows only from what was written down later than a day after it. Nothing is missing of it. */
public record Afterwards(Instant from, Instant to) {}
