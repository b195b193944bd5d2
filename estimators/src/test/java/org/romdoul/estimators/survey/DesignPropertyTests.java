package org.romdoul.estimators.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.romdoul.estimators.Refusal;

class DesignPropertyTests {

    private record Row(Unit unit, double y, double x) {}

    private static final List<Stratum> FRAME = List.of(new Stratum("Lotus", 40), new Stratum("Mekong", 25));

    private static List<Row> fictionalRows(long seed) {
        var random = new Random(seed);
        return IntStream.range(0, 60)
                .mapToObj(i -> {
                    String stratum = i % 2 == 0 ? "Lotus" : "Mekong";
                    double weight = 1 + random.nextInt(5);
                    return new Row(
                            Unit.of(stratum, "v" + (i / 2) % 9, weight), random.nextInt(3), 3 + random.nextInt(6));
                })
                .toList();
    }

    private static SampleDesign design(List<Row> rows) {
        return SampleDesign.of(FRAME, rows.stream().map(Row::unit).toList(), LonelyVenue.FAIL);
    }

    private static SurveyEstimate ratio(List<Row> rows) {
        return design(rows)
                .ratio(
                        rows.stream().mapToDouble(Row::y).toArray(),
                        rows.stream().mapToDouble(Row::x).toArray());
    }

