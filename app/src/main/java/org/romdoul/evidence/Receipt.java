package org.romdoul.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.blobs.Condition;
import org.romdoul.input.PartialDate;

/**
 * The answer to a hand-over.
 *
 * @param by the receiver, or the giver where it was taken back
 * @param place code of the place where it is kept now
 * @param seal as the receiver read it; null where it had none
 * @param found null where it was taken back
 * @param stored how the stored file was at that moment; null where the exhibit is a thing
 */
public record Receipt(
        UUID id,
        Outcome outcome,
        UUID by,
        @Nullable String place,
        @Nullable String seal,
        @Nullable Found found,
        @Nullable Condition stored,
        PartialDate happened,
        Instant recordedAt) {

    /** How a hand-over ended. */
    public enum Outcome {
        RECEIVED,
        REFUSED,
        WITHDRAWN
    }
}
