package org.romdoul.court;

import java.util.List;
import org.romdoul.cases.CaseCode;
import org.romdoul.input.PartialDate;
import org.romdoul.input.Phrase;
import org.romdoul.prosecution.Board;

/** A line of a court's list: when, which case and accused by code, what is heard, on which charges. */
public record Sitting(PartialDate when, CaseCode code, String label, Phrase kind, List<Phrase> charges) {

    static Sitting of(Board.Sitting sitting) {
        return new Sitting(
                sitting.hearing().happened(),
                sitting.code(),
                sitting.history().accused().orElseThrow().label(),
                Saying.is(sitting.hearing().kind()),
                BoardRow.charges(sitting.history()));
    }
}
