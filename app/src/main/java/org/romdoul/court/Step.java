package org.romdoul.court;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.romdoul.prosecution.Appeal;
import org.romdoul.prosecution.AppealOutcome;
import org.romdoul.prosecution.Arrest;
import org.romdoul.prosecution.Bail;
import org.romdoul.prosecution.Charge;
import org.romdoul.prosecution.CourtFact;
import org.romdoul.prosecution.Decision;
import org.romdoul.prosecution.Detention;
import org.romdoul.prosecution.DetentionEnd;
import org.romdoul.prosecution.DetentionExtension;
import org.romdoul.prosecution.FactKind;
import org.romdoul.prosecution.Hearing;
import org.romdoul.prosecution.HearingOutcome;
import org.romdoul.prosecution.History;
import org.romdoul.prosecution.Judgment;
import org.romdoul.prosecution.Plea;
import org.romdoul.prosecution.Termination;
import org.romdoul.prosecution.Withdrawal;

/** The steps of a prosecution that can be recorded. Verdicts and sentences come with their judgment. */
final class Step {

    private static final List<FactKind<? extends CourtFact>> ALL = Stream.<Class<? extends CourtFact>>of(
                    Arrest.class,
                    Detention.class,
                    DetentionExtension.class,
                    DetentionEnd.class,
                    Bail.class,
                    Charge.class,
                    Plea.class,
                    Hearing.class,
                    HearingOutcome.class,
                    Judgment.class,
                    Appeal.class,
                    AppealOutcome.class,
                    Withdrawal.class,
                    Termination.class)
            .<FactKind<? extends CourtFact>>map(FactKind::new)
            .toList();

    private Step() {}

    /** @return what addresses and message keys call a kind of court fact: {@code appeal-outcome} */
    static String of(FactKind<?> kind) {
        return Saying.kebab(kind.type());
    }

    static Optional<FactKind<? extends CourtFact>> at(String path) {
        return ALL.stream().filter(kind -> of(kind).equals(path)).findFirst();
    }

    /** @return the steps that can come next: those for which everything is there that they must refer to */
    static List<FactKind<? extends CourtFact>> possible(History history) {
        return ALL.stream().filter(kind -> isPossible(kind, history)).toList();
    }

    private static boolean isPossible(FactKind<?> kind, History history) {
        if (kind.type() == Judgment.class) return !history.undecided().isEmpty();
        if (kind.type() == Termination.class)
            return history.all(Termination.class).isEmpty();
        return Question.parts(kind)
                .filter(Question::refers)
                .filter(part -> !Question.isOptional(part))
                .noneMatch(part -> referredTo(part.getName(), history).isEmpty());
    }

    /** @return what a part of a fact may refer to, by the part's name */
    static List<? extends CourtFact> referredTo(String part, History history) {
        return switch (part) {
            case "charge" -> history.all(Charge.class);
            case "detention" ->
                history.all(Detention.class).stream()
                        .filter(held -> history.all(DetentionEnd.class).stream()
                                .noneMatch(end -> end.detention().equals(held.detention())))
                        .toList();
            case "hearing" -> history.unheard();
            case "appeal" ->
                history.all(Appeal.class).stream()
                        .filter(appeal -> history.outcome(appeal).isEmpty())
                        .toList();
            case "follows" ->
                history.all(AppealOutcome.class).stream()
                        .filter(decided -> decided.result() == AppealOutcome.Result.RETRIAL)
                        .toList();
            case "against" -> decisions(history, false);
            case "decision" -> decisions(history, true);
            default -> throw new IllegalArgumentException(part);
        };
    }

    private static List<? extends CourtFact> decisions(History history, boolean supreme) {
        return history.live().stream()
                .filter(fact -> fact instanceof Decision one && (supreme || one.level() != Decision.Level.SUPREME))
                .toList();
    }
}
