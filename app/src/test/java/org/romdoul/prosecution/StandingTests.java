package org.romdoul.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.romdoul.prosecution.Appeal.Party;
import org.romdoul.prosecution.AppealOutcome.Result;
import org.romdoul.prosecution.Decision.Level;
import org.romdoul.prosecution.Outcome.Finality;
import org.romdoul.prosecution.Termination.Ended;

class StandingTests {

    private final Courtroom court = Courtroom.empty();

    @Test
    void whoIsNamedAndNeverChargedIsNotChargedAndNotOpen() {
        assertThat(court.standing().outcome()).isEqualTo(new Outcome.NotCharged());
    }

    @Test
    void aChargeNothingIsDecidedOnIsOpenUntilTheSourceStopsTelling() {
        court.charged("2010-03", "KH-TSE-12", 2);
        assertThat(court.standing().outcome()).isEqualTo(new Outcome.Open(false));

        court.ended("XXXX", Ended.UNKNOWN);
        assertThat(court.standing().outcome()).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void aConvictionInAbsentiaThatIsOverturnedYearsLaterNoLongerStandsAndSaysWhy() {
        var charge = court.charged("2010-03-17", "KH-TSE-12", 2);
        var judgment = court.judged("2011-05", true, null);
        court.guilty(judgment, charge, 2);
        court.sentenced(judgment.decision(), "2011-05", 180);
        assertThat(court.standing().outcome()).isEqualTo(new Outcome.Convicted(Finality.NO_APPEAL_ON_RECORD, true));
        assertThat(court.standing().sentences()).hasSize(1);

        var appeal = court.appealed("2014", judgment, Party.ACCUSED);
        assertThat(court.standing().outcome()).isEqualTo(new Outcome.Convicted(Finality.UNDER_APPEAL, true));

        var outcome = court.decided("2014-11-30", appeal, Level.SUPREME, Result.OVERTURNED);
        assertThat(court.standing().outcome()).isEqualTo(new Outcome.Overturned(Finality.FINAL));
        assertThat(court.standing().sentences()).isEmpty();
        assertThat(court.standing().why())
                .extracting(fact -> fact.getClass().getSimpleName())
                .containsExactly("Judgment", "Verdict", "Appeal", "AppealOutcome");
        assertThat(court.standing().why()).endsWith(outcome);
    }

    @Test
    void anAppealAgainstWhatAnAppealDecidedBringsTheConvictionBack() {
        var charge = court.charged("2010", "KH-TSE-12", 1);
        var judgment = court.judged("2011", false, null);
        court.guilty(judgment, charge, 1);
        court.sentenced(judgment.decision(), "2011", 60);
        var first = court.appealed("2011", judgment, Party.ACCUSED);
        var overturned = court.decided("2012", first, Level.APPEAL, Result.OVERTURNED);
        var second = court.appealed("2012", overturned, Party.PROSECUTION);
        assertThat(court.standing().outcome()).isEqualTo(new Outcome.Overturned(Finality.UNDER_APPEAL));

        court.decided("2013", second, Level.SUPREME, Result.OVERTURNED);

        assertThat(court.standing().outcome()).isEqualTo(new Outcome.Convicted(Finality.FINAL, false));
        assertThat(court.standing().sentences())
                .singleElement()
                .extracting(Sentence::monthsPrison)
                .isEqualTo(60);
    }

    @Test
    void aRetrialOpensTheCaseAgainAndItsJudgmentDecides() {
        var charge = court.charged("2010", "KH-TSE-12", 1);
        var judgment = court.judged("2011", true, null);
        court.guilty(judgment, charge, 1);
        var opposition = court.appealed("2012", judgment, Party.ACCUSED);
        var order = court.decided("2012", opposition, Level.FIRST_INSTANCE, Result.RETRIAL);
        assertThat(court.standing().outcome()).isEqualTo(new Outcome.Open(true));

        var again = court.judged("2013", false, order.decision());
        court.notGuilty(again, charge, 1);

        assertThat(court.standing().outcome()).isEqualTo(new Outcome.Acquitted(Finality.NO_APPEAL_ON_RECORD));
    }

    /** The highest court sent it back: what is then decided below can be appealed, and is final when that court says so again. */
    @Test
    void aConvictionAfterTheSupremeCourtOrderedARetrialIsNotFinal() {
        var again = convictedAgainAfterTheSupremeCourtSentItBack(court);
        assertThat(court.standing().outcome()).isEqualTo(new Outcome.Convicted(Finality.NO_APPEAL_ON_RECORD, false));

        var appeal = court.appealed("2014", again, Party.ACCUSED);
        assertThat(court.standing().outcome()).isEqualTo(new Outcome.Convicted(Finality.UNDER_APPEAL, false));

        var upheld = court.decided("2015", appeal, Level.APPEAL, Result.UPHELD);
        assertThat(court.standing().outcome()).isEqualTo(new Outcome.Convicted(Finality.NO_APPEAL_ON_RECORD, false));

        court.decided("2016", court.appealed("2015", upheld, Party.ACCUSED), Level.SUPREME, Result.UPHELD);
        assertThat(court.standing().outcome()).isEqualTo(new Outcome.Convicted(Finality.FINAL, false));
    }

    @Test
    void aConvictionAfterARetrialIsFinalOnceItsSourceSaysThatAllHasEnded() {
        convictedAgainAfterTheSupremeCourtSentItBack(court);
        court.ended("2014", Ended.ENDED);
        assertThat(court.standing().outcome()).isEqualTo(new Outcome.Convicted(Finality.FINAL, false));
    }

    static Judgment convictedAgainAfterTheSupremeCourtSentItBack(Courtroom court) {
        var charge = court.charged("2010", "KH-TSE-12", 1);
        var judgment = court.judged("2011", false, null);
        court.guilty(judgment, charge, 1);
        var appeal = court.appealed("2012", judgment, Party.ACCUSED);
        var order = court.decided("2013", appeal, Level.SUPREME, Result.RETRIAL);
        var again = court.judged("2014", false, order.decision());
        court.guilty(again, charge, 1);
        return again;
    }

    @Test
    void anAppealOfTheAccusedNeverMakesAnAcquittalAConviction() {
        var guilty = court.charged("2010", "KH-TSE-12", 1);
        var not = court.charged("2010", "KH-TSE-15", 1);
        var judgment = court.judged("2011", false, null);
        court.guilty(judgment, guilty, 1);
        court.notGuilty(judgment, not, 1);
        court.decided("2012", court.appealed("2011", judgment, Party.ACCUSED), Level.APPEAL, Result.OVERTURNED);

        assertThat(court.standing().charges())
                .extracting(charge -> charge.outcome().code())
                .containsExactlyInAnyOrder("overturned", "acquitted");
        assertThat(court.standing().outcome().code()).isEqualTo("overturned");
    }

    @Test
    void aVariedSentenceReplacesTheFirst() {
        var charge = court.charged("2010", "KH-TSE-12", 1);
        var judgment = court.judged("2011", false, null);
        court.guilty(judgment, charge, 1);
        court.sentenced(judgment.decision(), "2011", 120);
        var varied =
                court.decided("2012", court.appealed("2011", judgment, Party.ACCUSED), Level.APPEAL, Result.VARIED);
        assertThat(court.standing().sentences())
                .extracting(Sentence::monthsPrison)
                .containsExactly(120);

        court.sentenced(varied.decision(), "2012", 84);

        assertThat(court.standing().sentences())
                .extracting(Sentence::monthsPrison)
                .containsExactly(84);
        assertThat(court.standing().outcome().code()).isEqualTo("convicted");
    }

    @Test
    void countsNotDecidedOnAreOpenBesideAnAcquittalAndUnknownOnceItHasEnded() {
        var charge = court.charged("2010", "1591", 3);
        court.notGuilty(court.judged("2011", false, null), charge, 1);
        assertThat(court.standing().outcome()).isEqualTo(new Outcome.Open(false));

        court.ended("2012", Ended.ENDED);
        assertThat(court.standing().outcome()).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void aNumberThatIsNotKnownIsNotZero() {
        var charge = court.charged("2010", "1591", 2);
        var judgment = court.judged("2011", false, null);
        court.took(court.verdict(judgment, charge, null, null, null, null, null));
        assertThat(court.standing().outcome()).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void aSentenceWithoutAConvictionOnRecordShowsOneThatIsNot() {
        var charge = court.charged("2012", "1546", 15);
        var judgment = court.judged("2014", false, null);
        court.took(court.verdict(judgment, charge, 0, 0, 0, 0, 15));
        assertThat(court.standing().outcome()).isEqualTo(new Outcome.Withdrawn());

        court.sentenced(judgment.decision(), "2014", 36);

        assertThat(court.standing().outcome().code()).isEqualTo("convicted");
        assertThat(court.standing().charges())
                .filteredOn(one -> one.charge() == null)
                .hasSize(1);
    }

    @Test
    void aSlipOfThePenIsMendedAndTheMendedCounts() {
        var charge = court.charged("2010", "1591", 1);
        var judgment = court.judged("2011", false, null);
        var wrong = court.guilty(judgment, charge, 1);
        court.took(new Verdict(
                court.on("2011").correcting(wrong.id()),
                court.defendant(),
                judgment.decision(),
                charge.charge(),
                0,
                0,
                1,
                0,
                0));

        assertThat(court.standing().outcome().code()).isEqualTo("acquitted");
        assertThat(court.history().facts()).contains(wrong);
    }

    @Test
    void whatStandsNeverHangsOnTheOrderOfRecording() {
        for (var seed = 1L; seed <= 300; seed++) {
            var history = seeded(seed);
            var standing = Standing.of(history);
            for (var shuffle = 0; shuffle < 3; shuffle++)
                assertThat(Standing.of(Courtroom.shuffled(history, shuffle)))
                        .as("seed %d", seed)
                        .isEqualTo(standing);
        }
    }

    @Test
    void aFactAddedNeverRemovesOneAndTheReasonsAreFactsOnRecord() {
        for (var seed = 1L; seed <= 300; seed++) {
            var court = room(seed);
            for (var offer = 0; offer < 60; offer++) {
                var before = court.history().facts();
                court.atRandom(1);
                assertThat(court.history().facts()).as("seed %d", seed).containsAll(before);
            }
            assertThat(court.history().live()).containsAll(court.standing().why());
        }
    }

    @Test
    void seededHistoriesReachEveryOutcome() {
        var tally = Courtroom.tally(
                LongStream.rangeClosed(1, 300).mapToObj(StandingTests::seeded).toList());
        assertThat(tally)
                .containsOnlyKeys(List.of(
                                "convicted",
                                "open",
                                "unknown",
                                "overturned",
                                "acquitted",
                                "dismissed",
                                "withdrawn",
                                "not_charged")
                        .toArray(String[]::new));
    }

    private static History seeded(long seed) {
        return room(seed).atRandom((int) (seed % 80)).history();
    }

    private static Courtroom room(long seed) {
        return new Courtroom(new UUID(0, 1), new UUID(0, 2), seed);
    }
}
