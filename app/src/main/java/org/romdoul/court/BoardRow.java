package org.romdoul.court;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.CaseCode;
import org.romdoul.input.Phrase;
import org.romdoul.prosecution.Charge;
import org.romdoul.prosecution.Custody;
import org.romdoul.prosecution.Hearing;
import org.romdoul.prosecution.History;
import org.romdoul.prosecution.Standing;

/**
 * An accused on the board.
 *
 * @param next null where no hearing is set
 */
public record BoardRow(
        CaseCode code,
        History history,
        Standing standing,
        List<Custody> custodies,
        @Nullable Hearing next) {

    public String label() {
        return history.accused().orElseThrow().label();
    }

    public Phrase role() {
        return Saying.is(history.accused().orElseThrow().role());
    }

    public Phrase stands() {
        return Saying.of(standing.outcome());
    }

    public @Nullable Custody held() {
        return custodies.stream().filter(Custody::lasts).findFirst().orElse(null);
    }

    public @Nullable Strip strip() {
        var held = held();
        return held == null ? null : Strip.of(held);
    }

    public List<Phrase> charges() {
        return charges(history);
    }

    static List<Phrase> charges(History history) {
        return history.all(Charge.class).stream()
                .map(charge -> Phrase.of("court.verdict.on", charge.statute(), charge.counts()))
                .toList();
    }

    public @Nullable Phrase hearing() {
        return next == null ? null : Phrase.of("board.hearing", Saying.is(next.kind()), next.court());
    }
}
