package org.romdoul.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.blobs.Condition;
import org.romdoul.input.PartialDate;

/**
 * Somebody looked how an exhibit is.
 *
 * @param seal as it was found; null where it had none
 * @param newSeal the seal it has now, where it was opened and sealed again
 * @param stored how the stored file was; null where the exhibit is a thing
 */
public record Inspection(
        UUID id,
        UUID by,
        Found found,
        @Nullable String seal,
        @Nullable String newSeal,
        @Nullable Condition stored,
        PartialDate happened,
        Instant recordedAt) {}
