package org.romdoul.cases.team;

import java.util.List;
import org.romdoul.access.Actor;
import org.romdoul.cases.TodayLinks;
import org.springframework.stereotype.Component;

/** From Today of a lead: her people, and the cases that are offered to her agency. */
@Component
class LeadLinks implements TodayLinks {

    @Override
    public List<Link> of(Actor actor) {
        return actor.role().leads()
                ? List.of(new Link("caseload.people", "/team"), new Link("transfer.offers", "/transfers"))
                : List.of();
    }
}
