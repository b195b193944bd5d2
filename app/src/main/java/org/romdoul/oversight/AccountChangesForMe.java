package org.romdoul.oversight;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.romdoul.access.AccountChange;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.NewForMe;
import org.springframework.stereotype.Component;

/** On Today: that somebody was given a new way in. Oversight is told, and she herself: with it another could come in as her. */
@Component
class AccountChangesForMe implements NewForMe {

    private static final Duration NEW = Duration.ofDays(30);
    private static final int LOOKED_AT = 200;

    private final Accounts accounts;
    private final Clock clock;

    AccountChangesForMe(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public List<Item> of(Actor actor) {
        var since = clock.instant().minus(NEW);
        return Stream.concat(hers(actor), told(actor))
                .filter(item -> item.since().isAfter(since))
                .toList();
    }

    private Stream<Item> hers(Actor actor) {
        return accounts.resetsOf(actor.account()).stream()
                .map(one -> one.onTheMachine()
                        ? new Item("account-change.news.hers-machine", List.of(), "/account", one.at())
                        : new Item("account-change.news.hers", List.of(one.by()), "/account", one.at()));
    }

    private Stream<Item> told(Actor monitor) {
        if (monitor.role() != Role.MONITOR) return Stream.empty();
        var page = AccountChangePages.PATH;
        return accounts.lastChanges(LOOKED_AT).stream()
                .filter(one -> one.kind() == AccountChange.Kind.RESET)
                .map(one -> one.onTheMachine()
                        ? new Item("account-change.news.told-machine", List.of(one.number()), page, one.at())
                        : new Item("account-change.news.told", List.of(one.number(), one.by()), page, one.at()));
    }
}
