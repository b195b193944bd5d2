package org.romdoul.estimators.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.romdoul.estimators.Refusal;

class SurvivalTests {

    private static List<Spell> fictionalSpells(int seed, int size) {
        var random = new Random(seed);
        return IntStream.range(0, size)
                .mapToObj(i -> {
                    int years = random.nextInt(7);
                    return switch (random.nextInt(4)) {
                        case 0 -> Spell.open(years);
                        case 1 -> Spell.ended(years, "acquitted");
                        default -> Spell.ended(years, "convicted");
                    };
                })
                .toList();
    }

    @RepeatedTest(20)
    void orderOfCasesChangesNothing(RepetitionInfo repetition) {
        var spells = fictionalSpells(repetition.getCurrentRepetition(), 60);
        var shuffled = new ArrayList<>(spells);
        Collections.shuffle(shuffled, new Random(1));
        assertThat(SurvivalCurve.of(shuffled).steps())
                .isEqualTo(SurvivalCurve.of(spells).steps());
        assertThat(CompetingRisks.of(shuffled).curve("convicted"))
                .isEqualTo(CompetingRisks.of(spells).curve("convicted"));
    }

    @RepeatedTest(20)
    void sharesEndedAndShareWaitingAddUpToOne(RepetitionInfo repetition) {
        var spells = fictionalSpells(repetition.getCurrentRepetition(), 40);
        var curve = SurvivalCurve.of(spells);
        var risks = CompetingRisks.of(spells);
        for (var step : curve.steps()) {
            double ended = risks.endings().stream()
                    .mapToDouble(e -> risks.incidenceAt(e, step.time()))
                    .sum();
            assertThat(ended + curve.at(step.time())).isCloseTo(1, within(1e-12));
        }
    }

