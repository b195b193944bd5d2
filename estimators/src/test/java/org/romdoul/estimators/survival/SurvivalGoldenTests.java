package org.romdoul.estimators.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.estimators.Estimate;
import org.romdoul.estimators.Golden;
import org.romdoul.estimators.Interval;
import tools.jackson.databind.JsonNode;

/** Against R 4.2.2, survival 3.5-3: {@code Rscript testdata/statistics/survival.R}. */
class SurvivalGoldenTests {

    private static final JsonNode GOLDEN = Golden.ofProject("survival.json");
    private static final double EXACT = 1e-12;

    static Stream<Arguments> groups() {
        return Stream.of("leukaemia", "courts")
                .flatMap(set -> GOLDEN.get(set).get("kaplan_meier").propertyNames().stream()
                        .map(group -> Arguments.of(set, group)));
    }

    private static SurvivalCurve curve(String set, String group) {
        return SurvivalCurve.of(Cases.of(GOLDEN.get(set).get("spells")).group(group));
    }

    private static JsonNode golden(String set, String group) {
        return GOLDEN.get(set).get("kaplan_meier").get(group);
    }

    @ParameterizedTest
    @MethodSource("groups")
    void curveAndGreenwoodErrorAreThoseOfR(String set, String group) {
        var steps = curve(set, group).steps();
        JsonNode golden = golden(set, group);
        assertThat(steps).hasSize(golden.get("time").size());
        double[] errors = Golden.numbers(golden.get("std_error"));
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            assertThat(step.time()).isEqualTo(golden.get("time").get(i).doubleValue());
            assertThat(step.atRisk()).isEqualTo(golden.get("at_risk").get(i).intValue());
            assertThat(step.events()).isEqualTo(golden.get("events").get(i).intValue());
            assertThat(step.censored()).isEqualTo(golden.get("censored").get(i).intValue());
            assertThat(step.survival()).isCloseTo(golden.get("survival").get(i).doubleValue(), within(EXACT));
            if (step.survival() > 0) {
                assertThat(step.standardError()).isCloseTo(errors[i], within(EXACT));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void bandsAreThoseOfRWhereRHasOne(String set, String group) {
        SurvivalCurve curve = curve(set, group);
        for (Band band : Band.values()) {
            List<Interval> intervals = curve.band(band, 0.95);
            JsonNode golden = golden(set, group).get("bands").get(band.name());
            double[] lower = Golden.numbers(golden.get("lower"));
            double[] upper = Golden.numbers(golden.get("upper"));
            for (int i = 0; i < intervals.size(); i++) {
                double survival = curve.steps().get(i).survival();
                if (survival > 0 && survival < 1) {
                    assertThat(intervals.get(i).lower()).as("%s %d", band, i).isCloseTo(lower[i], within(EXACT));
                    assertThat(intervals.get(i).upper()).as("%s %d", band, i).isCloseTo(upper[i], within(EXACT));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void quantilesAndTheirLimitsAreThoseOfR(String set, String group) {
        double[] shares = {0.25, 0.5, 0.75};
        for (Band band : Band.values()) {
            JsonNode golden = golden(set, group).get("quantiles").get(band.name());
            for (int i = 0; i < shares.length; i++) {
                var quantile = curve(set, group).quantile(shares[i], band, 0.95);
                assertThat(orNaN(quantile.time())).as("%s %s", band, shares[i]).isEqualTo((Double)
                        at(golden, "time", i));
                assertThat(orNaN(quantile.lower())).as("%s %s", band, shares[i]).isEqualTo((Double)
                        at(golden, "lower", i));
                if (!Double.isNaN(at(golden, "upper", i))) {
                    assertThat(orNaN(quantile.upper()))
                            .as("%s %s", band, shares[i])
                            .isEqualTo(at(golden, "upper", i));
                }
            }
        }
    }

    private static double at(JsonNode golden, String name, int i) {
        return Golden.numbers(golden.get(name))[i];
    }

    private static double orNaN(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }

    @ParameterizedTest
    @MethodSource("groups")
    void restrictedMeansAreThoseOfR(String set, String group) {
        SurvivalCurve curve = curve(set, group);
        for (JsonNode golden : golden(set, group).get("restricted_mean")) {
            double horizon = golden.get("horizon").doubleValue();
            if (curve.at(horizon) > 0 && horizon > curve.steps().getLast().time()) {
                continue; // R extends a curve nobody watched; we refuse, see SurvivalTests
            }
            Estimate mean = curve.restrictedMean(horizon);
            assertThat(mean.value()).isCloseTo(golden.get("mean").doubleValue(), within(EXACT));
            assertThat(mean.standardError()).isCloseTo(golden.get("std_error").doubleValue(), within(EXACT));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"leukaemia", "courts"})
    void logRankIsThatOfR(String set) {
        LogRank test = LogRank.test(Cases.of(GOLDEN.get(set).get("spells")).byGroup());
        JsonNode golden = GOLDEN.get(set).get("log_rank");
        for (int g = 0; g < test.groups().size(); g++) {
            assertThat(test.groups().get(g).name())
                    .isEqualTo(golden.get("group").get(g).stringValue());
            assertThat(test.groups().get(g).observed())
                    .isEqualTo(golden.get("observed").get(g).intValue());
            assertThat(test.groups().get(g).expected())
                    .isCloseTo(golden.get("expected").get(g).doubleValue(), within(1e-10));
        }
        assertThat(test.chiSquare()).isCloseTo(golden.get("chi_square").doubleValue(), within(1e-10));
        assertThat(test.degreesOfFreedom()).isEqualTo(golden.get("df").intValue());
        assertThat(test.pValue()).isCloseTo(golden.get("p").doubleValue(), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void competingRisksAreThoseOfR(Band band) {
        JsonNode golden = GOLDEN.get("courts").get("aalen_johansen");
        var risks =
                CompetingRisks.of(Cases.of(GOLDEN.get("courts").get("spells")).all());
        assertThat(risks.endings()).isEqualTo(Golden.strings(golden.get("endings")));
        for (int k = 0; k < risks.endings().size(); k++) {
            var curve = risks.curve(risks.endings().get(k));
            var intervals = risks.band(risks.endings().get(k), band, 0.95);
            double[] lower = Golden.numbers(
                    golden.get("bands").get(band.name()).get("lower").get(k));
            double[] upper = Golden.numbers(
                    golden.get("bands").get(band.name()).get("upper").get(k));
            for (int i = 0; i < curve.size(); i++) {
                assertThat(curve.get(i).time())
                        .isEqualTo(golden.get("time").get(i).doubleValue());
                assertThat(curve.get(i).atRisk())
                        .isEqualTo(golden.get("at_risk").get(i).intValue());
                assertThat(curve.get(i).events())
                        .isEqualTo(golden.get("events").get(k).get(i).intValue());
                assertThat(curve.get(i).incidence())
                        .isCloseTo(golden.get("incidence").get(k).get(i).doubleValue(), within(EXACT));
                assertThat(curve.get(i).standardError())
                        .isCloseTo(golden.get("std_error").get(k).get(i).doubleValue(), within(EXACT));
                assertThat(intervals.get(i).lower()).isCloseTo(lower[i], within(EXACT));
                assertThat(intervals.get(i).upper()).isCloseTo(upper[i], within(EXACT));
            }
        }
    }

    @Test
    void publishedMedianAndTestOfTheLeukaemiaTrialComeOut() {
        assertThat(curve("leukaemia", "6-MP").median(Band.LOG_LOG, 0.95).time()).hasValue(23);
        assertThat(curve("leukaemia", "placebo").median(Band.LOG_LOG, 0.95).time())
                .hasValue(8);
        LogRank test =
                LogRank.test(Cases.of(GOLDEN.get("leukaemia").get("spells")).byGroup());
        assertThat(test.chiSquare()).isCloseTo(16.79, within(0.005));
    }
}
