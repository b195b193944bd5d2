package org.romdoul.cases.closing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.cases.Answer;
import org.romdoul.cases.Duty;
import org.romdoul.cases.Status;
import org.romdoul.vault.SealedRef;

/**
 * A proposal to close a case, and what came of it. Nothing closes before a second person has read why.
 *
 * @param proposer the account that proposes it
 * @param contested what others proposed at the same time: kept, for the second reader to decide between
 * @param read null while nobody has answered
 * @param reopening null while it holds
 */
public record Closing(
        UUID id,
        UUID proposer,
        Instant at,
        Reason reason,
        SealedRef words,
        List<Proposal> contested,
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

    /** What another hand proposed while the first proposal waited. */
    public record Proposal(UUID id, UUID proposer, Instant at, Reason reason, SealedRef words) {}

    /**
     * The second reader's answer: she closes the case, or gives it back.
     *
     * @param chosen whose reason holds, where more than one proposed; null for the first
     */
    public record Read(
            UUID id,
            UUID reader,
            Instant at,
            boolean accepted,
            @Nullable UUID chosen,
            @Nullable SealedRef words) {}

    /**
     * A case is closed while it is open and no limit of law runs in it: somebody may be in a cell. What another hand proposes
     * while a proposal waits is kept beside it.
     *
     * @param waits the proposal that nobody has answered; null where there is none
     */
    static Answer mayPropose(Status status, @Nullable Closing waits, UUID by, List<Duty> waiting) {
        if (status == Status.CLOSED || waits != null && waits.isProposedBy(by))
            return Answer.refused("closing.not-open");
        return waiting.stream().anyMatch(duty -> duty.legalLimit() != null)
                ? Answer.refused("closing.clock-runs")
                : Answer.accepted();
    }

    /** The second reader leads, and is not of those who proposed it. */
    Answer mayAnswer(Actor reader) {
        if (read != null) return Answer.refused("closing.answered");
        if (isProposedBy(reader.account())) return Answer.refused("closing.own");
        return reader.role().leads() ? Answer.accepted() : Answer.refused("closing.not-a-lead");
    }

    boolean isProposedBy(UUID account) {
        return proposer.equals(account)
                || contested.stream().anyMatch(one -> one.proposer().equals(account));
    }

    /** @return whether it is this proposal, or one kept beside it */
    boolean has(UUID proposal) {
        return id.equals(proposal)
                || contested.stream().anyMatch(one -> one.id().equals(proposal));
    }
}
