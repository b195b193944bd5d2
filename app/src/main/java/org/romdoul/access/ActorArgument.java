package org.romdoul.access;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hands a page the person at work. */
@Component
class ActorArgument extends OpenedByAddress<Actor> {

    ActorArgument() {
        super(Actor.class, "");
    }

    @Override
    protected Optional<Actor> open(String named, Actor actor) {
        return Optional.of(actor);
    }
}
