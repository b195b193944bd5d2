package org.romdoul.cases;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Account;
import org.romdoul.access.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of tasks how pressing they are now, and whose. */
@Component
@Transactional(readOnly = true)
public class Steps {

    private final Accounts accounts;
    private final Clock clock;

    Steps(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    public List<Step> of(List<Duty> duties) {
        var people = accounts.byIds(duties.stream()
                .flatMap(duty -> Stream.ofNullable(duty.account()))
                .distinct()
                .toList());
        var now = clock.instant();
        return duties.stream()
                .map(duty -> new Step(duty, duty.urgency(now), number(people, duty.account())))
                .toList();
    }

    private static String number(Map<UUID, Account> people, @Nullable UUID account) {
        var member = account == null ? null : people.get(account);
        return member == null ? "" : member.number();
    }
}