    @RepeatedTest(20)
    void aSingleEndingHasGreenwoodsVariance(RepetitionInfo repetition) {
        var spells = fictionalSpells(repetition.getCurrentRepetition(), 40).stream()
                .map(s -> s.ending().isPresent() ? Spell.ended(s.time()) : s)
                .toList();
        var steps = SurvivalCurve.of(spells).steps();
        var incidence = CompetingRisks.of(spells).curve("ended");
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).survival() > 0) {
                assertThat(incidence.get(i).standardError())
                        .isCloseTo(steps.get(i).standardError(), within(1e-12));
            }
        }
    }

    @RepeatedTest(20)
    void noBandLeavesTheUnitIntervalOrTheCurve(RepetitionInfo repetition) {
        var curve = SurvivalCurve.of(fictionalSpells(repetition.getCurrentRepetition(), 12));
        for (Band band : Band.values()) {
            var intervals = curve.band(band, 0.95);
            for (int i = 0; i < intervals.size(); i++) {
                assertThat(intervals.get(i).contains(curve.steps().get(i).survival()))
                        .isTrue();
                assertThat(intervals.get(i).lower()).isBetween(0.0, 1.0);
                assertThat(intervals.get(i).upper()).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void withoutOpenCasesTheCurveIsTheShareStillWaiting() {
        var spells =
                fictionalSpells(5, 50).stream().map(s -> Spell.ended(s.time())).toList();
        var curve = SurvivalCurve.of(spells);
        for (double year = 0; year < 7; year++) {
            double t = year;
            double share = spells.stream().filter(s -> s.time() > t).count() / 50.0;
            assertThat(curve.at(year)).isCloseTo(share, within(1e-12));
            if (year > 0) {
                double mean = spells.stream()
                        .mapToDouble(s -> Math.min(s.time(), t))
                        .average()
                        .orElseThrow();
                assertThat(curve.restrictedMean(year).value()).isCloseTo(mean, within(1e-12));
            }
        }
    }

    @Test
    void nobodyEndedYetGivesAnExactLowerLimitAndNotCertainty() {
        var spells = Collections.nCopies(20, Spell.open(3));
        var limit = SurvivalCurve.of(spells).band(Band.LOG_LOG, 0.95).getFirst();
        assertThat(limit.lower()).isCloseTo(Math.pow(0.025, 1 / 20.0), within(1e-12));
        assertThat(limit.upper()).isEqualTo(1);
    }

    @Test
    void anEndingNotYetSeenHasAnUpperLimitAboveZero() {
        var spells = new ArrayList<>(Collections.nCopies(30, Spell.ended(1, "dismissed")));
        spells.add(Spell.ended(2, "convicted"));
        var first =
                CompetingRisks.of(spells).band("convicted", Band.LOG_LOG, 0.95).getFirst();
        assertThat(first.lower()).isZero();
        assertThat(first.upper()).isCloseTo(1 - Math.pow(0.025, 1 / 31.0), within(1e-12));
    }

    @Test
    void anEndingOfAllHasALowerLimitBelowOne() {
        var atOnce = CompetingRisks.of(Collections.nCopies(5, Spell.ended(1, "dismissed")));
        assertThat(atOnce.band("dismissed", Band.LOG_LOG, 0.95).getFirst().lower())
                .isCloseTo(Math.pow(0.025, 1 / 5.0), within(1e-12));
        var inTurn = CompetingRisks.of(List.of(Spell.ended(1), Spell.ended(2), Spell.ended(3)))
                .band("ended", Band.LOG_LOG, 0.95);
        assertThat(inTurn.get(2).lower()).isEqualTo(inTurn.get(1).lower());
        assertThat(inTurn.get(2).upper()).isEqualTo(1);
    }

    @Test
    void everyoneEndedLeavesTheUpperLimitOfTheStepBefore() {
        var band = SurvivalCurve.of(List.of(Spell.ended(1), Spell.ended(2), Spell.ended(3)))
                .band(Band.LOG_LOG, 0.95);
        assertThat(band.get(2).lower()).isZero();
        assertThat(band.get(2).upper()).isEqualTo(band.get(1).upper());
        var atOnce = SurvivalCurve.of(Collections.nCopies(5, Spell.ended(1))).band(Band.LOG_LOG, 0.95);
        assertThat(atOnce.getFirst().upper()).isCloseTo(1 - Math.pow(0.025, 1 / 5.0), within(1e-12));
    }

    @Test
    void medianOfAFlatStretchIsItsMiddle() {
        var toTheEnd = List.of(Spell.ended(1), Spell.ended(2), Spell.open(3), Spell.open(4));
        assertThat(SurvivalCurve.of(toTheEnd).median(Band.PLAIN, 0.95).time()).hasValue(3);
        var ended = List.of(Spell.ended(1), Spell.ended(2), Spell.ended(3), Spell.ended(4));
        assertThat(SurvivalCurve.of(ended).median(Band.PLAIN, 0.95).time()).hasValue(2.5);
    }

    @Test
    void medianNotReachedIsEmptyAndNotTheLastTime() {
        var spells = List.of(Spell.ended(1), Spell.open(5), Spell.open(5));
        assertThat(SurvivalCurve.of(spells).median(Band.LOG_LOG, 0.95).time()).isEmpty();
    }

    @Test
    void renamingGroupsLeavesTheTestUnchanged() {
        var a = fictionalSpells(1, 30);
        var b = fictionalSpells(2, 30);
        var c = fictionalSpells(3, 30);
        double first = LogRank.test(Map.of("a", a, "b", b, "c", c)).chiSquare();
        assertThat(LogRank.test(Map.of("z", a, "b", b, "x", c)).chiSquare()).isCloseTo(first, within(1e-9));
    }

    @Test
    void equalGroupsHaveNoDifference() {
        var spells = fictionalSpells(1, 30);
        LogRank test = LogRank.test(Map.of("a", spells, "b", spells));
        assertThat(test.chiSquare()).isCloseTo(0, within(1e-12));
        assertThat(test.pValue()).isCloseTo(1, within(1e-6));
    }

    @Test
    void groupsThatNeverMetInTimeAreRefused() {
        var early = List.of(Spell.ended(1), Spell.ended(1));
        var neverAtRisk = List.of(Spell.open(0));
        assertThatThrownBy(() -> LogRank.test(Map.of("early", early, "gone", neverAtRisk)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("1 of 2");
    }

    @Test
    void horizonBeyondTheLastOpenCaseIsRefused() {
        var curve = SurvivalCurve.of(List.of(Spell.ended(1), Spell.open(5)));
        assertThatThrownBy(() -> curve.restrictedMean(6))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("longer than 5.0");
        assertThat(SurvivalCurve.of(List.of(Spell.ended(1))).restrictedMean(6).value())
                .isEqualTo(1);
    }

    @Test
    void intervalOfTheMeanWaitIsSymmetricAndStaysWithinTheWindow() {
        var curve = SurvivalCurve.of(fictionalSpells(3, 60));
        var mean = curve.restrictedMean(5);
        var between = curve.restrictedMeanInterval(5, 0.95);
        assertThat(between.upper() - mean.value())
                .isCloseTo(1.959963984540054 * mean.standardError(), within(1e-12))
                .isCloseTo(mean.value() - between.lower(), within(1e-12));
        var few = SurvivalCurve.of(List.of(Spell.ended(1), Spell.open(5), Spell.open(5)));
        assertThat(few.restrictedMeanInterval(5, 0.95).upper()).isEqualTo(5);
    }

    @Test
    void nothingToCountIsRefused() {
        assertThatThrownBy(() -> SurvivalCurve.of(List.of())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> CompetingRisks.of(List.of(Spell.open(1), Spell.open(2))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("all 2 are still open");
    }

    @Test
    void argumentsThatMeanNothingAreNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spell.ended(-1)).withMessageContaining("-1");
        assertThatIllegalArgumentException().isThrownBy(() -> Spell.open(Double.NaN));
        var curve = SurvivalCurve.of(List.of(Spell.ended(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.band(Band.LOG, 95))
                .withMessageContaining("0.95 for 95 %");
        assertThatIllegalArgumentException().isThrownBy(() -> curve.quantile(50, Band.LOG, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> curve.restrictedMean(0));
    }
}
