package org.romdoul.oversight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.romdoul.access.Account;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.cases.NewForMe;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On Today: what oversight was told and not yet asked about; what somebody is asked; whose case was opened. */
@Component
@Transactional(readOnly = true)
class OversightForMe implements NewForMe {

    private static final Duration NEW = Duration.ofDays(14);
    private static final int SHOWN = 50;

    private final BreakGlass breakGlass;
    private final Questions questions;
    private final Accounts accounts;
    private final Clock clock;

    OversightForMe(BreakGlass breakGlass, Questions questions, Accounts accounts, Clock clock) {
        this.breakGlass = breakGlass;
        this.questions = questions;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public List<Item> of(Actor actor) {
        var since = clock.instant().minus(NEW);
        return Stream.of(told(actor, since), opened(actor, since), asked(actor, since))
                .flatMap(items -> items)
                .toList();
    }

    private Stream<Item> told(Actor monitor, Instant since) {
        var attempts = breakGlass.told(monitor, SHOWN).stream()
                .filter(one -> one.at().isAfter(since))
                .toList();
        var asked = questions.about(attempts.stream().map(Attempt::id).toList());
        var people = accounts.byIds(attempts.stream().map(Attempt::actor).toList());
        return attempts.stream()
                .filter(one -> !asked.containsKey(one.id()))
                .map(one -> new Item(
                        one.until() == null ? "break-glass.news.tried" : "break-glass.news.told",
                        List.of(Optional.ofNullable(people.get(one.actor()))
                                .map(Account::number)
                                .orElse("")),
                        "/oversight/emergencies/" + one.id(),
                        one.at()));
    }

    private Stream<Item> opened(Actor owner, Instant since) {
        return breakGlass.ofHers(owner, since).stream()
                .map(one -> new Item(
                        "break-glass.news.opened",
                        List.of(one.code().toString(), one.number()),
                        "/c/" + one.code() + "/emergencies",
                        one.at()));
    }

    private Stream<Item> asked(Actor actor, Instant since) {
        return questions.of(actor).stream().flatMap(one -> {
            var reply = one.reply();
            var found = one.found();
            var path = "/questions/" + one.id();
            if (actor.account().equals(one.account())) {
                if (reply == null && found == null)
                    return Stream.of(new Item("question.news.asked", List.of(), path, one.at()));
                return found != null && found.at().isAfter(since)
                        ? Stream.of(new Item("question.news.found", List.of(), path, found.at()))
                        : Stream.empty();
            }
            return reply != null && found == null
                    ? Stream.of(new Item("question.news.replied", List.of(), path, reply.at()))
                    : Stream.empty();
        });
    }
}
