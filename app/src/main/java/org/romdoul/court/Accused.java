package org.romdoul.court;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.romdoul.chart.Chart;
import org.romdoul.input.Phrase;
import org.romdoul.prosecution.Charge;
import org.romdoul.prosecution.Contest;
import org.romdoul.prosecution.CourtFact;
import org.romdoul.prosecution.Custody;
import org.romdoul.prosecution.Defendant;
import org.romdoul.prosecution.Hearing;
import org.romdoul.prosecution.History;
import org.romdoul.prosecution.Outcome;
import org.romdoul.prosecution.Standing;

/**
 * An accused as the page of a case shows her.
 *
 * @param custodies her detentions against the limits of law
 * @param strip the same as a picture; null where she was never held
 * @param next the hearing that comes next; null where none is set
 */
public record Accused(
        History history,
        Standing standing,
        List<Custody> custodies,
        @Nullable Chart strip,
        @Nullable Hearing next,
        List<Contest> contests) {

    /**
     * A charge, what stands on it, and the facts that lead there.
     *
     * @param charge null where a sentence shows a conviction that no charge on record explains
     */
    public record OfCharge(@Nullable Charge charge, Outcome outcome, Phrase stands, List<Line> why) {}

    public Defendant accused() {
        return history.accused().orElseThrow();
    }

    public String label() {
        return accused().label();
    }

    public Phrase role() {
        return Saying.is(accused().role());
    }

    public Phrase stands() {
        return Saying.of(standing.outcome());
    }

    /** @return the sentences of convictions that stand */
    public List<Phrase> sentences() {
        return standing.sentences().stream().map(Saying::punishment).toList();
    }

    /** @return the detention that lasts */
    public @Nullable Custody held() {
        return custodies.stream().filter(Custody::lasts).findFirst().orElse(null);
    }

    public @Nullable Phrase nextHearing() {
        return next == null ? null : new Saying(history).of(next);
    }

    public List<OfCharge> charges() {
        return standing.charges().stream()
                .map(one -> new OfCharge(one.charge(), one.outcome(), Saying.of(one.outcome()), lines(one.why())))
                .toList();
    }

    /** @return everything on record, in the order of time */
    public List<Line> all() {
        return lines(history.live());
    }

    /** @return the lines on which two hands differ */
    public List<Line> contested() {
        return contests.isEmpty()
                ? List.of()
                : all().stream().filter(line -> !line.others().isEmpty()).toList();
    }

    private List<Line> lines(List<CourtFact> facts) {
        return facts.stream().map(this::line).toList();
    }

    private Line line(CourtFact fact) {
        var saying = new Saying(history);
        return new Line(
                fact.id(),
                fact.happened(),
                saying.of(fact),
                history.before(fact).stream()
                        .map(earlier -> new Line.Before(earlier.happened(), saying.of(earlier)))
                        .toList(),
                contests.stream()
                        .filter(one -> isAbout(one, fact))
                        .map(one -> new Line.Other(one.id(), one.proposal().happened(), saying.of(one.proposal())))
                        .toList());
    }

    private boolean isAbout(Contest contest, CourtFact fact) {
        return history.fact(contest.against())
                .map(history::holding)
                .filter(fact::equals)
                .isPresent();
    }

    /** @return what can be recorded next */
    public List<String> steps() {
        return Step.possible(history).stream().map(Step::of).toList();
    }
}
