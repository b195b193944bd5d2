package org.romdoul.log;

import java.util.List;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.NewForMe;
import org.romdoul.input.Option;
import org.romdoul.journal.witnessing.Rounds;
import org.springframework.stereotype.Component;

/** On Today of oversight and of whoever runs the record: a witness has seen another log than this one. */
@Component
class AlarmsForMe implements NewForMe {

    private final Rounds rounds;

    AlarmsForMe(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public List<Item> of(Actor actor) {
        if (actor.role() != Role.MONITOR && actor.role() != Role.ADMINISTRATOR) return List.of();
        return rounds.troubles().stream()
                .filter(trouble -> trouble.kind().isAlarm())
                .map(trouble -> new Item(
                        Option.keyOf("log.alarm", trouble.kind()), List.of(trouble.witness()), "/log", trouble.since()))
                .toList();
    }
}
