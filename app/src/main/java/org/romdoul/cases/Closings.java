package org.romdoul.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Accounts;
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
    private final Accounts accounts;
    private final Law law;
    private final Vault vault;
    private final Facts facts;
    private final Clock clock;

    Closings(
            ClosingRows rows,
            DeskRows desk,
            Tasks tasks,
            Accounts accounts,
            Law law,
            Vault vault,
            Facts facts,
            Clock clock) {
        this.rows = rows;
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
     * @param read the second reader's number, moment and words; null while there is none
     */
    public record Told(
            Closing closing,
            String by,
            @Nullable String words,
            @Nullable Voice read,
            @Nullable Voice reopened) {}

    /** Who said something about a closing, and what. */
    public record Voice(String by, Instant at, @Nullable String words) {}

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
        var read = asked.get().read();
        if (read != null && read.id().equals(fact)) return Answer.accepted();
        var may = asked.get().mayAnswer(file.reader());
        if (may instanceof Answer.Refused) return may;
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
