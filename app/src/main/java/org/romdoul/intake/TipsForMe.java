package org.romdoul.intake;

import java.util.List;
import org.romdoul.access.Actor;
import org.romdoul.cases.NewForMe;
import org.springframework.stereotype.Component;

/** On Today of the tip desk: how many tips wait, and since when. */
@Component
class TipsForMe implements NewForMe {

    private static final int COUNTED = 100;

    private final Intake intake;

    TipsForMe(Intake intake) {
        this.intake = intake;
    }

    @Override
    public List<Item> of(Actor actor) {
        if (!actor.role().answersTips()) return List.of();
        var waiting = intake.waiting(COUNTED);
        if (waiting.isEmpty()) return List.of();
        return List.of(new Item(
                "desk.waiting.count",
                List.of(waiting.size()),
                "/desk",
                waiting.getFirst().recordedAt()));
    }
}
