package org.romdoul.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt tells its holder of a tip, and no more.
 *
 * @param outcome what became of it; nothing yet
 */
public record Standing(Instant recordedAt, boolean sealed, Tip.@Nullable Outcome outcome) {}
