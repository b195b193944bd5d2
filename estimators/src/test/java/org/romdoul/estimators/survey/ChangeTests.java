package org.romdoul.estimators.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.romdoul.estimators.Estimate;
import org.romdoul.estimators.Interval;
import org.romdoul.estimators.Refusal;

class ChangeTests {

    private static final IntervalMethod BETA = IntervalMethod.BETA_CAPPED;

    private static Prevalence round(int venues, int... found) {
        var visits = IntStream.range(0, venues)
                .mapToObj(i -> Visit.observed("Lotus", "v" + i, 20, found[i % found.length]))
                .toList();
        return VenueSurvey.of(List.of(new Stratum("Lotus", 1000)), visits).prevalence();
    }

    @Test
    void aClearFallIsSeenAndItsSizeBounded() {
        Change change = Change.independent(round(100, 0, 1, 2, 4), round(100, 0, 0, 1, 0));
        assertThat(change.relative().orElseThrow()).isCloseTo(1.0 / 7 - 1, within(1e-12));
        assertThat(change.pValue().orElseThrow()).isLessThan(1e-6);
        assertThat(change.differenceInterval(BETA, 0.95).upper()).isNegative();
        Interval ratio = change.ratioInterval(BETA, 0.95);
        assertThat(ratio.contains(1.0 / 7)).isTrue();
        assertThat(ratio.upper()).isLessThan(0.5);
        assertThat(change.sustained(BETA, 1.5, 0.05)).isTrue();
        assertThat(change.equivalent(BETA, 1.5, 0.05)).isFalse();
    }

