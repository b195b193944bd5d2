package org.romdoul.evidence;

import java.util.ArrayList;
import java.util.List;
import org.romdoul.access.Actor;
import org.romdoul.cases.NewForMe;
import org.springframework.stereotype.Component;

/** On Today: what I am asked to take, or to have seen. */
@Component
class HandsForMe implements NewForMe {

    private final HandOvers handOvers;

    HandsForMe(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public List<Item> of(Actor actor) {
        if (!actor.role().holdsCases()) return List.of();
        var items = new ArrayList<Item>();
        for (var one : handOvers.with(actor)) {
            var code = List.<Object>of(one.exhibit().code());
            var path = "/e/" + one.exhibit().id();
            one.asked().ifPresent(asked -> items.add(new Item("hand-over.new", code, path, asked.recordedAt())));
            one.toWitness()
                    .ifPresent(seen -> items.add(new Item("hand-over.new.witness", code, path, seen.recordedAt())));
        }
        return List.copyOf(items);
    }
}
