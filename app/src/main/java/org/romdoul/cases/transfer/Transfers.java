package org.romdoul.cases.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.NeedToKnow;
import org.romdoul.cases.Answer;
import org.romdoul.cases.CaseCode;
import org.romdoul.cases.CaseLists;
import org.romdoul.cases.Cases;
import org.romdoul.cases.Membership;
import org.romdoul.cases.Memberships;
import org.romdoul.cases.OpenCase;
import org.romdoul.cases.Tasks;
import org.romdoul.journal.Facts;
import org.romdoul.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Passes cases between agencies: offered, and only then theirs when their lead takes them. */
@Service
@Transactional
public class Transfers {

    private final TransferRows rows;
    private final CaseLists desk;
    private final Memberships memberships;
    private final Accounts accounts;
    private final Cases cases;
    private final Tasks tasks;
    private final NeedToKnow needToKnow;
    private final Vault vault;
    private final Facts facts;

    Transfers(
            TransferRows rows,
            CaseLists desk,
            Memberships memberships,
            Accounts accounts,
            Cases cases,
            Tasks tasks,
            NeedToKnow needToKnow,
            Vault vault,
            Facts facts) {
        this.rows = rows;
        this.desk = desk;
        this.memberships = memberships;
        this.accounts = accounts;
        this.cases = cases;
        this.tasks = tasks;
        this.needToKnow = needToKnow;
        this.vault = vault;
        this.facts = facts;
    }

    public Answer ask(OpenCase file, UUID fact, UUID agency, Transfer.Reason reason, String words) {
        cases.takeTurns(file);
        var earlier = rows.of(file);
        if (earlier.stream().anyMatch(one -> one.id().equals(fact))) return Answer.accepted();
        var pending = earlier.stream().anyMatch(one -> one.answer() == null);
        var may = Transfer.mayAsk(file, desk.of(file), agency, pending);
        if (may instanceof Answer.Refused) return may;
        if (accounts.leadsOf(agency).isEmpty()) return Answer.refused("transfer.nobody-answers");
        var now = facts.now(file.id(), file.reader().account()).as(fact);
        rows.ask(now, agency, file.code(), reason, vault.seal(file.id(), file.id(), words));
        return may;
    }

    public Answer withdraw(OpenCase file, UUID fact) {
        if (rows.isAnswer(fact)) return Answer.accepted();
        var may = Transfer.mayWithdraw(file, desk.of(file));
        if (may instanceof Answer.Refused) return may;
        var open = rows.of(file).stream().filter(one -> one.answer() == null).findFirst();
        if (open.isEmpty()) return Answer.refused("transfer.answered");
        var now = facts.now(file.id(), file.reader().account()).as(fact);
        return rows.answer(now, open.get(), Transfer.Outcome.WITHDRAWN, null)
                ? Answer.accepted()
                : Answer.refused("transfer.answered");
    }

    /** @return every offer of a case to another agency, the newest first */
    @Transactional(readOnly = true)
    public List<Transfer> of(OpenCase file) {
        return rows.of(file);
    }

    /** @return the words of an offer; nothing where they have been erased */
    @Transactional(readOnly = true)
    public Optional<String> words(OpenCase file, Transfer transfer) {
        return vault.open(file.content(), transfer.words());
    }

    /** @return whether a form has been answered by already: it was sent twice */
    @Transactional(readOnly = true)
    public boolean isAnswer(UUID fact) {
        return rows.isAnswer(fact);
    }

    @Transactional(readOnly = true)
    public List<Transfer> answered(Actor asker, Instant since) {
        return rows.answered(asker.account(), since);
    }

    /** @return what was offered to her agency and waits for its answer */
    @Transactional(readOnly = true)
    public List<Transfer> asked(Actor lead) {
        if (!lead.role().leads()) return List.of();
        // Offered to an agency whose lead must not see the case, it is not offered to her.
        return rows.asked(lead.agency()).stream()
                .filter(one -> !needToKnow.isExcluded(one.caseId(), lead.account()))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Transfer> asked(Actor lead, CaseCode code) {
        return asked(lead).stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public Answer refuse(Actor lead, UUID fact, Transfer transfer, Transfer.Reason reason) {
        var may = transfer.mayAnswer(lead);
        if (may instanceof Answer.Refused) return may;
        var answer = facts.now(transfer.caseId(), lead.account()).as(fact);
        return rows.answer(answer, transfer, Transfer.Outcome.REFUSED, reason)
                ? may
                : Answer.refused("transfer.answered");
    }

    /** The lead takes the case over and answers for it; who worked on it at the agency before reads it no more. */
    public Answer accept(Actor lead, UUID fact, Transfer transfer) {
        var may = transfer.mayAnswer(lead);
        if (may instanceof Answer.Refused) return may;
        var answer = facts.now(transfer.caseId(), lead.account()).as(fact);
        if (!rows.answer(answer, transfer, Transfer.Outcome.ACCEPTED, null)) return Answer.refused("transfer.answered");
        needToKnow.let(transfer.caseId(), lead.agency(), fact, null);
        var file = cases.open(transfer.code(), lead).orElseThrow();
        var before = rows.holdingBefore(file.id(), fact);
        var left = agencyOf(file, before);
        cases.handOver(file, facts.id(), lead.account());
        for (var one : memberships.now(file))
            if (left.equals(agencyOf(one)) && !one.account().equals(lead.account())) cases.end(file, facts.id(), one);
        for (var duty : tasks.of(file))
            if (duty.agency().equals(left)) tasks.handOn(file, facts.id(), duty.task(), lead.agency(), null);
        needToKnow.end(file.id(), before);
        return may;
    }

    private UUID agencyOf(OpenCase file, UUID holding) {
        return rows.agencyBy(holding).orElse(file.file().agency());
    }

    private @Nullable UUID agencyOf(Membership membership) {
        var member = accounts.byIds(List.of(membership.account())).get(membership.account());
        return member == null ? null : member.agency();
    }
}
