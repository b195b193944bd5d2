package org.romdoul.intake;

import java.util.List;
import org.romdoul.access.Actor;
import org.romdoul.cases.TodayLinks;
import org.springframework.stereotype.Component;

/** From Today: the tip desk, even while nothing waits on it. */
@Component
class TipLinks implements TodayLinks {

    @Override
    public List<Link> of(Actor actor) {
        return actor.role().answersTips() ? List.of(new Link("desk.title", "/desk")) : List.of();
    }
}
