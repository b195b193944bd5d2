package org.romdoul.oversight;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.NeedToKnow;
import org.romdoul.access.Role;
import org.romdoul.cases.Answer;
import org.romdoul.journal.Facts;
import org.romdoul.vault.Opening;
import org.romdoul.vault.Openings;
import org.romdoul.vault.SealedRef;
import org.romdoul.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Oversight asks about openings, whoever opened answers, oversight says what it finds. The two of them read it, nobody else. */
@Service
@Transactional
public class Questions {

    private static final int SHOWN = 200;

    /**
     * A question with its words open.
     *
     * @param number the staff number of who is asked
     * @param words null where they have been erased
     */
    public record Told(
            Question question,
            String number,
            @Nullable String words,
            @Nullable String reply,
            @Nullable String found) {}

    private final QuestionRows rows;
    private final Accounts accounts;
    private final NeedToKnow needToKnow;
    private final Openings openings;
    private final Vault vault;
    private final Facts facts;

    Questions(
            QuestionRows rows, Accounts accounts, NeedToKnow needToKnow, Openings openings, Vault vault, Facts facts) {
        this.rows = rows;
        this.accounts = accounts;
        this.needToKnow = needToKnow;
        this.openings = openings;
        this.vault = vault;
        this.facts = facts;
    }

    /** Asks; the same form sent twice asks once. */
    Answer ask(Actor monitor, UUID fact, Question.About about, UUID opening, UUID account, String code, String words) {
        if (monitor.role() != Role.MONITOR) return Answer.refused("question.not-oversight");
        if (rows.find(fact).isPresent()) return Answer.accepted();
        vault.begin(fact);
        needToKnow.let(fact, monitor.agency(), fact, null);
        needToKnow.let(fact, account, fact, null);
        var question = facts.now(fact, monitor.account()).as(fact);
        rows.ask(question, monitor.agency(), account, about, opening, code, vault.seal(fact, fact, words));
        return Answer.accepted();
    }

    public Answer reply(Actor actor, UUID fact, Question question, String words) {
        var before = question.reply();
        if (before != null && before.id().equals(fact)) return Answer.accepted();
        var may = question.mayReply(actor);
        if (may instanceof Answer.Refused) return may;
        var now = facts.now(question.id(), actor.account()).as(fact);
        return rows.reply(now, question.id(), vault.seal(question.id(), question.id(), words))
                ? may
                : Answer.refused("question.answered");
    }

    public Answer find(Actor monitor, UUID fact, Question question, Question.Finding finding, String words) {
        var before = question.found();
        if (before != null && before.id().equals(fact)) return Answer.accepted();
        var may = question.mayFind(monitor);
        if (may instanceof Answer.Refused) return may;
        var sealed = words.isEmpty() ? null : vault.seal(question.id(), question.id(), words);
        return rows.find(facts.now(question.id(), monitor.account()).as(fact), question.id(), finding, sealed)
                ? may
                : Answer.refused("question.found");
    }

    /** @return the questions somebody asked or was asked, the newest first */
    @Transactional(readOnly = true)
    public List<Question> of(Actor actor) {
        return rows.of(actor, SHOWN);
    }

    /** @return the last question about each of these openings */
    @Transactional(readOnly = true)
    public Map<UUID, Question> about(Collection<UUID> opened) {
        return rows.about(opened).stream()
                .collect(Collectors.toMap(Question::opening, Function.identity(), (first, later) -> later));
    }

    /** Opens a question for one of the two it is between. */
    public Optional<Told> open(Actor actor, UUID id) {
        return rows.find(id).map(question -> {
            var leave = openings.content(id, actor);
            var reply = question.reply();
            var found = question.found();
            return new Told(
                    question,
                    accounts.number(question.account()),
                    words(leave, question.words()),
                    reply == null ? null : words(leave, reply.words()),
                    found == null ? null : words(leave, found.words()));
        });
    }

    private @Nullable String words(Opening.Content leave, @Nullable SealedRef ref) {
        return ref == null ? null : vault.open(leave, ref).orElse(null);
    }
}
