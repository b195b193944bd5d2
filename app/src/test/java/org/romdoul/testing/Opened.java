package org.romdoul.testing;

import java.util.Set;
import java.util.UUID;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.cases.Allegation;
import org.romdoul.cases.Allegations;
import org.romdoul.cases.CaseCode;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.PartialDate;
import org.springframework.boot.test.context.TestComponent;

/** Opens fictional cases for tests, as somebody. */
@TestComponent
public class Opened {

    private final Allegations allegations;
    private final Cases cases;

    public Opened(Allegations allegations, Cases cases) {
        this.allegations = allegations;
        this.cases = cases;
    }

    public OpenCase by(Actor actor) {
        var alleged = new Allegation(
                Allegation.Child.YES,
                Set.of(Allegation.Act.TRANSFER),
                Set.of(),
                Set.of(Allegation.Purpose.LABOUR),
                "12",
                "Fictional: at the Paper Lantern guest house");
        return Actors.as(actor, () -> allegations.open(UUID.randomUUID(), PartialDate.ofYear(2026), alleged, actor));
    }

    /** @return the case in another's hands, who must be allowed to read it */
    public OpenCase to(Actor actor, CaseCode code) {
        return Actors.as(actor, () -> cases.open(code, actor)).orElseThrow();
    }

    public boolean mayRead(Actor actor, CaseCode code) {
        return Actors.as(actor, () -> cases.open(code, actor)).isPresent();
    }
}
