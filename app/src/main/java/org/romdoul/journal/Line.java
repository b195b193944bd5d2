package org.romdoul.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.witnessing.Seal;

/**
 * One line of the timeline.
 *
 * @param noun the fact's table, {@code room.noun}; also its message key, {@code timeline.room.noun}
 * @param subject whom or what in the scope it is about
 * @param seal how far it has come: recorded, sealed, witnessed
 */
public record Line(
        UUID fact,
        String noun,
        @Nullable UUID subject,
        PartialDate happened,
        Instant recordedAt,
        UUID actor,
        @Nullable UUID behalf,
        @Nullable UUID supersedes,
        Seal seal) {}
