package org.romdoul.prosecution;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.NewForMe;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On Today of oversight and of the leads: a presumed victim was charged. */
@Component
@Transactional(readOnly = true)
class VictimsChargedForMe implements NewForMe {

    private static final Duration NEW = Duration.ofDays(30);

    private final VictimChargedRows alarms;
    private final Clock clock;

    VictimsChargedForMe(VictimChargedRows alarms, Clock clock) {
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    public List<Item> of(Actor actor) {
        if (actor.role() != Role.MONITOR && !actor.role().leads()) return List.of();
        return alarms.since(clock.instant().minus(NEW)).stream()
                .filter(alarm -> alarm.mine() || actor.role() == Role.MONITOR)
                .map(alarm -> new Item(
                        "court.victim-charged",
                        List.of(alarm.code().toString()),
                        alarm.mine() ? "/c/" + alarm.code() + "/court" : "",
                        alarm.at()))
                .toList();
    }
}
