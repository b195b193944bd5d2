package org.romdoul.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.romdoul.journal.witnessing.Seal;

/**
 * What a receipt tells its holder of a tip, and no more.
 *
 * @param seal how far the record of it has come
 * @param outcome what became of it; nothing yet
 */
public record Standing(Instant recordedAt, Seal seal, Tip.@Nullable Outcome outcome) {}
