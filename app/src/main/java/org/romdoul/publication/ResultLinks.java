package org.romdoul.publication;

import java.util.List;
import org.romdoul.access.Actor;
import org.romdoul.cases.TodayLinks;
import org.springframework.stereotype.Component;

/** From Today: what may be released. */
@Component
class ResultLinks implements TodayLinks {

    @Override
    public List<Link> of(Actor actor) {
        return Releases.concern(actor) ? List.of(new Link("results.release.title", "/results")) : List.of();
    }
}
