package org.romdoul.prosecution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.romdoul.cases.Stage;
import org.romdoul.prosecution.Decision.Level;
import org.romdoul.prosecution.Outcome.Finality;

/** How far a case has come: as far as the furthest of what is still going on; final once nothing is. */
final class Progress {

    private Progress() {}

    static Stage of(Collection<History> accused) {
        return furthest(accused.stream().map(Progress::of).toList());
    }

    private static Stage of(History history) {
        var stages = new ArrayList<Stage>();
        if (history.all(Appeal.class).stream()
                .anyMatch(appeal -> history.outcome(appeal).isEmpty())) stages.add(Stage.APPEAL);
        if (hasEnded(history)) stages.add(Stage.FINAL);
        else {
            for (var charge : Standing.of(history).charges()) stages.add(of(history, charge));
            // An outcome that speaks for some counts of a charge is silent on those that nobody has decided on.
            if (history.all(Charge.class).stream().anyMatch(charge -> history.left(charge) > 0))
                stages.add(undecided(history));
        }
        return furthest(stages);
    }

    private static Stage of(History history, Standing.OfCharge charge) {
        return switch (charge.outcome()) {
            case Outcome.Judged judged when judged.finality() == Finality.FINAL -> Stage.FINAL;
            case Outcome.Judged judged -> isDecidedOnAppeal(charge.why()) ? Stage.APPEAL : Stage.TRIAL;
            case Outcome.Withdrawn withdrawn -> Stage.FINAL;
            case Outcome.Open open when open.again() -> Stage.TRIAL;
            case Outcome.Open open -> undecided(history);
            case Outcome.Unknown unknown -> undecided(history);
            case Outcome.NotCharged not -> Stage.INVESTIGATION;
        };
    }

    private static Stage undecided(History history) {
        var isTried = history.live().stream().anyMatch(fact -> switch (fact) {
            case Plea plea -> true;
            case Judgment judgment -> true;
            case Hearing hearing -> hearing.kind() == Hearing.Kind.TRIAL || hearing.kind() == Hearing.Kind.SENTENCING;
            default -> false;
        });
        return isTried ? Stage.TRIAL : Stage.PROSECUTION;
    }

    // A court that opens again what it decided itself, in the absence of the accused, is no court of appeal.
    private static boolean isDecidedOnAppeal(List<CourtFact> why) {
        return why.stream()
                .filter(Decision.class::isInstance)
                .reduce((before, last) -> last)
                .filter(last -> last instanceof AppealOutcome outcome && outcome.level() != Level.FIRST_INSTANCE)
                .isPresent();
    }

    private static boolean hasEnded(History history) {
        return history.all(Termination.class).stream().anyMatch(one -> one.ended() == Termination.Ended.ENDED);
    }

    private static Stage furthest(Collection<Stage> stages) {
        return stages.stream()
                .filter(stage -> stage != Stage.FINAL)
                .max(Comparator.naturalOrder())
                .orElse(stages.isEmpty() ? Stage.INVESTIGATION : Stage.FINAL);
    }
}
