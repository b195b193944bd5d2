package org.romdoul.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.romdoul.cases.Stage;
import org.romdoul.prosecution.Appeal.Party;
import org.romdoul.prosecution.AppealOutcome.Result;
import org.romdoul.prosecution.Decision.Level;
import org.romdoul.prosecution.Termination.Ended;

class ProgressTests {

    private final Courtroom court = Courtroom.empty();

    @Test
    void beforeAnybodyIsChargedItIsInvestigated() {
        assertThat(Progress.of(List.of())).isEqualTo(Stage.INVESTIGATION);
        is(Stage.INVESTIGATION);
    }

    @Test
    void whatIsSentBackIsTriedAgainAndNotFinal() {
        var charge = court.charged("2010", "KH-TSE-12", 1);
        var judgment = court.judged("2011", false, null);
        court.guilty(judgment, charge, 1);
        var order =
                court.decided("2013", court.appealed("2012", judgment, Party.ACCUSED), Level.SUPREME, Result.RETRIAL);
        is(Stage.TRIAL);

        court.guilty(court.judged("2014", false, order.decision()), charge, 1);
        is(Stage.TRIAL);
    }

    @Test
    void oneWhoseCaseIsFinalDoesNotEndThatOfAnother() {
        court.charged("2010", "KH-TSE-12", 1);
        court.ended("2011", Ended.ENDED);
        is(Stage.FINAL);

        var other = new Courtroom(court.id(), court.id(), 2);
        other.charged("2010", "KH-TSE-12", 1);
        assertThat(Progress.of(List.of(court.history(), other.history()))).isEqualTo(Stage.PROSECUTION);
    }

    @Test
    void countsThatNobodyHasDecidedOnKeepItFromBeingFinal() {
        var charge = court.charged("2010", "KH-TSE-12", 2);
        var judgment = court.judged("2011", false, null);
        court.guilty(judgment, charge, 1);
        court.decided("2013", court.appealed("2012", judgment, Party.ACCUSED), Level.SUPREME, Result.UPHELD);
        is(Stage.TRIAL);
    }

    @Test
    void aSourceThatStopsTellingEndsNothing() {
        court.charged("2010", "KH-TSE-12", 1);
        court.ended("XXXX", Ended.UNKNOWN);
        is(Stage.PROSECUTION);
    }

    @Test
    void onlyAHearingOfTheTrialBeginsIt() {
        court.charged("2010", "KH-TSE-12", 1);
        heard(Hearing.Kind.BAIL);
        is(Stage.PROSECUTION);
        heard(Hearing.Kind.TRIAL);
        is(Stage.TRIAL);
    }

    @Test
    void itGoesFromTheChargeToTheLastCourt() {
        var charge = court.charged("2010", "KH-TSE-12", 1);
        is(Stage.PROSECUTION);
        var judgment = court.judged("2011", false, null);
        court.guilty(judgment, charge, 1);
        is(Stage.TRIAL);
        var appeal = court.appealed("2012", judgment, Party.ACCUSED);
        is(Stage.APPEAL);
        var upheld = court.decided("2013", appeal, Level.APPEAL, Result.UPHELD);
        is(Stage.APPEAL);
        court.decided("2015", court.appealed("2014", upheld, Party.ACCUSED), Level.SUPREME, Result.UPHELD);
        is(Stage.FINAL);
    }

    private void heard(Hearing.Kind kind) {
        var fact = court.on("2011");
        court.took(new Hearing(fact, court.defendant(), fact.id(), kind, "COURT-1"));
    }

    private void is(Stage stage) {
        assertThat(Progress.of(List.of(court.history()))).isEqualTo(stage);
    }
}
