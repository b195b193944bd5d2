package org.romdoul.cases;

import java.util.List;
import org.romdoul.access.Actor;
import org.springframework.stereotype.Component;

/** From Today: a new case, for who opens them. */
@Component
class CaseLinks implements TodayLinks {

    @Override
    public List<Link> of(Actor actor) {
        return actor.role().opensCases() ? List.of(new Link("case.new", "/c/new")) : List.of();
    }
}
