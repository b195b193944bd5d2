package org.romdoul.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;
import org.romdoul.vault.SealedRef;

/**
 * Something somebody reports. Its own scope, with its own key.
 *
 * @param code what staff call it
 * @param happened when, as far as the reporter knows
 * @param contact how the reporter may safely be reached, if at all
 * @param triage what became of it; nothing yet
 */
public record Tip(
        UUID id,
        String code,
        Channel channel,
        Danger danger,
        PartialDate happened,
        Instant recordedAt,
        SealedRef words,
        @Nullable SealedRef place,
        @Nullable SealedRef contact,
        @Nullable Outcome triage) {

    /** How it came. */
    public enum Channel {
        PUBLIC,
        HOTLINE,
        PAPER
    }

    /** Whether somebody is in danger now, as the reporter sees it. */
    public enum Danger {
        YES,
        NO,
        UNKNOWN
    }

    /** What became of it. */
    public enum Outcome {
        NEW_CASE,
        KNOWN_CASE,
        REFERRED,
        CLOSED
    }
}
