package org.romdoul.cases.transfer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.cases.Answer;
import org.romdoul.cases.CaseCode;
import org.romdoul.cases.Desk;
import org.romdoul.cases.OpenCase;
import org.romdoul.cases.Status;
import org.romdoul.vault.SealedRef;

/**
 * Another agency is asked to take a case over. It sees the question and the reason's code, nothing of the case.
 *
 * @param code the case's
 * @param from the account that asks
 * @param to the agency that is asked
 * @param words for those who hold the case
 * @param answer how it ended; null while it is not answered
 */
public record Transfer(
        UUID id,
        UUID caseId,
        CaseCode code,
        UUID from,
        UUID to,
        Reason reason,
        SealedRef words,
        Instant asked,
        @Nullable Ended answer) {

    /**
     * How a question ended.
     *
     * @param id the answer's fact
     * @param reason why it was refused
     */
    public record Ended(
            UUID id,
            UUID by,
            Instant at,
            Outcome outcome,
            @Nullable Reason reason) {}

    /** Why it is asked, or why it refuses. */
    public enum Reason {
        PLACE,
        COMPETENCE,
        CONFLICT,
        CAPACITY,
        OTHER
    }

    /** How it ended. */
    public enum Outcome {
        ACCEPTED,
        REFUSED,
        WITHDRAWN
    }

    /** A lead of the agency that was asked answers for it. */
    Answer mayAnswer(Actor actor) {
        if (answer != null) return Answer.refused("transfer.answered");
        return actor.role().leads() && actor.agency().equals(to)
                ? Answer.accepted()
                : Answer.refused("transfer.not-asked");
    }

    /** Who answers for the case, or leads her agency, offers it to another; one at a time. */
    static Answer mayAsk(OpenCase file, Desk desk, UUID to, boolean pending) {
        if (!desk.isRunBy(file.reader())) return Answer.refused("transfer.not-owner");
        if (desk.status() != Status.OPEN) return Answer.refused("transfer.not-open");
        if (desk.agency().equals(to)) return Answer.refused("transfer.same-agency");
        return pending ? Answer.refused("transfer.pending") : Answer.accepted();
    }

    /** Whoever may offer it may take the offer back. */
    static Answer mayWithdraw(OpenCase file, Desk desk) {
        return desk.isRunBy(file.reader()) ? Answer.accepted() : Answer.refused("transfer.not-owner");
    }
}
