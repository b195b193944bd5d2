package org.romdoul.cases.closing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Accounts;
import org.romdoul.cases.Answer;
import org.romdoul.cases.CaseLists;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.cases.Status;
import org.romdoul.cases.Task;
import org.romdoul.cases.Tasks;
import org.romdoul.cases.Told;
import org.romdoul.journal.Facts;
import org.romdoul.law.Law;
import org.romdoul.vault.SealedRef;
import org.romdoul.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes cases with a reason and a second reader, and opens them again. */
@Service
@Transactional
public class Closings {

    static final String ANSWER_TASK = "answer-closing";

    private final ClosingRows rows;
    private final Cases cases;
    private final CaseLists desk;
    private final Tasks tasks;
    private final Accounts accounts;
    private final Law law;
    private final Vault vault;
    private final Facts facts;
    private final Clock clock;

    Closings(
            ClosingRows rows,
            Cases cases,
            CaseLists desk,
            Tasks tasks,
            Accounts accounts,
            Law law,
            Vault vault,
            Facts facts,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.desk = desk;
        this.tasks = tasks;
        this.accounts = accounts;
        this.law = law;
        this.vault = vault;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * A proposal with its words open, and what came of it.
     *
     * @param words null where they have been erased
     * @param contested what others proposed at the same time, in their words
     * @param read the second reader's number, moment and words; null while there is none
     */
    public record Told(
            Closing closing,
            String by,
            @Nullable String words,
            List<Contested> contested,
            @Nullable Voice read,
            @Nullable Voice reopened) {}

    /** A proposal that was kept beside the first, with its words open. */
    public record Contested(
            Closing.Proposal proposal, String by, @Nullable String words) {}

    /** Who said something about a closing, and what. */
    public record Voice(String by, Instant at, @Nullable String words) {}

    /** Proposes to close a case; where somebody else has just done so, both are kept for the second reader. */
    public Answer propose(OpenCase file, UUID fact, Closing.Reason reason, String words) {
        cases.takeTurns(file);
        if (rows.isThere(fact)) return Answer.accepted();
        var now = desk.of(file);
        var waits = last(file).filter(one -> one.read() == null).orElse(null);
        var answer = Closing.mayPropose(now.status(), waits, actor(file), tasks.of(file));
        if (answer instanceof Answer.Refused) return answer;
        var first = waits == null ? null : waits.id();
        if (rows.propose(facts.now(file.id(), actor(file)).as(fact), first, reason, sealed(file, words))
                && first == null) {
            var due = law.start("closing-answer", clock.instant()).due();
            tasks.set(file, Task.by(due, ANSWER_TASK, now.agency()).about(fact).at("closing"));
        }
        return answer;
    }

    /**
     * The second reader closes the case, or gives it back. What still waits in a closed case is withdrawn.
     *
     * @param chosen for whose proposal's reason it is closed; null where it is given back
     */
    public Answer answer(OpenCase file, UUID fact, UUID closing, @Nullable UUID chosen, @Nullable String words) {
        var asked = last(file).filter(one -> one.id().equals(closing));
        if (asked.isEmpty()) return Answer.refused("closing.answered");
        var read = asked.get().read();
        if (read != null && read.id().equals(fact)) return Answer.accepted();
        var may = asked.get().mayAnswer(file.reader());
        if (may instanceof Answer.Refused) return may;
        if (chosen != null && !asked.get().has(chosen)) return Answer.refused("closing.answered");
        var accepted = chosen != null;
        if (accepted && tasks.of(file).stream().anyMatch(duty -> duty.legalLimit() != null))
            return Answer.refused("closing.clock-runs");
        var sealed = words == null ? null : sealed(file, words);
        var holds = asked.get().contested().isEmpty() ? null : chosen;
        if (!rows.answer(facts.now(file.id(), actor(file)).as(fact), closing, accepted, holds, sealed))
            return Answer.refused("closing.answered");
        tasks.doneAbout(file, ANSWER_TASK, closing);
        if (accepted) tasks.of(file).forEach(duty -> tasks.withdraw(file, duty.task(), "case-closed"));
        return Answer.accepted();
    }

    public Answer reopen(OpenCase file, UUID fact, Reopening.Reason reason, String words) {
        var closing = last(file);
        var before = closing.map(Closing::reopening);
        if (before.filter(one -> one.id().equals(fact)).isPresent()) return Answer.accepted();
        if (desk.of(file).status() != Status.CLOSED) return Answer.refused("reopening.not-closed");
        var now = facts.now(file.id(), actor(file)).as(fact);
        return rows.reopen(now, closing.orElseThrow().id(), reason, sealed(file, words))
                ? Answer.accepted()
                : Answer.refused("reopening.not-closed");
    }

    @Transactional(readOnly = true)
    public Optional<Closing> last(OpenCase file) {
        return rows.last(file.id());
    }

    @Transactional(readOnly = true)
    public Optional<Told> told(OpenCase file) {
        return last(file).map(closing -> {
            var read = closing.read();
            var reopened = closing.reopening();
            return new Told(
                    closing,
                    accounts.number(closing.proposer()),
                    words(file, closing.words()),
                    closing.contested().stream()
                            .map(one -> new Contested(one, accounts.number(one.proposer()), words(file, one.words())))
                            .toList(),
                    read == null ? null : voice(file, read.reader(), read.at(), read.words()),
                    reopened == null ? null : voice(file, reopened.by(), reopened.at(), reopened.words()));
        });
    }

    private Voice voice(OpenCase file, UUID by, Instant at, @Nullable SealedRef words) {
        return new Voice(accounts.number(by), at, words(file, words));
    }

    private @Nullable String words(OpenCase file, @Nullable SealedRef ref) {
        return ref == null ? null : vault.open(file.content(), ref).orElse(null);
    }

    private SealedRef sealed(OpenCase file, String words) {
        return vault.seal(file.id(), file.id(), words);
    }

    private static UUID actor(OpenCase file) {
        return file.reader().account();
    }
}
