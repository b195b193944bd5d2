package org.romdoul.estimators.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.estimators.Golden;
import org.romdoul.estimators.Interval;
import tools.jackson.databind.JsonNode;

/** Against R 4.2.2, survey 4.1-1, fictional venues: {@code Rscript testdata/statistics/venues.R}. */
class VenuesGoldenTests {

    private static final JsonNode GOLDEN = Golden.ofProject("venues.json");
    private static final JsonNode UNITS = GOLDEN.get("units");

    private static SampleDesign design(String kind) {
        boolean twoStage = kind.equals("two_stage");
        JsonNode frame = GOLDEN.get("frame");
        var strata = new ArrayList<Stratum>();
        for (int h = 0; h < frame.get("stratum").size(); h++) {
            String name = frame.get("stratum").get(h).stringValue();
            strata.add(twoStage ? new Stratum(name, frame.get("N").get(h).doubleValue()) : Stratum.unlimited(name));
        }
        var units = new ArrayList<Unit>();
        for (int i = 0; i < UNITS.get("w").size(); i++) {
            units.add(new Unit(
                    UNITS.get("stratum").get(i).stringValue(),
                    UNITS.get("venue").get(i).stringValue(),
                    UNITS.get("w").get(i).doubleValue(),
                    UNITS.get("M").get(i).intValue()));
        }
        return SampleDesign.of(strata, units, LonelyVenue.FAIL);
    }

    private static double[] variable(String name) {
        return Golden.numbers(UNITS.get(name));
    }

    private static int[] counts(String name) {
        return Arrays.stream(variable(name)).mapToInt(v -> (int) v).toArray();
    }

    private static void same(double ours, JsonNode golden) {
        assertThat(ours).isCloseTo(golden.doubleValue(), within(1e-10 * Math.abs(golden.doubleValue())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two_stage", "unlimited"})
    void meansTotalsRatiosAndDesignEffectsAreThoseOfR(String kind) {
        SampleDesign design = design(kind);
        JsonNode golden = GOLDEN.get(kind);
        for (String name : List.of("minor", "hours")) {
            SurveyEstimate mean = design.mean(variable(name));
            same(mean.value(), golden.get(name).get("est"));
            same(mean.standardError(), golden.get(name).get("se"));
            same(mean.designEffect(), golden.get(name).get("deff"));
        }
        SurveyEstimate total = design.total(variable("hours"));
        same(total.value(), golden.get("total").get("est"));
        same(total.standardError(), golden.get("total").get("se"));
        same(total.designEffect(), golden.get("total").get("deff"));
        SurveyEstimate ratio = design.ratio(variable("minor"), variable("hours"));
        same(ratio.value(), golden.get("ratio").get("est"));
        same(ratio.standardError(), golden.get("ratio").get("se"));
        assertThat(design.degreesOfFreedom()).isEqualTo(golden.get("df").intValue());
    }

    @ParameterizedTest
    @CsvSource({"LOGIT, logit, 1e-9", "LIKELIHOOD, likelihood, 1e-5", "ARCSINE, asin, 1e-9", "BETA, beta, 1e-9"})
    void intervalsForAShareAreThoseOfR(IntervalMethod method, String name, double tolerance) {
        int[] ones = new int[variable("w").length];
        Arrays.fill(ones, 1);
        for (String kind : List.of("two_stage", "unlimited")) {
            Interval interval = design(kind).share(counts("minor"), ones).interval(method, 0.95);
            JsonNode golden = GOLDEN.get(kind).get("intervals").get(name);
            assertThat(interval.lower()).isCloseTo(golden.get(0).doubleValue(), within(tolerance));
            assertThat(interval.upper()).isCloseTo(golden.get(1).doubleValue(), within(tolerance));
        }
    }

    @Test
    void covarianceOfTwoVariablesIsThatOfR() {
        SampleDesign design = design("unlimited");
        double covariance = design.mean(variable("minor")).covariance(design.mean(variable("hours")));
        same(covariance, GOLDEN.get("unlimited").get("covariance"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two_stage", "unlimited"})
    void aPartOfTheSampleHasTheErrorOfR(String kind) {
        SampleDesign design = design(kind);
        int[] minors = counts("minor");
        double[] hours = variable("hours");
        int[] ones = new int[minors.length];
        boolean[] part = new boolean[minors.length];
        for (int i = 0; i < part.length; i++) {
            ones[i] = 1;
            part[i] = !UNITS.get("stratum").get(i).stringValue().equals("Lotus") && hours[i] > 6;
        }
        Prevalence share = Prevalence.of(design, minors, ones, part, OptionalDouble.empty());
        JsonNode golden = GOLDEN.get(kind).get("domain");
        same(share.value(), golden.get("est"));
        same(share.standardError(), golden.get("se"));
        assertThat(share.degreesOfFreedom()).isEqualTo(golden.get("df").intValue());
    }

    @Test
    void jackknifeIsThatOfR() {
        same(
                design("unlimited").replicateMean(variable("minor")).jackknife().standardError(),
                GOLDEN.get("unlimited").get("jackknife"));
    }

    @Test
    void multistageBootstrapAgreesWithRAndWithTheLinearisedError() {
        var bootstrap = design("two_stage").replicateMean(variable("minor")).preston(20_000, new SplittableRandom(1));
        assertThat(bootstrap.standardError())
                .isCloseTo(GOLDEN.get("two_stage").get("preston_20000").doubleValue(), withinPercentage(2));
    }

    @ParameterizedTest
    @EnumSource(names = "FAIL", mode = EnumSource.Mode.EXCLUDE)
    void oneVenueAloneIsTreatedAsInR(LonelyVenue policy) {
        JsonNode data = GOLDEN.get("lonely").get("units");
        JsonNode golden = GOLDEN.get("lonely").get(policy.name().toLowerCase(Locale.ROOT));
        var units = new ArrayList<Unit>();
        for (int i = 0; i < 6; i++) {
            units.add(Unit.of(
                    data.get("stratum").get(i).stringValue(),
                    "v" + i,
                    data.get("w").get(i).doubleValue()));
        }
        double[] y = Golden.numbers(data.get("y"));
        var open = List.of(Stratum.unlimited("a"), Stratum.unlimited("b"), Stratum.unlimited("c"));
        same(SampleDesign.of(open, units, policy).mean(y).standardError(), golden.get("se"));
        var finite = List.of(new Stratum("a", 30), new Stratum("b", 5), new Stratum("c", 16));
        same(SampleDesign.of(finite, units, policy).mean(y).standardError(), golden.get("se_finite"));
    }
}
