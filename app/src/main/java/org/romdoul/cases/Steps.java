package org.romdoul.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Account;
import org.romdoul.access.Accounts;
import org.romdoul.input.Phrase;
import org.romdoul.law.Law;
import org.romdoul.law.LegalLimit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of tasks how pressing they are now, whose, and under which law. */
@Component
@Transactional(readOnly = true)
public class Steps {

    private final Accounts accounts;
    private final Law law;
    private final Clock clock;

    Steps(Accounts accounts, Law law, Clock clock) {
        this.accounts = accounts;
        this.law = law;
        this.clock = clock;
    }

    public List<Step> of(List<Duty> duties) {
        var people = accounts.byIds(duties.stream()
                .flatMap(duty -> Stream.ofNullable(duty.account()))
                .distinct()
                .toList());
        var now = clock.instant();
        return duties.stream()
                .map(duty -> new Step(
                        duty, duty.urgency(now), left(now, duty.due()), number(people, duty.account()), limit(duty)))
                .toList();
    }

    /** The worst first; a group with nothing in it is left out. */
    public static Map<Urgency, List<Step>> grouped(List<Step> steps) {
        var groups = new LinkedHashMap<Urgency, List<Step>>();
        for (var urgency : Urgency.values()) {
            var waiting =
                    steps.stream().filter(step -> step.urgency() == urgency).toList();
            if (!waiting.isEmpty()) groups.put(urgency, waiting);
        }
        return groups;
    }

    /** @return as people say it: minutes within the hour, hours within two days, then days; never more than there is */
    static Phrase left(Instant now, Instant due) {
        var late = !due.isAfter(now);
        var between = Duration.between(now, due).abs();
        var way = late ? "task.late." : "task.left.";
        if (between.toHours() < 1) return Phrase.of(way + "minutes", Math.max(1, between.toMinutes()));
        return between.toHours() < 48
                ? Phrase.of(way + "hours", between.toHours())
                : Phrase.of(way + "days", between.toDays());
    }

    private @Nullable LegalLimit limit(Duty duty) {
        var pack = duty.rulePack();
        var key = duty.legalLimit();
        return pack == null || key == null ? null : law.limit(pack, key).orElse(null);
    }

    private static String number(Map<UUID, Account> people, @Nullable UUID account) {
        var member = account == null ? null : people.get(account);
        return member == null ? "" : member.number();
    }
}
