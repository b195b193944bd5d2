package org.romdoul.oversight;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.access.Account;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.NeedToKnow;
import org.romdoul.access.Role;
import org.romdoul.cases.Answer;
import org.romdoul.cases.CaseCode;
import org.romdoul.cases.Standing;
import org.romdoul.cases.Standings;
import org.romdoul.journal.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Oversight keeps people out of cases, and lets them in again, without reading the cases. */
@Service
@Transactional
public class Exclusions {

    private final ExclusionRows rows;
    private final Accounts accounts;
    private final Standings standings;
    private final NeedToKnow needToKnow;
    private final Facts facts;

    Exclusions(ExclusionRows rows, Accounts accounts, Standings standings, NeedToKnow needToKnow, Facts facts) {
        this.rows = rows;
        this.accounts = accounts;
        this.standings = standings;
        this.needToKnow = needToKnow;
        this.facts = facts;
    }

    /**
     * Keeps a person out. Where she answers for the case, a lead of the agency that holds it does from now on; whoever answers
     * for it has what she still had to do in it.
     */
    public Answer exclude(Actor decider, UUID fact, CaseCode code, String number, Exclusion.Reason reason) {
        var person = accounts.byNumber(number);
        if (person.isEmpty()) return Answer.refused("staff.unknown");
        var account = person.get().id();
        var may = Exclusion.mayDecide(decider, account, person.get().agency());
        if (may instanceof Answer.Refused) return may;
        var standing = standings.of(code);
        if (standing.isEmpty()) return Answer.refused("case.unknown");
        var caseId = standing.get().id();
        if (needToKnow.isExcluded(caseId, account)) return Answer.accepted();
        var succeeds = standing.get().owner().equals(account);
        var heir = succeeds
                ? successor(standing.get(), account)
                : accounts.byId(standing.get().owner());
        if (heir.isEmpty()) return Answer.refused("exclusion.no-successor");
        if (!rows.exclude(facts.now(caseId, decider.account()).as(fact), decider, code, account, reason)) return may;
        if (succeeds) standings.succeed(standing.get(), heir.get().id(), decider);
        standings.relieve(standing.get(), account, heir.get(), decider);
        needToKnow.exclude(caseId, account, fact);
        return may;
    }

    public Answer lift(Actor decider, UUID fact, UUID exclusion) {
        var found = inForce(decider).stream()
                .filter(one -> one.id().equals(exclusion))
                .findFirst();
        if (found.isEmpty()) return Answer.refused("exclusion.unknown");
        var person = accounts.byId(found.get().account()).orElse(null);
        var may = Exclusion.mayDecide(
                decider, found.get().account(), person == null ? decider.agency() : person.agency());
        if (may instanceof Answer.Refused) return may;
        if (rows.lift(facts.now(found.get().caseId(), decider.account()).as(fact), decider, exclusion))
            needToKnow.readmit(found.get().caseId(), exclusion);
        return may;
    }

    /** @return the exclusions her oversight agency has in force */
    @Transactional(readOnly = true)
    public List<Exclusion> inForce(Actor decider) {
        return decider.role() == Role.MONITOR ? rows.inForce(decider.agency()) : List.of();
    }

    private Optional<Account> successor(Standing standing, UUID excluded) {
        return accounts.leadsOf(standing.agency()).stream()
                .filter(lead -> !lead.id().equals(excluded) && !needToKnow.isExcluded(standing.id(), lead.id()))
                .findFirst();
    }
}
