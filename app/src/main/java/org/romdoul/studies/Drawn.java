package org.romdoul.studies;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sample as it stands in the log.
 *
 * @param fact its fact
 * @param at when it was recorded
 * @param leaf its place in the log, counted from 0; null until it is sealed
 */
public record Drawn(
        UUID fact, Draw draw, Instant at, @Nullable Long leaf) {}
