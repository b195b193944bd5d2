package org.romdoul.venues;

import java.util.List;
import org.romdoul.access.Actor;
import org.romdoul.cases.TodayLinks;
import org.springframework.stereotype.Component;

/** From Today: the register, for who reads it. */
@Component
class VenueLinks implements TodayLinks {

    @Override
    public List<Link> of(Actor actor) {
        return Venue.mayRead(actor) ? List.of(new Link("venues.title", "/v")) : List.of();
    }
}
