package org.romdoul.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;

class AdmissionTests {

    private static final UUID ANOTHER = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private final Courtroom court = Courtroom.empty();

    @Test
    void refusesToChargeAPresumedVictimUntilSomebodySaysWhy() {
        var person = UUID.randomUUID();
        var hers = new Courtroom(UUID.randomUUID(), UUID.randomUUID(), 2, person, Set.of(person));
        var fact = hers.on("2026-01");

        assertThat(hers.offer(new Charge(fact, hers.defendant(), fact.id(), "KH-IMM-29", 1, null)))
                .isEqualTo(Answer.no("override", "presumed-victim"));

        var why = new SealedRef(UUID.randomUUID(), new byte[32], new byte[32]);
        assertThat(hers.offer(new Charge(fact, hers.defendant(), fact.id(), "KH-IMM-29", 1, why)))
                .isEqualTo(Answer.yes());
    }

    @Test
    void refusesWhatHasNotHappenedYetButAHearing() {
        var fact = court.on("2027-01-15");
        assertThat(court.offer(new Arrest(fact, court.defendant()))).isEqualTo(Answer.no("happened", "ahead"));

        var hearing = new Hearing(fact, court.defendant(), fact.id(), Hearing.Kind.TRIAL, "PP-CFI");
        assertThat(court.offer(hearing)).isEqualTo(Answer.yes());
        assertThat(court.offer(new HearingOutcome(
                        court.on("2026-11-01"),
                        court.defendant(),
                        hearing.hearing(),
                        HearingOutcome.Result.HELD,
                        null)))
                .isEqualTo(Answer.no("result", "not-heard-yet"));
        assertThat(court.offer(new HearingOutcome(
                        court.on("2026-11-01"),
                        court.defendant(),
                        hearing.hearing(),
                        HearingOutcome.Result.CANCELLED,
                        null)))
                .isEqualTo(Answer.yes());
    }

    @Test
    void refusesMoreCountsThanWereCharged() {
        var charge = court.charged("2010", "1591", 2);
        var judgment = court.judged("2011", false, null);
        assertThat(court.offer(court.verdict(judgment, charge, 0, 2, 1, 0, 0)))
                .isEqualTo(Answer.no("counts", "too-many"));
        court.guilty(judgment, charge, 1);
        var later = court.judged("2012", false, null);
        assertThat(court.offer(court.verdict(later, charge, 0, 2, 0, 0, 0))).isEqualTo(Answer.no("counts", "too-many"));
    }

    @Test
    void refusesAJudgmentBeforeItsChargeAndAnAppealBeforeItsJudgment() {
        var charge = court.charged("2012-05", "1591", 1);
        var early = court.judged("2011", false, null);
        assertThat(court.offer(court.verdict(early, charge, 0, 1, 0, 0, 0)))
                .isEqualTo(Answer.no("happened", "before-charge"));
        var fact = court.on("2010");
        assertThat(court.offer(new Appeal(
                        fact, court.defendant(), fact.id(), early.decision(), null, Appeal.Party.ACCUSED, null)))
                .isEqualTo(Answer.no("happened", "before-judgment"));
    }

    @Test
    void refusesASentenceForAChargeSheWasNotConvictedOf() {
        var charge = court.charged("2010", "1591", 1);
        var judgment = court.judged("2011", false, null);
        court.notGuilty(judgment, charge, 1);
        assertThat(court.offer(court.sentence(judgment.decision(), "2011", charge.charge(), 12)))
                .isEqualTo(Answer.no("charge", "not-convicted"));
    }

