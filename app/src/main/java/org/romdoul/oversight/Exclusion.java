package org.romdoul.oversight;

import java.time.Instant;
import java.util.UUID;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.Answer;
import org.romdoul.cases.CaseCode;

/**
 * A person is kept out of a case in which she cannot be impartial.
 *
 * @param account who is kept out
 */
public record Exclusion(UUID id, UUID caseId, CaseCode code, UUID account, Reason reason, Instant since) {

    /** Why she cannot be impartial. */
    public enum Reason {
        FAMILY,
        ACCUSED,
        WITNESS,
        PAYMENT,
        COMMAND,
        OTHER
    }

    /** Oversight decides; never the person herself, nor anybody of her agency: they are her superiors or her colleagues. */
    static Answer mayDecide(Actor decider, UUID account, UUID agency) {
        if (decider.role() != Role.MONITOR) return Answer.refused("exclusion.not-oversight");
        if (decider.account().equals(account)) return Answer.refused("exclusion.own");
        return decider.agency().equals(agency) ? Answer.refused("exclusion.own-agency") : Answer.accepted();
    }
}
