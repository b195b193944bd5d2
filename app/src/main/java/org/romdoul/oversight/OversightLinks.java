package org.romdoul.oversight;

import java.util.List;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.TodayLinks;
import org.springframework.stereotype.Component;

/** From Today: the monitor's pages, and the way into a case in an emergency. */
@Component
class OversightLinks implements TodayLinks {

    @Override
    public List<Link> of(Actor actor) {
        if (actor.role() == Role.MONITOR)
            return List.of(
                    new Link("oversight.title", "/oversight"),
                    new Link("sample.title", "/oversight/samples"),
                    new Link("exclusion.title", "/oversight/exclusions"),
                    new Link("account-change.title", AccountChangePages.PATH),
                    new Link("question.title", "/questions"));
        return actor.role().holdsCases() ? List.of(new Link("break-glass.title", "/c/emergency")) : List.of();
    }
}
