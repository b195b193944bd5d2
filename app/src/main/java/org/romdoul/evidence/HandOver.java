package org.romdoul.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.Answer;
import org.romdoul.input.PartialDate;

/**
 * Who holds an exhibit gives it away: to somebody, who has to say that she has it, or out of custody on an order.
 *
 * @param exhibit the exhibit's fact
 * @param follows the step of its custody that this follows
 * @param giver the account that gave it
 * @param receiver null where it left custody
 * @param ended how it left custody; null where it stays
 * @param witness who was asked to say that she saw it
 * @param seal as it was given; null where it had none
 * @param witnessed when she said so
 * @param receipt the answer; null while there is none
 */
public record HandOver(
        UUID id,
        UUID exhibit,
        UUID follows,
        UUID giver,
        @Nullable UUID receiver,
        @Nullable End ended,
        @Nullable UUID witness,
        Reason reason,
        @Nullable String place,
        @Nullable String seal,
        Found found,
        PartialDate happened,
        Instant recordedAt,
        @Nullable Instant witnessed,
        @Nullable Receipt receipt) {

    /** What for. */
    public enum Reason {
        STORAGE,
        EXAMINATION,
        COURT,
        TRANSPORT,
        SHIFT,
        END,
        OTHER
    }

    /** How an exhibit leaves custody. */
    public enum End {
        RETURNED,
        DESTROYED,
        FORFEITED,
        PASSED_ON
    }

    public boolean isPending() {
        return receipt == null && ended == null;
    }

    /** The receiver alone says that she has it. */
    Answer mayAnswer(UUID account) {
        if (!isPending()) return Answer.refused("hand-over.answered");
        return account.equals(receiver) ? Answer.accepted() : Answer.refused("hand-over.not-yours");
    }

    /** The giver takes it back as long as nobody has said that she has it. */
    Answer mayWithdraw(UUID account) {
        if (!isPending()) return Answer.refused("hand-over.answered");
        return account.equals(giver) ? Answer.accepted() : Answer.refused("hand-over.not-yours");
    }

    Answer mayWitness(UUID account) {
        if (witnessed != null) return Answer.refused("hand-over.witnessed");
        return account.equals(witness) ? Answer.accepted() : Answer.refused("hand-over.not-yours");
    }
}