    @Test
    void notSignificantIsNotSustained() {
        Change change = Change.independent(round(12, 0, 1, 2), round(12, 0, 1, 2));
        assertThat(change.pValue().orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(change.sustained(BETA, 1.2, 0.05)).isFalse();
        Change large = Change.independent(round(600, 0, 1, 2), round(600, 0, 1, 2));
        assertThat(large.sustained(BETA, 1.2, 0.05)).isTrue();
        assertThat(large.equivalent(BETA, 1.2, 0.05)).isTrue();
    }

    @Test
    void aRoundThatFoundNobodyGetsAnIntervalAndNoFalsePValue() {
        Change fall = Change.independent(round(100, 0, 1, 2), round(100, 0));
        assertThat(fall.pValue()).isEmpty();
        assertThat(fall.logRatio()).isEmpty();
        assertThat(fall.relative()).hasValue(-1);
        Interval difference = fall.differenceInterval(BETA, 0.95);
        assertThat(difference.upper()).isBetween(-0.05, 0.0);
        assertThat(fall.ratioInterval(BETA, 0.95).lower()).isZero();
        assertThat(fall.ratioInterval(BETA, 0.95).upper()).isBetween(0.1, 1.5);
        Change rise = Change.independent(round(100, 0), round(100, 0, 1, 2));
        assertThat(rise.relative()).isEmpty();
        assertThat(rise.ratioInterval(BETA, 0.95).upper()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(rise.sustained(BETA, 10, 0.05)).isFalse();
        Change neither = Change.independent(round(100, 0), round(100, 0));
        assertThat(neither.differenceInterval(BETA, 0.95).contains(0)).isTrue();
        assertThat(neither.ratioInterval(BETA, 0.95)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY, 0.95));
    }

    @Test
    void differenceIntervalReachesAsFarAsBothIntervalsTogether() {
        Prevalence before = round(50, 0, 1, 2, 5);
        Prevalence after = round(40, 0, 0, 1, 3);
        Interval first = before.interval(BETA, 0.9);
        Interval second = after.interval(BETA, 0.9);
        Interval both = Change.independent(before, after).differenceInterval(BETA, 0.9);
        double difference = after.value() - before.value();
        assertThat(difference - both.lower())
                .isCloseTo(Math.hypot(after.value() - second.lower(), first.upper() - before.value()), within(1e-12));
        assertThat(both.upper() - difference)
                .isCloseTo(Math.hypot(second.upper() - after.value(), before.value() - first.lower()), within(1e-12));
    }

    @Test
    void degreesOfFreedomOfAChangeAreThoseOfWelch() {
        Prevalence before = round(9, 0, 1, 2);
        Prevalence after = round(30, 0, 1, 0);
        double v1 = before.estimate().variance();
        double v2 = after.estimate().variance();
        double df = (v1 + v2) * (v1 + v2) / (v1 * v1 / 8 + v2 * v2 / 29);
        double t = Math.abs(after.value() - before.value()) / Math.sqrt(v1 + v2);
        assertThat(Change.independent(before, after).pValue().orElseThrow())
                .isCloseTo(2 * TDistribution.of(df).survivalProbability(t), within(1e-12));
    }

    @Test
    void revisitingTheSameVenuesSharpensTheChange() {
        Prevalence before = round(60, 0, 1, 2, 5);
        Prevalence after = round(60, 0, 0, 1, 3);
        Change apart = Change.independent(before, after);
        Change again = Change.revisited(before, after);
        assertThat(again.covariance()).isPositive();
        assertThat(again.difference().standardError())
                .isLessThan(apart.difference().standardError());
        assertThat(again.differenceInterval(BETA, 0.95).width())
                .isLessThan(apart.differenceInterval(BETA, 0.95).width());
        assertThat(again.ratioInterval(BETA, 0.95).width())
                .isLessThan(apart.ratioInterval(BETA, 0.95).width());
    }

    @Test
    void identicalRoundsOfTheSameVenuesDifferByNothing() {
        Prevalence round = round(60, 0, 1, 2, 5);
        Change change = Change.revisited(round, round);
        assertThat(change.difference().standardError()).isLessThan(1e-9);
        assertThat(change.covariance()).isCloseTo(round.estimate().variance(), within(1e-15));
    }

    /** Rounds of 40 venues with the same counts, of which this many are the same venue. */
    private static Change again(int common, double frame) {
        var before = IntStream.range(0, 40)
                .mapToObj(i -> Visit.observed("Lotus", "v" + i, 20, i % 4))
                .toList();
        var after = IntStream.range(0, 40)
                .mapToObj(i -> Visit.observed("Lotus", i < common ? "v" + i : "new" + i, 20, i % 4))
                .toList();
        var strata = List.of(new Stratum("Lotus", frame));
        return Change.revisited(
                VenueSurvey.of(strata, before).prevalence(),
                VenueSurvey.of(strata, after).prevalence());
    }

    private static double correlation(Change change) {
        // both rounds have the same variance, so half that of the difference without covariance
        double variance = change.difference().variance() / 2 + change.covariance();
        return change.covariance() / variance;
    }

    @Test
    void venuesSeenAgainCountByWhatExceedsChance() {
        assertThat(correlation(again(20, Double.POSITIVE_INFINITY))).isCloseTo(20 / 40.0, within(1e-12));
        // 40 x 40 / 100 = 16 are in common by chance, and the variance is that of 40 (1 - 40 / 100)
        assertThat(correlation(again(20, 100))).isCloseTo((20 - 16) / 24.0, within(1e-12));
        assertThat(correlation(again(16, 100))).isCloseTo(0, within(1e-12));
        assertThat(correlation(again(8, 100))).isCloseTo((8 - 16) / 24.0, within(1e-12));
    }

    @Test
    void visitingOtherVenuesOnPurposeMakesTheChangeLessCertain() {
        assertThat(again(0, Double.POSITIVE_INFINITY).covariance()).isZero();
        assertThat(correlation(again(0, 100))).isCloseTo(-16 / 24.0, within(1e-12));
    }

    @Test
    void venuesAreTheSameByStratumAndCode() {
        var elsewhere = IntStream.range(0, 60)
                .mapToObj(i -> Visit.observed("Mekong", "v" + i, 20, i % 3))
                .toList();
        Prevalence mekong =
                VenueSurvey.of(List.of(new Stratum("Mekong", 1000)), elsewhere).prevalence();
        assertThat(Change.revisited(round(60, 0, 1, 2), mekong).covariance()).isZero();
    }

    @Test
    void twoIndependentDrawsHaveNoCovarianceWhicheverVenuesCameUpTwice() {
        Prevalence round = round(60, 0, 1, 2);
        assertThat(Change.independent(round, round).covariance()).isZero();
    }

    @Test
    void ratioIntervalOfIndependentRoundsAgreesWithTheDeltaMethodWhenSamplesAreLarge() {
        Change change = Change.independent(round(900, 0, 1, 2), round(900, 0, 1, 1));
        Interval ratio = change.ratioInterval(IntervalMethod.LOGIT, 0.95);
        Estimate log = change.logRatio().orElseThrow();
        assertThat(Math.log(ratio.lower())).isCloseTo(log.value() - 1.96 * log.standardError(), within(0.01));
        assertThat(Math.log(ratio.upper())).isCloseTo(log.value() + 1.96 * log.standardError(), within(0.01));
    }

    @Test
    void ratioIntervalOfRevisitedVenuesAgreesWithTheDeltaMethodWhenSamplesAreLarge() {
        Change change = Change.revisited(round(900, 0, 1, 2), round(900, 0, 1, 1));
        Interval ratio = change.ratioInterval(IntervalMethod.LOGIT, 0.95);
        Estimate log = change.logRatio().orElseThrow();
        assertThat(Math.log(ratio.lower())).isCloseTo(log.value() - 1.96 * log.standardError(), within(0.01));
        assertThat(Math.log(ratio.upper())).isCloseTo(log.value() + 1.96 * log.standardError(), within(0.01));
    }

    @Test
    void aTestWithoutAMarginIsNone() {
        Change change = Change.independent(round(12, 0, 1), round(12, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> change.sustained(BETA, 1, 0.05));
        assertThatIllegalArgumentException().isThrownBy(() -> change.equivalent(BETA, 1.5, 0.5));
    }

    @Test
    void misjudgedAgesAreTakenOut() {
        var judgement = new AgeJudgement(new Estimate(0.8, 0), new Estimate(0.95, 0));
        var corrected = judgement.correct(new Estimate(0.8 * 0.1 + 0.05 * 0.9, 0.01));
        assertThat(corrected.value()).isCloseTo(0.1, within(1e-12));
        assertThat(corrected.standardError()).isCloseTo(0.01 / 0.75, within(1e-12));
        assertThat(corrected.explainedByError()).isFalse();
        assertThat(judgement.correct(new Interval(0.04, 0.125, 0.95))).satisfies(i -> {
            assertThat(i.lower()).isZero();
            assertThat(i.upper()).isCloseTo(0.1, within(1e-12));
        });
    }

    @Test
    void uncertainJudgementWidensTheError() {
        var sure = new AgeJudgement(new Estimate(0.8, 0), new Estimate(0.95, 0));
        var unsure = new AgeJudgement(new Estimate(0.8, 0.05), new Estimate(0.95, 0.02));
        var seen = new Estimate(0.125, 0.01);
        double expected = Math.sqrt(0.0001 + 0.01 * 0.0025 + 0.81 * 0.0004) / 0.75;
        assertThat(unsure.correct(seen).standardError()).isCloseTo(expected, within(1e-12));
        assertThat(unsure.correct(seen).value()).isEqualTo(sure.correct(seen).value());
    }

    @Test
    void whatFalsePositivesExplainIsSaidToBeExplained() {
        var judgement = new AgeJudgement(new Estimate(0.8, 0), new Estimate(0.95, 0));
        var corrected = judgement.correct(new Estimate(0.03, 0.01));
        assertThat(corrected.value()).isZero();
        assertThat(corrected.explainedByError()).isTrue();
        assertThatThrownBy(() -> new AgeJudgement(new Estimate(0.4, 0), new Estimate(0.6, 0)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("0.4 and specificity 0.6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AgeJudgement(new Estimate(80, 0), new Estimate(0.9, 0)));
    }

    @Test
    void samplePlansFollowTheTextbookFormulas() {
        var plan = new SampleSize(10, 0.1, Double.POSITIVE_INFINITY);
        assertThat(plan.designEffect()).isCloseTo(1.9, within(1e-12));
        // 1.96^2 x 0.08 x 0.92 / 0.02^2 = 706.9 persons, x 1.9 / 10 = 134.3 venues
        assertThat(plan.forMargin(0.08, 0.02, 0.95).venues()).isEqualTo(135);
        // (1.96 + 0.8416)^2 (0.08 x 0.92 + 0.02 x 0.98) / 0.06^2 = 203.2 persons
        assertThat(new SampleSize(1, 0, Double.POSITIVE_INFINITY)
                        .forChange(0.08, 0.02, 0.8, 0.95)
                        .venues())
                .isEqualTo(204);
        // 0.99^n < 0.05 from n = 299 on
        assertThat(new SampleSize(1, 0, Double.POSITIVE_INFINITY).forZero(0.01, 0.95))
                .isEqualTo(new SampleSize.Need(299, 299));
        assertThat(new SampleSize(10, 0.1, 150).forMargin(0.08, 0.02, 0.95).venues())
                .isEqualTo(71);
        assertThatIllegalArgumentException().isThrownBy(() -> plan.forChange(0.1, 0.1, 0.8, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> plan.forMargin(8, 0.02, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> new SampleSize(0, 0.1, 10));
    }
}
