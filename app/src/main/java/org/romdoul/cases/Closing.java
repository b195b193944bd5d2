package org.romdoul.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.vault.SealedRef;

/**
 * A proposal to close a case, and what came of it. Nothing closes before a second person has read why.
 *
 * @param proposer the account that proposes it
 * @param read null while nobody has answered
 * @param reopening null while it holds
 */
public record Closing(
        UUID id,
        UUID proposer,
        Instant at,
        Reason reason,
        SealedRef words,
        @Nullable Read read,
        @Nullable Reopening reopening) {

    /** Why a case is closed. */
    public enum Reason {
        FINAL_JUDGMENT,
        NO_CRIME,
        NO_EVIDENCE,
        NO_SUSPECT,
        JOINED,
        NO_JURISDICTION,
        OTHER
    }

    /** The second reader's answer: she closes the case, or gives it back. */
    public record Read(
            UUID id,
            UUID reader,
            Instant at,
            boolean accepted,
            @Nullable SealedRef words) {}

    /** A case is closed while it is open and no limit of law runs in it: somebody may be in a cell. */
    static Answer mayPropose(Status status, List<Duty> waiting) {
        if (status != Status.OPEN) return Answer.refused("closing.not-open");
        return waiting.stream().anyMatch(duty -> duty.legalLimit() != null)
                ? Answer.refused("closing.clock-runs")
                : Answer.accepted();
    }

    /** The second reader leads, and is not who proposed it. */
    Answer mayAnswer(Actor reader) {
        if (read != null) return Answer.refused("closing.answered");
        if (reader.account().equals(proposer)) return Answer.refused("closing.own");
        return reader.role().leads() ? Answer.accepted() : Answer.refused("closing.not-a-lead");
    }
}
