package org.romdoul.evidence;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.NewForMe;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On Today of oversight, and of whoever may open the case: a stored file is not what was sealed. */
@Component
@Transactional(readOnly = true)
class DamageForMe implements NewForMe {

    private static final Duration NEW = Duration.ofDays(30);

    private final DamageRows damages;
    private final Clock clock;

    DamageForMe(DamageRows damages, Clock clock) {
        this.damages = damages;
        this.clock = clock;
    }

    @Override
    public List<Item> of(Actor actor) {
        return damages.since(clock.instant().minus(NEW)).stream()
                .filter(damage -> damage.mine() || actor.role() == Role.MONITOR)
                .map(damage -> new Item("exhibit.damaged", List.of(damage.code()), path(damage), damage.at()))
                .toList();
    }

    /** 7F3K-9Q2M-E3 is E3 of the case 7F3K-9Q2M. */
    private static String path(DamageRows.Damage damage) {
        var label = damage.code().lastIndexOf('-');
        if (!damage.mine() || label < 0) return "";
        return "/c/" + damage.code().substring(0, label) + "/exhibits/"
                + damage.code().substring(label + 1);
    }
}