    @RepeatedTest(20)
    void orderOfRowsChangesNothing(RepetitionInfo repetition) {
        var rows = fictionalRows(repetition.getCurrentRepetition());
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(2));
        assertThat(ratio(shuffled).value()).isCloseTo(ratio(rows).value(), within(1e-13));
        assertThat(ratio(shuffled).standardError()).isCloseTo(ratio(rows).standardError(), within(1e-13));
    }

    @RepeatedTest(20)
    void namesOfVenuesAndStrataChangeNothing(RepetitionInfo repetition) {
        var rows = fictionalRows(repetition.getCurrentRepetition());
        var renamed = rows.stream()
                .map(r -> new Row(
                        Unit.of(
                                r.unit().stratum().equals("Lotus") ? "z" : "a",
                                new StringBuilder(r.unit().cluster()).reverse().toString(),
                                r.unit().weight()),
                        r.y(),
                        r.x()))
                .toList();
        var design = SampleDesign.of(
                List.of(new Stratum("z", 40), new Stratum("a", 25)),
                renamed.stream().map(Row::unit).toList(),
                LonelyVenue.FAIL);
        var ours = design.ratio(
                rows.stream().mapToDouble(Row::y).toArray(),
                rows.stream().mapToDouble(Row::x).toArray());
        assertThat(ours.standardError()).isCloseTo(ratio(rows).standardError(), within(1e-13));
    }

    @RepeatedTest(20)
    void scalingAllWeightsLeavesSharesAndTheirErrorsAlone(RepetitionInfo repetition) {
        var rows = fictionalRows(repetition.getCurrentRepetition());
        var scaled = rows.stream()
                .map(r -> new Row(
                        Unit.of(r.unit().stratum(), r.unit().cluster(), r.unit().weight() * 7.3), r.y(), r.x()))
                .toList();
        assertThat(ratio(scaled).value()).isCloseTo(ratio(rows).value(), within(1e-13));
        assertThat(ratio(scaled).standardError()).isCloseTo(ratio(rows).standardError(), within(1e-13));
    }

    @Test
    void takingEveryVenueLeavesNoSamplingError() {
        var frame = List.of(new Stratum("Lotus", 4), new Stratum("Mekong", 3));
        var visits = new ArrayList<Visit>();
        for (int i = 0; i < 7; i++) {
            visits.add(Visit.observed(i < 4 ? "Lotus" : "Mekong", "v" + i, 5 + i, i % 3));
        }
        Prevalence share = VenueSurvey.of(frame, visits).prevalence();
        assertThat(share.standardError()).isLessThan(1e-9);
        assertThat(share.interval(IntervalMethod.BETA_CAPPED, 0.95).width()).isLessThan(1e-9);
        assertThat(VenueSurvey.of(frame, visits).replication().jackknife().standardError())
                .isLessThan(1e-9);
    }

    @Test
    void everyVenueSeenInOneOfManySlotsIsNoCensus() {
        var frame = List.of(new Stratum("Lotus", 4));
        var visits = IntStream.range(0, 4)
                .mapToObj(i -> Visit.observed("Lotus", "v" + i, 10, 1 + i % 2).inSlot(0.2))
                .toList();
        Prevalence share = VenueSurvey.of(frame, visits).prevalence();
        assertThat(share.interval(IntervalMethod.BETA_CAPPED, 0.95).width()).isPositive();
    }

    @Test
    void mergingIdenticalStrataKeepsTheEstimateAndCountsTheVenuesTogether() {
        int n = 6;
        int[] found = {0, 1, 0, 2, 0, 3};
        var apart = new ArrayList<Visit>();
        var together = new ArrayList<Visit>();
        for (int i = 0; i < 2 * n; i++) {
            apart.add(Visit.observed(i < n ? "a" : "b", "v" + i, 10, found[i % n]));
            together.add(Visit.observed("ab", "v" + i, 10, found[i % n]));
        }
        var two = VenueSurvey.of(List.of(new Stratum("a", 20), new Stratum("b", 20)), apart)
                .prevalence();
        var one = VenueSurvey.of(List.of(new Stratum("ab", 40)), together).prevalence();
        assertThat(one.value()).isCloseTo(two.value(), within(1e-14));
        double ratio = one.estimate().variance() / two.estimate().variance();
        assertThat(ratio).isCloseTo(2.0 * (n - 1) / (2 * n - 1), within(1e-12));
    }

    @Test
    void simpleRandomSampleHasDesignEffectOne() {
        var units =
                IntStream.range(0, 50).mapToObj(i -> Unit.of("all", "p" + i, 8)).toList();
        double[] y = IntStream.range(0, 50).mapToDouble(i -> (i * 37) % 11).toArray();
        var design = SampleDesign.of(List.of(new Stratum("all", 400)), units, LonelyVenue.FAIL);
        assertThat(design.mean(y).designEffect()).isCloseTo(1, within(1e-12));
    }

    @Test
    void designEffectsThatDoNotExistAreRefused() {
        var units =
                IntStream.range(0, 5).mapToObj(i -> Unit.of("all", "p" + i, 1)).toList();
        var census = SampleDesign.of(List.of(new Stratum("all", 5)), units, LonelyVenue.FAIL);
        assertThatThrownBy(() -> census.mean(new double[] {1, 2, 3, 4, 5}).designEffect())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("5 elements stand for 5.0");
        var sample = SampleDesign.of(List.of(Stratum.unlimited("all")), units, LonelyVenue.FAIL);
        assertThatThrownBy(() -> sample.mean(new double[] {2, 2, 2, 2, 2}).designEffectWithReplacement())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("does not vary");
    }

    @Test
    void missingValuesAreRefusedWithTheirRow() {
        var units =
                IntStream.range(0, 3).mapToObj(i -> Unit.of("all", "p" + i, 1)).toList();
        var sample = SampleDesign.of(List.of(Stratum.unlimited("all")), units, LonelyVenue.FAIL);
        assertThatThrownBy(() -> sample.mean(new double[] {2, Double.NaN, 2}))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("row 2: the value is missing");
        assertThatIllegalArgumentException().isThrownBy(() -> sample.mean(new double[] {1, 2}));
        var weightless = List.of(Unit.of("all", "a", 1), Unit.of("all", "b", 0));
        assertThatThrownBy(() -> SampleDesign.of(List.of(Stratum.unlimited("all")), weightless, LonelyVenue.FAIL))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("row 2: weight 0.0");
    }

    @Test
    void clustersThatContradictTheirFrameAreRefused() {
        var stratum = List.of(new Stratum("all", 10));
        var tooMany = List.of(
                new Unit("all", "a", 1, 1),
                new Unit("all", "a", 1, 1),
                new Unit("all", "b", 1, 5),
                new Unit("all", "b", 1, 5));
        assertThatThrownBy(() -> SampleDesign.of(stratum, tooMany, LonelyVenue.FAIL))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("cluster a: 2 elements sampled of 1");
        var twoFrames = List.of(new Unit("all", "a", 1, 4), new Unit("all", "a", 1, 5));
        assertThatThrownBy(() -> SampleDesign.of(stratum, twoFrames, LonelyVenue.FAIL))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("row 2: cluster a has 5 elements here and 4 elsewhere");
        var alone = List.of(new Unit("all", "a", 1, 4), new Unit("all", "b", 1, 5));
        assertThatThrownBy(() -> SampleDesign.of(stratum, alone, LonelyVenue.FAIL))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("cluster a: one element sampled of 4");
    }

    @Test
    void everyResampleKeepsTheSizeOfEachStratum() {
        var units = new ArrayList<Unit>();
        double[] inLotus = new double[12];
        double[] all = new double[12];
        for (int i = 0; i < 12; i++) {
            units.add(Unit.of(i < 7 ? "Lotus" : "Mekong", "v" + i, i < 7 ? 40 / 7.0 : 5));
            inLotus[i] = i < 7 ? 1 : 0;
            all[i] = 1;
        }
        var replication = SampleDesign.of(FRAME, units, LonelyVenue.FAIL).replicateRatio(inLotus, all);
        var random = new SplittableRandom(6);
        for (double share : replication.raoWuYue(200, random).replicates()) {
            assertThat(share).isCloseTo(40 / 65.0, within(1e-12));
        }
        for (double share : replication.preston(200, random).replicates()) {
            assertThat(share).isCloseTo(40 / 65.0, within(1e-12));
        }
        assertThat(replication.jackknife().standardError()).isCloseTo(0, within(1e-12));
        SurveyEstimate share = SampleDesign.of(FRAME, units, LonelyVenue.FAIL).mean(inLotus);
        assertThat(share.population()).isCloseTo(65, within(1e-12));
        assertThat(share.estimate().value()).isEqualTo(share.value());
    }

    @Test
    void bootstrapsWithTheSameSeedAreTheSame() {
        var rows = fictionalRows(3);
        var replication = design(rows)
                .replicateRatio(
                        rows.stream().mapToDouble(Row::y).toArray(),
                        rows.stream().mapToDouble(Row::x).toArray());
        assertThat(replication.raoWuYue(50, new SplittableRandom(9)).replicates())
                .isEqualTo(replication.raoWuYue(50, new SplittableRandom(9)).replicates());
        assertThat(replication.preston(50, new SplittableRandom(9)).replicates())
                .isEqualTo(replication.preston(50, new SplittableRandom(9)).replicates());
    }

    @RepeatedTest(3)
    void bothBootstrapsAreUnbiasedForTheLinearisedErrorOfALinearStatistic(RepetitionInfo repetition) {
        var rows = fictionalRows(repetition.getCurrentRepetition());
        double[] y = rows.stream().mapToDouble(Row::y).toArray();
        double[] x = rows.stream().mapToDouble(Row::x).toArray();
        double linearised = ratio(rows).standardError();
        var random = new SplittableRandom(4);
        assertThat(design(rows).replicateRatio(y, x).raoWuYue(8000, random).standardError())
                .isCloseTo(linearised, withinPercentage(6));
        assertThat(design(rows).replicateRatio(y, x).preston(8000, random).standardError())
                .isCloseTo(linearised, withinPercentage(6));
    }
}
