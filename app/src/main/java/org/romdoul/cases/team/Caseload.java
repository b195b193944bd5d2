package org.romdoul.cases.team;

import java.util.List;
import org.romdoul.access.Account;
import org.romdoul.access.Actor;
import org.romdoul.cases.Answer;
import org.romdoul.cases.Desk;
import org.romdoul.cases.Step;

/**
 * Everything one of an agency's people has in hand there: the cases she works on and what she has to do.
 *
 * @param cases those her agency holds, the newest first
 */
public record Caseload(Account person, List<Desk> cases, List<Step> steps) {

    public boolean isEmpty() {
        return cases.isEmpty() && steps.isEmpty();
    }

    /** @return whether she answers for the case, or only works on it */
    public boolean answersFor(Desk one) {
        return one.owner().equals(person.id());
    }

    /** A lead passes the work of her people on among them. */
    static Answer mayMove(Actor lead, Account from, Account to) {
        if (!lead.role().leads() || !lead.agency().equals(from.agency())) return Answer.refused("caseload.not-lead");
        if (!to.agency().equals(from.agency()) || to.suspended() || !to.role().holdsCases())
            return Answer.refused("caseload.not-a-colleague");
        return to.id().equals(from.id()) ? Answer.refused("caseload.herself") : Answer.accepted();
    }
}
