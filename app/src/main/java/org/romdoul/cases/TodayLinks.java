package org.romdoul.cases;

import java.util.List;
import org.romdoul.access.Actor;

/** The pages of a room that some people need often, linked from Today. */
public interface TodayLinks {

    List<Link> of(Actor actor);

    /** @param text message key */
    record Link(String text, String path) {}
}
