package org.romdoul.estimators.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.romdoul.estimators.Refusal;

class AlarmsTests {

    private static double[] constant(int periods, double expected) {
        double[] means = new double[periods];
        Arrays.fill(means, expected);
        return means;
    }

    private static List<Period> stepUp() {
        int[] counts = {2, 1, 3, 2, 2, 1, 4, 2, 1, 2, 3, 2, 5, 7, 6, 4, 8, 6, 5, 7};
        return Arrays.stream(counts).mapToObj(c -> new Period(c, 2)).toList();
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2, 120", "2, 2, 120", "2, 1.5, 60", "8, 1.5, 240"})
    void designedChartKeepsItsPromiseAndNoLowerThresholdWould(double usual, double factor, double wanted) {
        var chart = PoissonCusum.design(usual, factor, wanted, false);
        assertThat(chart.averageRunLength(usual)).isGreaterThanOrEqualTo(wanted);
        var lower = new PoissonCusum(usual, chart.reference(), chart.threshold() - 1.0 / chart.grid(), 0, chart.grid());
        assertThat(lower.averageRunLength(usual)).isLessThan(wanted);
        assertThat(chart.averageRunLength(usual * factor)).isLessThan(wanted / 4);
    }

    @Test
    void exactRunLengthIsThatOfSimulationWhereRRoundsTheReference() {
        var chart = new PoissonCusum(0.5, 0.75, 3, 0, 4);
        var sampler = PoissonDistribution.of(0.5).createSampler(new SplittableRandom(7)::nextLong);
        double total = 0;
        int runs = 4000;
        for (int run = 0; run < runs; run++) {
            double sum = 0;
            while (sum < 3) {
                sum = Math.max(0, sum + sampler.sample() - 0.75);
                total++;
            }
        }
        assertThat(chart.averageRunLength(0.5))
                .isCloseTo(81.0166, within(1e-4))
                .isCloseTo(total / runs, withinPercentage(5));
    }

    @Test
    void chanceOfAFalseAlarmAddsUpToTheRunLength() {
        var chart = new PoissonCusum(1, 1.5, 4, 0, 2);
        // the mean of a waiting time is the sum over t of the chance that it is longer than t
        double mean = 0;
        for (int periods = 0; periods < 2500; periods++) {
            mean += 1 - chart.falseAlarms(constant(periods, 1)).probability();
        }
        assertThat(chart.falseAlarms(constant(60, 1)).standardError()).isZero();
        assertThat(mean).isCloseTo(chart.averageRunLength(1), within(1e-3));
    }

    @Test
    void whatWasMisjudgedToBeUsualIsPaidInFalseAlarms() {
        var chart = PoissonCusum.design(2, 1.5, 120, false);
        double[] expected = constant(60, 2);
        assertThat(chart.falseAlarms(expected, 1)).isEqualTo(chart.falseAlarms(expected));
        double judgedTooLow = chart.falseAlarms(expected, 1.25).probability();
        double judgedTooHigh = chart.falseAlarms(expected, 0.8).probability();
        assertThat(judgedTooLow).isGreaterThan(0.8);
        assertThat(judgedTooHigh).isLessThan(0.1);
        assertThat(chart.falseAlarms(expected, 1.25, 0, 1000, new SplittableRandom(3))
                        .probability())
                .isCloseTo(judgedTooLow, within(0.04));
        assertThat(chart.falseAlarms(expected, 1, 0.3, 500, new SplittableRandom(3))
                        .probability())
                .as("counts that vary more")
                .isGreaterThan(chart.falseAlarms(expected).probability() + 0.2);
    }

    @Test
    void likelihoodChartPaysForItToo() {
        double[] expected = constant(36, 2);
        var chart = GlrChart.calibrate(expected, 0.2, OptionalDouble.empty(), 24, 0.2, 500, new SplittableRandom(1));
        assertThat(chart.falseAlarms(expected, 1.4, 300, new SplittableRandom(2))
                        .probability())
                .isGreaterThan(0.5);
    }

    @Test
    void fastResponseIsSoonerOnATrueRise() {
        var plain = PoissonCusum.design(2, 2, 200, false);
        var fast = PoissonCusum.design(2, 2, 200, true);
        assertThat(fast.averageRunLength(4)).isLessThan(plain.averageRunLength(4));
    }

    @Test
    void twiceTheEffortIsNoRise() {
        var chart = PoissonCusum.design(2, 2, 120, false);
        var doubled = Collections.nCopies(40, new Period(4, 4));
        assertThat(chart.run(doubled)).noneMatch(PoissonCusum.Point::alarm);
        var risen = Collections.nCopies(40, new Period(4, 2));
        assertThat(chart.run(risen)).anyMatch(PoissonCusum.Point::alarm);
    }

    @Test
    void alarmSaysWhenTheRiseBeganAndStartsAgain() {
        var chart = PoissonCusum.design(2, 2, 120, false);
        var points = chart.run(stepUp());
        int first = IntStream.range(0, points.size())
                .filter(t -> points.get(t).alarm())
                .findFirst()
                .orElseThrow();
        assertThat(first).isBetween(12, 15);
        assertThat(first - points.get(first).sinceAlarm() + 1).isBetween(10, 12);
        assertThat(points.get(first + 1).statistic())
                .isLessThan(points.get(first).statistic());
    }

    @Test
    void likelihoodRatioChartRingsFalselyAsOftenAsItWasSetTo() {
        double[] expected = constant(36, 1.5);
        var chart = GlrChart.calibrate(expected, 0.3, OptionalDouble.of(2), 24, 0.1, 2000, new SplittableRandom(1));
        var check = chart.falseAlarms(expected, 2000, new SplittableRandom(2));
        assertThat(check.probability()).isCloseTo(0.1, within(0.025));
        assertThat(check.standardError()).isBetween(0.004, 0.01);
        assertThat(check.periods()).isEqualTo(36);
    }

    @Test
    void poissonChartOnVariableCountsRingsFarTooOften() {
        double[] expected = constant(36, 4);
        var poisson = GlrChart.calibrate(expected, 0, OptionalDouble.empty(), 24, 0.1, 1000, new SplittableRandom(1));
        var onVariable = new GlrChart(poisson.threshold(), 0, OptionalDouble.empty(), 24);
        var simulated = new GlrChart(poisson.threshold(), 0.5, OptionalDouble.empty(), 24);
        double[] maxima = FalseAlarms.simulateMaxima(
                expected,
                1,
                0.5,
                500,
                new SplittableRandom(3),
                s -> onVariable.run(s).stream().anyMatch(GlrChart.Point::alarm) ? 1 : 0);
        assertThat(Arrays.stream(maxima).average().orElseThrow()).isGreaterThan(0.4);
        assertThat(simulated.falseAlarms(expected, 300, new SplittableRandom(3)).probability())
                .isLessThan(0.4);
    }

    @Test
    void fittedRiseAndItsLengthAreReported() {
        var points = new GlrChart(4, 0, OptionalDouble.empty(), 50).run(stepUp());
        var alarm = points.stream().filter(GlrChart.Point::alarm).findFirst().orElseThrow();
        assertThat(alarm.rise()).isBetween(2.0, 4.0);
        var variable = new GlrChart(4, 0.01, OptionalDouble.empty(), 50).run(stepUp());
        var later = variable.stream().filter(GlrChart.Point::alarm).findFirst().orElseThrow();
        assertThat(later.rise()).isBetween(2.0, 4.0);
    }

    @Test
    void negativeBinomialChartTendsToThePoissonChart() {
        var poisson = new GlrChart(1000, 0, OptionalDouble.empty(), 50).run(stepUp());
        var nearly = new GlrChart(1000, 1e-7, OptionalDouble.empty(), 50).run(stepUp());
        for (int t = 0; t < poisson.size(); t++) {
            assertThat(nearly.get(t).statistic()).isCloseTo(poisson.get(t).statistic(), within(1e-3));
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "0.2", "1.5"})
    void fittedFactorIsTheLikeliestOfAllFactors(double dispersion) {
        int[] counts = {1, 4, 2, 6, 9, 5, 12, 7};
        double[] expected = {1, 3, 2, 2.5, 4, 2, 5, 3};
        var series = IntStream.range(0, 8)
                .mapToObj(i -> new Period(counts[i], expected[i]))
                .toList();
        var fitted = new GlrChart(1e6, dispersion, OptionalDouble.empty(), 8).run(series);
        for (int t = 0; t < 8; t++) {
            double best = 0;
            for (double factor = 1.001; factor < 12; factor += 0.001) {
                var known = new GlrChart(1e6, dispersion, OptionalDouble.of(factor), 8);
                best = Math.max(
                        best, known.run(series.subList(0, t + 1)).getLast().statistic());
            }
            assertThat(fitted.get(t).statistic())
                    .isGreaterThanOrEqualTo(best - 1e-9)
                    .isCloseTo(best, within(1e-4));
        }
    }

    @Test
    void lengthOfARiseIsCountedFromItsLikeliestBeginning() {
        var series = Stream.concat(
                        Collections.nCopies(6, new Period(2, 2)).stream(),
                        Collections.nCopies(3, new Period(8, 2)).stream())
                .toList();
        var last = new GlrChart(1e6, 0, OptionalDouble.empty(), 20).run(series).getLast();
        assertThat(last.periods()).isEqualTo(3);
        assertThat(last.rise()).isCloseTo(4, within(1e-9));
        assertThat(last.statistic()).isCloseTo(24 * Math.log(4) - 6 * 3, within(1e-9));
    }

    @Test
    void changePointDisplayRingsFalselyMoreOftenTheLowerItsLimit() {
        var model = new OnlineChangePoint(1 / 60.0, 2, 1);
        double[] expected = constant(24, 2);
        double low = model.falseAlarms(expected, 0, 4, 0.2, 300, new SplittableRandom(5))
                .probability();
        double high = model.falseAlarms(expected, 0, 4, 0.9, 300, new SplittableRandom(5))
                .probability();
        assertThat(low).isGreaterThan(0.15);
        assertThat(high).isLessThan(low / 2);
    }

    @Test
    void windowForgetsWhatIsOlder() {
        var burst = Stream.concat(
                        Collections.nCopies(3, new Period(9, 3)).stream(),
                        Collections.nCopies(10, new Period(3, 3)).stream())
                .toList();
        assertThat(new GlrChart(1000, 0, OptionalDouble.empty(), 5)
                        .run(burst)
                        .getLast()
                        .statistic())
                .isZero();
        assertThat(new GlrChart(1000, 0, OptionalDouble.empty(), 50)
                        .run(burst)
                        .getLast()
                        .statistic())
                .isPositive();
    }

    @Test
    void changePointBeliefsAddUpToOneAndSeeTheStep() {
        var beliefs = new OnlineChangePoint(1 / 60.0, 2, 1).run(stepUp());
        for (var belief : beliefs) {
            assertThat(Arrays.stream(belief.runs()).sum()).isCloseTo(1, within(1e-12));
        }
        assertThat(beliefs.get(11).changedWithin(3)).isLessThan(0.2);
        assertThat(beliefs.getLast().changedWithin(9)).isGreaterThan(0.6);
        var rate = new OnlineChangePoint(1 / 60.0, 2, 1)
                .falseAlarms(constant(24, 2), 0, 4, 0.6, 300, new SplittableRandom(5));
        assertThat(rate.probability()).isBetween(0.0, 0.5);
        assertThat(rate.standardError()).isPositive();
    }

    @Test
    void longSeriesOfLargeCountsStayFinite() {
        var beliefs = new OnlineChangePoint(1 / 60.0, 1, 1).run(Collections.nCopies(200, new Period(5000, 5000)));
        assertThat(beliefs.getLast().logEvidence()).isFinite();
        assertThat(beliefs.getLast().changedWithin(5)).isBetween(0.0, 1.0);
    }

    @Test
    void aCountThatNoRunForesawStillLeavesABelief() {
        var series = Stream.concat(
                        Collections.nCopies(12, new Period(1, 1)).stream(),
                        Stream.of(new Period(1200, 1), new Period(1200, 1)))
                .toList();
        var beliefs = new OnlineChangePoint(1 / 60.0, 2, 1).run(series);
        for (var belief : beliefs) {
            assertThat(Arrays.stream(belief.runs()).sum()).isCloseTo(1, within(1e-9));
            assertThat(belief.logEvidence()).isFinite();
        }
        assertThat(beliefs.get(12).likeliestRun()).isEqualTo(1);
        assertThat(beliefs.getLast().likeliestRun()).isEqualTo(2);
        assertThat(beliefs.getLast().changedWithin(2)).isGreaterThan(0.98);
    }

    @Test
    void aRiseTooSmallToTellIsRefused() {
        assertThatThrownBy(() -> PoissonCusum.design(400, 1.01, 1e7, false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("watch for a larger one");
    }

    @Test
    void argumentsThatMeanNothingAreNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(1, 0)).withMessageContaining("left out");
        assertThatIllegalArgumentException().isThrownBy(() -> PoissonCusum.bestReference(2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new PoissonCusum(2, 3, 8, 8, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PoissonCusum(2, 3, 8, 0, 1000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PoissonCusum(2, 2.885, 8, 0, 10))
                .withMessageContaining("reference of 2.885");
        assertThatIllegalArgumentException().isThrownBy(() -> PoissonCusum.design(2, 2, 1, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new GlrChart(5, -1, OptionalDouble.empty(), 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new GlrChart(5, 0, OptionalDouble.of(1), 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new OnlineChangePoint(1, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GlrChart.calibrate(
                        constant(3, 1), 0, OptionalDouble.empty(), 5, 5, 100, new SplittableRandom(1)));
    }
}
