package org.romdoul.cases.team;

import java.util.List;
import java.util.Optional;
import org.romdoul.access.Account;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.NeedToKnow;
import org.romdoul.cases.Answer;
import org.romdoul.cases.CaseLists;
import org.romdoul.cases.Cases;
import org.romdoul.cases.Membership;
import org.romdoul.cases.Memberships;
import org.romdoul.cases.OpenCase;
import org.romdoul.cases.Steps;
import org.romdoul.cases.Tasks;
import org.romdoul.journal.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Staff leave and their work is handed on: a lead moves all of it to somebody else of her agency at once. */
@Service
@Transactional
public class Caseloads {

    private final Cases cases;
    private final CaseLists lists;
    private final Memberships memberships;
    private final Tasks tasks;
    private final Steps steps;
    private final Accounts accounts;
    private final NeedToKnow needToKnow;
    private final Facts facts;

    Caseloads(
            Cases cases,
            CaseLists lists,
            Memberships memberships,
            Tasks tasks,
            Steps steps,
            Accounts accounts,
            NeedToKnow needToKnow,
            Facts facts) {
        this.cases = cases;
        this.lists = lists;
        this.memberships = memberships;
        this.tasks = tasks;
        this.steps = steps;
        this.accounts = accounts;
        this.needToKnow = needToKnow;
        this.facts = facts;
    }

    /** @return the people of a lead's agency whose work can be cases */
    @Transactional(readOnly = true)
    public List<Account> people(Actor lead) {
        if (!lead.role().leads()) return List.of();
        return accounts.of(lead.agency()).stream()
                .filter(person -> person.role().holdsCases())
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Caseload> of(Actor lead, String number) {
        return people(lead).stream()
                .filter(person -> person.number().equals(number))
                .findFirst()
                .map(person ->
                        new Caseload(person, lists.these(memberships.casesOf(person)), steps.of(tasks.of(person))));
    }

    /** Moves what somebody has in hand to somebody else. A case from which the other is excluded stays where it is. */
    public Answer move(Actor lead, Caseload load, Account to) {
        var may = Caseload.mayMove(lead, load.person(), to);
        if (may instanceof Answer.Refused) return may;
        for (var one : load.cases())
            if (!needToKnow.isExcluded(one.id(), to.id()))
                cases.open(one.id(), lead).ifPresent(file -> move(file, load.person(), to));
        for (var step : load.steps()) {
            var duty = step.duty();
            cases.open(duty.caseId(), lead)
                    .filter(file -> worksOn(file, to))
                    .ifPresent(file -> tasks.handOn(file, facts.id(), duty.task(), to.agency(), to.id()));
        }
        return may;
    }

    private void move(OpenCase file, Account from, Account to) {
        var now = memberships.now(file);
        var owns = lists.these(List.of(file.id())).getFirst().owner().equals(from.id());
        if (owns) cases.handOver(file, facts.id(), to.id());
        else if (now.stream().noneMatch(one -> one.account().equals(to.id())))
            cases.join(file, to.id(), Membership.Part.MEMBER);
        for (var one : memberships.now(file)) if (one.account().equals(from.id())) cases.end(file, facts.id(), one);
    }

    // A task goes to whoever works on its case by now.
    private boolean worksOn(OpenCase file, Account person) {
        return memberships.now(file).stream().anyMatch(one -> one.account().equals(person.id()));
    }
}
