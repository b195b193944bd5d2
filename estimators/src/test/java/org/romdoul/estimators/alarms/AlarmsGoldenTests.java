package org.romdoul.estimators.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.romdoul.estimators.Golden;
import tools.jackson.databind.JsonNode;

/** Against R's surveillance 1.20.3: {@code Rscript surv_golden.R} beside the shared data. */
class AlarmsGoldenTests {

    private static JsonNode golden() {
        return Golden.ofShared("surveillance/surveillance_golden.json");
    }

    private static List<Period> series(String file, double expected) {
        return Golden.rows(Golden.shared("surveillance/" + file)).stream()
                .map(r -> new Period(Integer.parseInt(r[1]), expected))
                .toList();
    }

    @Test
    void bestReferenceIsThatOfR() {
        for (JsonNode value : golden().get("findK").get("values")) {
            double reference = PoissonCusum.bestReference(
                    value.get("theta0").doubleValue(), value.get("theta1").doubleValue());
            assertThat(reference).isCloseTo(value.get("k_closed_form").doubleValue(), within(1e-11));
        }
    }

    @Test
    void averageRunLengthsAreThoseOfRForTheReferenceItReallyUses() {
        for (JsonNode value : golden().get("arlCusum_poisson")) {
            double asked = value.get("k").doubleValue();
            double used = Math.round(asked * 10) / 10.0; // its argument digits = 1
            double threshold = value.get("h").doubleValue();
            double mean = value.get("th").doubleValue();
            var chart = new PoissonCusum(mean, used, threshold, 0, 10);
            assertThat(chart.averageRunLength(mean)).isCloseTo(value.get("ARL").doubleValue(), within(1e-9 * 548));
            var fast = new PoissonCusum(mean, used, threshold, threshold / 2, 10);
            assertThat(fast.averageRunLength(mean))
                    .isCloseTo(value.get("FIR_ARL").doubleValue(), within(1e-9 * 548));
        }
    }

    @Test
    void cumulativeSumRingsWhenThatOfRDoes() {
        JsonNode golden = golden().get("lucas_cusum");
        double[] expected = Golden.numbers(golden.get("S"));
        var chart = PoissonCusum.onGrid(2, golden.get("k").doubleValue(), 8, 0, 120);
        var points = chart.run(series("step_poisson.csv", 2));
        int first = IntStream.range(0, points.size())
                .filter(t -> points.get(t).alarm())
                .findFirst()
                .orElseThrow();
        assertThat(first + 1).isEqualTo(golden.get("first_alarm").intValue());
        for (int t = 0; t <= first; t++) {
            // half a step of the grid for each period since the sum last stood at 0
            assertThat(points.get(t).statistic())
                    .isCloseTo(expected[t], within((points.get(t).sinceAlarm() + 1) / 240.0));
        }
    }

    @Test
    void likelihoodRatioChartsAreThoseOfR() {
        compare("glrpois_intercept", new GlrChart(5, 0, OptionalDouble.empty(), 1000));
        compare("glrpois_lr_theta_log2", new GlrChart(5, 0, OptionalDouble.of(2), 1000));
        compare("glrnb_alpha0.1_theta_log2", new GlrChart(5, 0.1, OptionalDouble.of(2), 1000));
    }

    private static void compare(String name, GlrChart chart) {
        JsonNode golden = golden().get("glr").get(name);
        int skipped = 24;
        var points = chart.run(series("step_poisson.csv", 2).subList(skipped, 90));
        double[] expected = Golden.numbers(golden.get("stat"));
        for (int t = 0; t < expected.length; t++) {
            assertThat(points.get(t).statistic()).as("%s %d", name, t).isCloseTo(expected[t], within(1e-9));
        }
        var alarms = IntStream.range(0, points.size())
                .filter(t -> points.get(t).alarm())
                .mapToObj(t -> t + skipped + 1)
                .toList();
        JsonNode when = golden.get("alarms");
        assertThat(alarms)
                .isEqualTo(
                        when.isArray()
                                ? IntStream.range(0, when.size())
                                        .mapToObj(i -> when.get(i).intValue())
                                        .toList()
                                : List.of(when.intValue()));
    }

    @Test
    void changeInCoalMiningIsFoundAsByTheReference() {
        JsonNode golden = golden().get("bocpd_coal");
        var beliefs = new OnlineChangePoint(1 / 50.0, 1, 1).run(series("coal.csv", 1));
        double[] within5 = Golden.numbers(golden.get("p_run_le5"));
        for (int t = 0; t < beliefs.size(); t++) {
            assertThat(beliefs.get(t).likeliestRun())
                    .isEqualTo(golden.get("map_run_length").get(t).intValue());
            assertThat(beliefs.get(t).changedWithin(5)).isCloseTo(within5[t], within(1e-10));
        }
        double[] last = beliefs.getLast().runs();
        for (int i = 0; i < golden.get("final_run_dist_top").size(); i++) {
            assertThat(last[golden.get("final_run_dist_top").get(i).intValue()])
                    .isCloseTo(golden.get("final_run_p_top").get(i).doubleValue(), within(1e-10));
        }
        assertThat(beliefs.getLast().logEvidence())
                .isCloseTo(golden.get("log_evidence").doubleValue(), within(1e-10));
    }
}
