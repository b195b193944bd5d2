package org.romdoul.estimators.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.romdoul.estimators.Refusal;
import org.romdoul.estimators.survey.Presentation.Reason;
import org.romdoul.estimators.survey.Presentation.Verdict;

class VenueSurveyTests {

    private static final List<Stratum> LOTUS = List.of(new Stratum("Lotus", 100));

    private static List<Visit> visits(int count, int observed, int... found) {
        return IntStream.range(0, count)
                .mapToObj(i -> Visit.observed("Lotus", "v" + i, observed, found[i % found.length]))
                .toList();
    }

    private static Refusal refused(List<Stratum> frame, List<Visit> visits) {
        try {
            VenueSurvey.of(frame, visits);
        } catch (Refusal refusal) {
            return refusal;
        }
        throw new AssertionError("was not refused");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyFoundStillHasAnUpperLimit(IntervalMethod method) {
        Prevalence none = VenueSurvey.of(LOTUS, visits(20, 10, 0)).prevalence();
        var interval = none.interval(method, 0.95);
        assertThat(interval.lower()).isZero();
        assertThat(interval.upper()).isCloseTo(1 - Math.pow(0.025, 1 / 20.0), within(1e-12));
    }

    @Test
    void nobodyFoundUnderAnAssumedDesignEffectCountsPersons() {
        Prevalence none = VenueSurvey.of(LOTUS, visits(20, 10, 0)).prevalence(2.0);
        assertThat(none.effectiveSize()).isCloseTo(100, within(1e-9));
        // the rule of three: 3/n, for the one-sided 95 % limit
        assertThat(none.interval(IntervalMethod.BETA, 0.90).upper()).isCloseTo(3.0 / 100, within(5e-4));
    }

    @Test
    void unequalWeightsMakeTheLimitForNobodyWider() {
        var frame = List.of(new Stratum("Lotus", 1000), new Stratum("Mekong", 10));
        var visits = IntStream.range(0, 20)
                .mapToObj(i -> Visit.observed(i < 10 ? "Lotus" : "Mekong", "v" + i, 2, 0))
                .toList();
        Prevalence none = VenueSurvey.of(frame, visits).prevalence();
        // Kish: (sum)^2 / sum of squares, with ten venues that stand for 200 persons each and ten for 2
        assertThat(none.effectiveSize()).isCloseTo(2020.0 * 2020.0 / (10 * 40_000 + 10 * 4), within(1e-9));
    }

    @Test
    void everybodyFoundStillHasALowerLimit() {
        Prevalence all = VenueSurvey.of(LOTUS, visits(20, 10, 10)).prevalence();
        var interval = all.interval(IntervalMethod.LOGIT, 0.95);
        assertThat(all.value()).isEqualTo(1);
        assertThat(interval.lower()).isCloseTo(Math.pow(0.025, 1 / 20.0), within(1e-12));
        assertThat(interval.upper()).isEqualTo(1);
    }

    @Test
    void venuesThatAllAgreeDoNotMakeAnIntervalOfNoWidth() {
        Prevalence alike = VenueSurvey.of(LOTUS, visits(20, 10, 1)).prevalence();
        var interval = alike.interval(IntervalMethod.LOGIT, 0.95);
        assertThat(interval.width()).isGreaterThan(0.1);
        assertThat(alike.designEffect()).isEmpty();
    }

    @Test
    void othersOfTheStratumStandForVenuesNotCompleted() {
        var visits = new ArrayList<>(visits(8, 10, 0, 2));
        visits.add(Visit.notCompleted("Lotus", "x1"));
        visits.add(Visit.notCompleted("Lotus", "x2"));
        VenueSurvey survey = VenueSurvey.of(LOTUS, visits);
        assertThat(survey.totalObserved().value()).isCloseTo(100 * 10, within(1e-9));
        assertThat(survey.prevalence().value()).isCloseTo(0.1, within(1e-12));
        assertThat(survey.prevalenceIfUnseenHave(1)).isCloseTo(0.1, within(1e-12));
        assertThat(survey.prevalenceIfUnseenHave(3)).isCloseTo(0.1 * (0.8 + 0.2 * 3), within(1e-12));
        assertThat(survey.prevalenceIfUnseenHave(0)).isCloseTo(0.08, within(1e-12));
    }

    @Test
    void unseenVenuesOfASurveyThatSawNobodyHaveNoShare() {
        VenueSurvey survey = VenueSurvey.of(LOTUS, visits(4, 0, 0));
        assertThatThrownBy(() -> survey.prevalenceIfUnseenHave(2))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nobody was seen");
    }

    @Test
    void venuesThatAreGoneStayInTheSampleWithNobodyInThem() {
        var visits = new ArrayList<>(visits(8, 10, 0, 2));
        visits.add(Visit.outOfScope("Lotus", "x1"));
        visits.add(Visit.outOfScope("Lotus", "x2"));
        VenueSurvey survey = VenueSurvey.of(LOTUS, visits);
        assertThat(survey.totalObserved().value()).isCloseTo(80 * 10, within(1e-9));
        assertThat(survey.prevalence().value()).isCloseTo(0.1, within(1e-12));
        assertThat(survey.totalObserved().standardError()).isPositive();
    }

    @Test
    void aRevisedTypeMovesTheReportAndNotTheWeight() {
        var frame = List.of(new Stratum("Lotus", 100), new Stratum("Mekong", 10));
        var visits = new ArrayList<>(visits(5, 10, 1));
        visits.add(Visit.observed("Lotus", "w", 10, 8).foundToBe("Mekong"));
        visits.add(Visit.observed("Mekong", "m1", 10, 0));
        visits.add(Visit.observed("Mekong", "m2", 10, 2));
        Prevalence mekong =
                VenueSurvey.of(frame, visits).prevalenceAmong(v -> v.foundType().equals("Mekong"));
        double revised = 100 / 6.0;
        assertThat(mekong.value()).isCloseTo((revised * 8 + 5 * 2) / (revised * 10 + 5 * 20), within(1e-12));
        assertThat(mekong.standardError()).isPositive();
    }

    @Test
    void fieldworkIsAccountedForByStratum() {
        var visits = new ArrayList<>(visits(3, 10, 1));
        visits.add(Visit.replaced("Lotus", "r", 10, 1));
        visits.add(Visit.notCompleted("Lotus", "n"));
        visits.add(Visit.outOfScope("Lotus", "o"));
        assertThat(VenueSurvey.of(LOTUS, visits).completion())
                .containsExactly(new VenueSurvey.Completion("Lotus", 6, 3, 1, 1, 1));
    }

    @Test
    void aRarerSlotCountsForMore() {
        var visits = Stream.concat(
                        visits(4, 10, 0).stream(),
                        IntStream.range(0, 4)
                                .mapToObj(i -> Visit.observed("Lotus", "late" + i, 10, 4)
                                        .inSlot(0.5)))
                .toList();
        assertThat(VenueSurvey.of(LOTUS, visits).prevalence().value()).isCloseTo(0.4 * 2 / 3, within(1e-12));
    }

    @Test
    void shareOfVenuesWithAnyIsAboutVenues() {
        Prevalence venues = VenueSurvey.of(LOTUS, visits(20, 10, 0, 0, 0, 5)).venuesWithAny();
        assertThat(venues.value()).isCloseTo(0.25, within(1e-12));
        assertThat(venues.persons()).isEqualTo(20);
    }

    @Test
    void impossibleVisitsAreRefusedWithTheirRow() {
        var tooMany = List.of(Visit.observed("Lotus", "a", 5, 1), Visit.observed("Lotus", "b", 5, 6));
        assertThat(refused(LOTUS, tooMany)).hasMessageStartingWith("row 2: 6 found among 5 seen");
        var twice = List.of(Visit.observed("Lotus", "a", 5, 1), Visit.observed("Lotus", "a", 5, 1));
        assertThat(refused(LOTUS, twice).where()).isEqualTo("row 2");
        var nowhere = List.of(Visit.observed("Tonle", "a", 5, 1));
        assertThat(refused(LOTUS, nowhere)).hasMessageContaining("\"Tonle\" is not in the frame");
        var noChance = List.of(Visit.observed("Lotus", "a", 5, 1).inSlot(0));
        assertThat(refused(LOTUS, noChance)).hasMessageContaining("slot chance 0.0");
        var ghost = List.of(new Visit("Lotus", "a", Visit.Outcome.NOT_COMPLETED, "Lotus", 1, 3, 0));
        assertThat(refused(LOTUS, ghost)).hasMessageContaining("3 seen at a venue marked NOT_COMPLETED");
        var negative = List.of(Visit.observed("Lotus", "a", -1, -1));
        assertThat(refused(LOTUS, negative).meaning()).contains("check the visit sheet");
    }

    @Test
    void framesThatAllowNoErrorAreRefusedByStratum() {
        assertThat(refused(LOTUS, visits(1, 10, 1)).where()).isEqualTo("stratum Lotus");
        var small = List.of(new Stratum("Lotus", 3));
        assertThat(refused(small, visits(4, 10, 1)).found()).isEqualTo("4 sampled of 3");
        var unseen = List.of(new Stratum("Lotus", 100), new Stratum("Mekong", 10));
        assertThat(refused(unseen, visits(4, 10, 1)).where()).isEqualTo("stratum Mekong");
        assertThat(refused(List.of(new Stratum("Lotus", 3), new Stratum("Lotus", 4)), visits(4, 10, 1))
                        .found())
                .isEqualTo("it is listed twice");
        assertThat(refused(LOTUS, List.of()).found()).isEqualTo("it is empty");
        assertThatThrownBy(() -> new Stratum("Lotus", 0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> VenueSurvey.of(LOTUS, visits(4, 0, 0)).prevalence())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nobody was seen");
    }

    @Test
    void aLonelyVenueIsRefusedUntilAPolicyIsChosen() {
        var frame = List.of(new Stratum("Lotus", 100), new Stratum("Mekong", 10));
        var visits = new ArrayList<>(visits(5, 10, 1, 0));
        visits.add(Visit.observed("Mekong", "m", 10, 1));
        assertThat(refused(frame, visits)).hasMessageContaining("stratum Mekong: one sampled of 10.");
        var survey = VenueSurvey.of(frame, visits, LonelyVenue.AVERAGE);
        assertThat(survey.prevalence().standardError()).isPositive();
        assertThatThrownBy(survey::replication).isInstanceOf(Refusal.class);
        assertThat(VenueSurvey.of(frame, visits, LonelyVenue.CERTAINTY)
                        .replication()
                        .jackknife()
                        .standardError())
                .isPositive();
    }

    @Test
    void argumentsThatMeanNothingAreNamed() {
        VenueSurvey survey = VenueSurvey.of(LOTUS, visits(5, 10, 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> survey.prevalence(0.5))
                .withMessageContaining("0.5");
        assertThatIllegalArgumentException().isThrownBy(() -> survey.prevalenceIfUnseenHave(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> survey.replication().raoWuYue(1, new java.util.SplittableRandom(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> survey.prevalence().interval(IntervalMethod.BETA, 95));
    }

    @Test
    void unreliableSharesAreWithheldWithTheReason() {
        assertThat(Presentation.of(
                        VenueSurvey.of(LOTUS, visits(40, 20, 2, 1, 0, 3)).prevalence()))
                .isEqualTo(new Presentation(Verdict.SHOW, List.of()));
        assertThat(Presentation.of(VenueSurvey.of(LOTUS, visits(5, 4, 1, 0)).prevalence())
                        .reasons())
                .containsExactly(Reason.FEW_PERSONS, Reason.WIDE_INTERVAL, Reason.FEW_DEGREES_OF_FREEDOM);
        var rare = Presentation.of(
                VenueSurvey.of(LOTUS, visits(20, 4, 1, 0, 0, 0, 0)).prevalence());
        assertThat(rare.reasons()).containsExactly(Reason.WIDE_FOR_ITS_SIZE);
        assertThat(rare.verdict()).isEqualTo(Verdict.WITHHOLD);
        var none = Presentation.of(VenueSurvey.of(LOTUS, visits(60, 10, 0)).prevalence());
        assertThat(none).isEqualTo(new Presentation(Verdict.REVIEW, List.of(Reason.NONE_OR_ALL)));
    }
}