    @Test
    void refusesAnAppealAgainstTheSupremeCourtAndTheSameAppealTwice() {
        var charge = court.charged("2010", "1591", 1);
        var judgment = court.judged("2011", false, null);
        court.guilty(judgment, charge, 1);
        var appeal = court.appealed("2011", judgment, Appeal.Party.ACCUSED);
        var fact = court.on("2012");
        assertThat(court.offer(new Appeal(
                        fact, court.defendant(), fact.id(), judgment.decision(), null, Appeal.Party.ACCUSED, null)))
                .isEqualTo(Answer.no("party", "appealed-already"));

        var last = court.decided("2013", appeal, Decision.Level.SUPREME, AppealOutcome.Result.UPHELD);
        var late = court.on("2014");
        assertThat(court.offer(new Appeal(
                        late, court.defendant(), late.id(), last.decision(), null, Appeal.Party.ACCUSED, null)))
                .isEqualTo(Answer.no("against", "supreme"));
    }

    @Test
    void refusesARetrialThatNobodyOrdered() {
        var fact = court.on("2012");
        assertThat(court.offer(
                        new Judgment(fact, court.defendant(), fact.id(), Decision.Level.APPEAL, false, ANOTHER, null)))
                .isEqualTo(Answer.no("follows", "no-retrial"));
    }

    @Test
    void refusesToEndADetentionTwiceOrBeforeItBegan() {
        var fact = court.on("2026-11-20");
        var held = court.took(new Detention(
                fact,
                court.defendant(),
                fact.id(),
                Detention.Kind.POLICE_CUSTODY,
                Detention.Gravity.FELONY,
                false,
                "KH-CPC-96"));
        assertThat(court.offer(end(held, "2026-11-19"))).isEqualTo(Answer.no("happened", "before-detention"));
        court.took(end(held, "2026-11-21"));
        assertThat(court.offer(end(held, "2026-11-22"))).isEqualTo(Answer.no("detention", "detention-over"));
    }

    @Test
    void refusesACorrectionOfAnotherKindOrOfWhatWasCorrectedAlready() {
        var charge = court.charged("2010", "1591", 1);
        assertThat(court.offer(new Arrest(court.on("2010").correcting(charge.id()), court.defendant())))
                .isEqualTo(Answer.no("", "corrects-nothing"));
        court.took(new Charge(
                court.on("2010").correcting(charge.id()), court.defendant(), charge.charge(), "1591", 2, null));
        assertThat(court.offer(new Charge(
                        court.on("2010").correcting(charge.id()), court.defendant(), charge.charge(), "1591", 3, null)))
                .isEqualTo(Answer.no("", "corrected-already"));
    }

    @Test
    void refusesACorrectionThatMovesADecisionToAnotherPlace() {
        var charge = court.charged("2010", "1591", 1);
        var judgment = court.judged("2011", false, null);
        court.guilty(judgment, charge, 1);
        var appeal = court.appealed("2011", judgment, Appeal.Party.ACCUSED);
        var outcome = court.decided("2012", appeal, Decision.Level.APPEAL, AppealOutcome.Result.UPHELD);
        assertThat(court.offer(new Appeal(
                        court.on("2011").correcting(appeal.id()),
                        court.defendant(),
                        appeal.appeal(),
                        outcome.decision(),
                        null,
                        Appeal.Party.ACCUSED,
                        null)))
                .isEqualTo(Answer.no("", "another-place"));
    }

    @Test
    void refusesMoneyWithoutItsCurrency() {
        assertThat(court.offer(new Bail(court.on("2010"), court.defendant(), Bail.Kind.SURETY, 25_000L, null)))
                .isEqualTo(Answer.no("currency", "currency"));
    }

    @Test
    void refusesAFactAboutSomebodyWhoStandsNotAccused() {
        var nobody = new Admission(new History(ANOTHER, java.util.List.of()), Courtroom.TODAY, Set.of(), Set.of());
        var fact = new Fact(UUID.randomUUID(), UUID.randomUUID(), PartialDate.ofYear(2010), ANOTHER, null, null);
        assertThat(nobody.of(new Arrest(fact, ANOTHER))).isEqualTo(Answer.no("", "no-accused"));
    }

    private DetentionEnd end(Detention held, String date) {
        return new DetentionEnd(court.on(date), court.defendant(), held.detention(), DetentionEnd.Way.RELEASED);
    }
}
