package org.romdoul.cases;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final DeskRows desk;
    private final Tasks tasks;
    private final Law law;
    private final Vault vault;
    private final Facts facts;
    private final Clock clock;

    Closings(ClosingRows rows, DeskRows desk, Tasks tasks, Law law, Vault vault, Facts facts, Clock clock) {
        this.rows = rows;
        this.desk = desk;
        this.tasks = tasks;
        this.law = law;
        this.vault = vault;
        this.facts = facts;
        this.clock = clock;
    }

    public Answer propose(OpenCase file, UUID fact, Closing.Reason reason, String words) {
        if (last(file).filter(closing -> closing.id().equals(fact)).isPresent()) return Answer.accepted();
        var now = desk.of(file);
        var answer = Closing.mayPropose(now.status(), tasks.of(file));
        if (answer instanceof Answer.Accepted
                && rows.propose(facts.now(file.id(), actor(file)).as(fact), reason, sealed(file, words))) {
            var due = law.start("closing-answer", clock.instant()).due();
            tasks.set(file, Task.by(due, ANSWER_TASK, now.agency()).about(fact).at("closing"));
        }
        return answer;
    }

    /** The second reader closes the case, or gives it back. What still waits in a closed case is withdrawn. */
    public Answer answer(OpenCase file, UUID fact, UUID closing, boolean accepted, @Nullable String words) {
        var asked = last(file).filter(one -> one.id().equals(closing));
        if (asked.isEmpty()) return Answer.refused("closing.answered");
        var may = asked.get().mayAnswer(file.reader());
        if (may instanceof Answer.Refused) return may;
        if (desk.of(file).status() != Status.CLOSING) return Answer.refused("closing.answered");
        if (accepted && tasks.of(file).stream().anyMatch(duty -> duty.legalLimit() != null))
            return Answer.refused("closing.clock-runs");
        var sealed = words == null ? null : sealed(file, words);
        if (!rows.answer(facts.now(file.id(), actor(file)).as(fact), closing, accepted, sealed))
            return Answer.refused("closing.answered");
        tasks.doneAbout(file, ANSWER_TASK, closing);
        if (accepted) tasks.of(file).forEach(duty -> tasks.withdraw(file, duty.task(), "case-closed"));
        return Answer.accepted();
    }

    public Answer reopen(OpenCase file, UUID fact, Reopening.Reason reason, String words) {
        if (desk.of(file).status() != Status.CLOSED) return Answer.refused("reopening.not-closed");
        var closing = last(file).orElseThrow();
        rows.reopen(facts.now(file.id(), actor(file)).as(fact), closing.id(), reason, sealed(file, words));
        return Answer.accepted();
    }

    @Transactional(readOnly = true)
    public Optional<Closing> last(OpenCase file) {
        return rows.last(file.id());
    }

    /** @return the proposal's words; nothing where they have been erased */
    @Transactional(readOnly = true)
    public Optional<String> words(OpenCase file, Closing closing) {
        return vault.open(file.content(), closing.words());
    }

    private SealedRef sealed(OpenCase file, String words) {
        return vault.seal(file.id(), file.id(), words);
    }

    private static UUID actor(OpenCase file) {
        return file.reader().account();
    }
}
