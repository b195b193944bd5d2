package org.romdoul.cases;

import java.util.List;
import java.util.UUID;
import org.romdoul.access.Actor;
import org.romdoul.vault.SealedRef;

/**
 * A proposal to close a case. Nothing closes before a second person has read why.
 *
 * @param proposer the account that proposes it
 */
public record Closing(UUID id, UUID proposer, Reason reason, SealedRef words) {

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

    /** A case is closed while it is open and no limit of law runs in it: somebody may be in a cell. */
    static Answer mayPropose(Status status, List<Duty> waiting) {
        if (status != Status.OPEN) return Answer.refused("closing.not-open");
        return waiting.stream().anyMatch(duty -> duty.legalLimit() != null)
                ? Answer.refused("closing.clock-runs")
                : Answer.accepted();
    }

    /** The second reader leads, and is not who proposed it. */
    Answer mayAnswer(Actor reader) {
        if (reader.account().equals(proposer)) return Answer.refused("closing.own");
        return reader.role().leads() ? Answer.accepted() : Answer.refused("closing.not-a-lead");
    }
}
