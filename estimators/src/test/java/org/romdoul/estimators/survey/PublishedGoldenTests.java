package org.romdoul.estimators.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.estimators.Golden;
import org.romdoul.estimators.Interval;
import tools.jackson.databind.JsonNode;

/** The Californian school samples of R's survey 4.1-1; made by {@code Rscript survey_golden.R} beside the shared data. */
class PublishedGoldenTests {

    /** R fits the logit by a few steps of iteration; its {@code xlogit} is the closed form. */
    private static final double FEW_STEPS = 1e-8;

    /** R draws its likelihood profile through a few points; with more of them its limits move to ours (seen to 1e-6). */
    private static final double SPLINE = 5e-5;

    private static JsonNode golden() {
        return Golden.ofShared("survey/survey_golden.json");
    }

    /** Rows of a sample as their fields by name. */
    private record Schools(List<String> header, List<String[]> rows) {

        static Schools of(String file) {
            Path path = Golden.shared("survey/" + file);
            return new Schools(Golden.header(path), Golden.rows(path));
        }

        String text(String[] row, String field) {
            return row[header.indexOf(field)];
        }

        double number(String[] row, String field) {
            return Double.parseDouble(text(row, field));
        }

        double[] values(ToDoubleFunction<String[]> value) {
            return rows.stream().mapToDouble(value).toArray();
        }

        /** A column, or what R was asked for by another name. */
        double[] variable(String name) {
            return switch (name) {
                case "hi850" -> values(r -> number(r, "api00") >= 850 ? 1 : 0);
                case "hi900" -> values(r -> number(r, "api00") >= 900 ? 1 : 0);
                case "swr" -> values(r -> text(r, "sch.wide").equals("No") ? 1 : 0);
                default -> values(r -> number(r, name));
            };
        }

        SampleDesign design(String kind) {
            boolean stratified = kind.startsWith("strat");
            boolean finite = !kind.endsWith("nofpc");
            var strata = rows.stream()
                    .map(r -> new Stratum(
                            stratified ? text(r, "stype") : "all",
                            finite ? number(r, "fpc") : Double.POSITIVE_INFINITY))
                    .distinct()
                    .toList();
            var units = rows.stream()
                    .map(r -> Unit.of(
                            stratified ? text(r, "stype") : "all",
                            text(r, kind.startsWith("clus") ? "dnum" : "snum"),
                            kind.equals("srs") ? number(r, "fpc") / rows.size() : number(r, "pw")))
                    .toList();
            return SampleDesign.of(strata, units, LonelyVenue.FAIL);
        }
    }

    private static Schools schools(String kind) {
        return Schools.of(
                kind.equals("srs") ? "apisrs.csv" : kind.startsWith("strat") ? "apistrat.csv" : "apiclus1.csv");
    }

    private static void same(double ours, JsonNode golden) {
        assertThat(ours).isCloseTo(golden.doubleValue(), within(1e-9 * Math.max(1e-3, Math.abs(golden.doubleValue()))));
    }

    /** Whether R has an error to compare with: without events, or with every stratum known, it is 0. */
    private static boolean varies(JsonNode golden) {
        return golden.get("se").doubleValue() > 0;
    }

    @ParameterizedTest
    @ValueSource(strings = {"srs", "strat", "strat_nofpc", "clus1", "clus1_nofpc"})
    void schoolSamplesGiveTheEstimatesOfR(String kind) {
        Schools schools = schools(kind);
        SampleDesign design = schools.design(kind);
        JsonNode golden = golden().get(kind);
        assertThat(design.size()).isEqualTo(golden.get("n").intValue());
        assertThat(design.degreesOfFreedom()).isEqualTo(golden.get("degf").intValue());
        for (var cell : golden.get("svymean").properties()) {
            SurveyEstimate mean = design.mean(schools.variable(cell.getKey()));
            same(mean, cell.getValue());
            same(mean.population(), golden.get("sum_w"));
        }
        for (var cell : golden.get("svytotal").properties()) {
            same(design.total(schools.variable(cell.getKey())), cell.getValue());
        }
        SurveyEstimate ratio = design.ratio(schools.variable("api.stu"), schools.variable("enroll"));
        same(ratio.value(), golden.get("svyratio_apistu_enroll").get("est"));
        same(ratio.standardError(), golden.get("svyratio_apistu_enroll").get("se"));
    }

    private static void same(SurveyEstimate ours, JsonNode golden) {
        same(ours.value(), golden.get("est"));
        same(ours.standardError(), golden.get("se"));
        if (varies(golden)) {
            same(ours.designEffect(), golden.get("deff"));
            same(ours.designEffectWithReplacement(), golden.get("deff_replace"));
        }
        Interval symmetric = ours.interval(0.95);
        same(symmetric.lower(), golden.get("ci95_t").get(0));
        same(symmetric.upper(), golden.get("ci95_t").get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"srs", "strat", "strat_nofpc", "clus1", "clus1_nofpc"})
    void typesOfSchoolsHaveTheTotalsAndMeansOfR(String kind) {
        Schools schools = schools(kind);
        SampleDesign design = schools.design(kind);
        JsonNode totals = golden().get(kind).get("svytotal_stype");
        JsonNode means = golden().get(kind).get("svyby_api99_stype");
        for (int g = 0; g < 3; g++) {
            String type = means.get("stype").get(g).stringValue();
            double[] ofType = schools.values(r -> schools.text(r, "stype").equals(type) ? 1 : 0);
            SurveyEstimate total = design.total(ofType);
            same(total.value(), totals.get("est").get(g));
            double error = totals.get("se").get(g).doubleValue();
            assertThat(total.standardError()).isCloseTo(error, within(1e-9 * Math.max(1, error)));
            if (error > 0) {
                same(total.designEffect(), totals.get("deff").get(g));
            }
            double[] scores = schools.variable("api99");
            for (int i = 0; i < scores.length; i++) {
                scores[i] *= ofType[i];
            }
            SurveyEstimate mean = design.ratio(scores, ofType);
            same(mean.value(), means.get("est").get(g));
            same(mean.standardError(), means.get("se").get(g));
        }
    }

    private static Prevalence share(String kind, String name) {
        Schools schools = schools(kind);
        int[] found =
                Arrays.stream(schools.variable(name)).mapToInt(v -> (int) v).toArray();
        int[] ones = new int[found.length];
        Arrays.fill(ones, 1);
        return schools.design(kind).share(found, ones);
    }

    @ParameterizedTest
    @ValueSource(strings = {"srs", "strat", "strat_nofpc", "clus1", "clus1_nofpc"})
    void sharesOfSchoolsHaveTheIntervalsOfR(String kind) {
        JsonNode golden = golden().get(kind);
        int compared = 0;
        for (var cell : golden.get("svyciprop").properties()) {
            Prevalence share = share(kind, cell.getKey());
            if (share.found() == 0) {
                continue; // see whereRIsDegenerate
            }
            JsonNode intervals = cell.getValue();
            check(share, IntervalMethod.LOGIT, intervals.get("xlogit").get("ci"), 1e-9);
            check(share, IntervalMethod.LOGIT, intervals.get("logit").get("ci"), FEW_STEPS);
            check(share, IntervalMethod.LIKELIHOOD, intervals.get("likelihood").get("ci"), SPLINE);
            JsonNode arcsine = intervals.get("asin").get("ci");
            if (share.found() == 1) { // R squares a negative angle: its lower limit turns back up from 0
                assertThat(share.interval(IntervalMethod.ARCSINE, 0.95).lower()).isZero();
                same(share.interval(IntervalMethod.ARCSINE, 0.95).upper(), arcsine.get(1));
            } else {
                check(share, IntervalMethod.ARCSINE, arcsine, 1e-9);
            }
            check(share, IntervalMethod.BETA, intervals.get("beta").get("ci"), 1e-9);
            JsonNode own = golden.get("own_intervals").get(cell.getKey());
            same(share.effectiveSize(), own.get("neff"));
            check(share, IntervalMethod.WILSON, own.get("wilson_neff_adj"), 1e-9);
            check(share, IntervalMethod.BETA_CAPPED, own.get("korn_graubard_capped"), 1e-9);
            compared++;
        }
        assertThat(compared).isEqualTo(kind.startsWith("strat") ? 2 : 3);
    }

    private static void check(Prevalence share, IntervalMethod method, JsonNode golden, double tolerance) {
        Interval interval = share.interval(method, 0.95);
        assertThat(interval.lower()).as(method.name()).isCloseTo(golden.get(0).doubleValue(), within(tolerance));
        assertThat(interval.upper()).as(method.name()).isCloseTo(golden.get(1).doubleValue(), within(tolerance));
    }

    @Test
    void whereRIsDegenerateWithoutEventsWeGiveAnUpperBound() {
        Prevalence none = share("strat", "hi900");
        assertThat(golden().get("strat")
                        .get("svyciprop")
                        .get("hi900")
                        .get("logit")
                        .get("ci")
                        .get(1)
                        .doubleValue())
                .isLessThan(1e-11);
        assertThat(none.found()).isZero();
        for (IntervalMethod method : IntervalMethod.values()) {
            Interval interval = none.interval(method, 0.95);
            assertThat(interval.lower()).isZero();
            assertThat(interval.upper()).isCloseTo(1 - Math.pow(0.025, 1 / none.effectiveSize()), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"strat", "strat_nofpc", "clus1", "clus1_nofpc"})
    void jackknifeIsThatOfR(String kind) {
        JsonNode golden = golden().get(kind).get("replicate").get(kind.startsWith("clus1") ? "JK1" : "JKn");
        for (int v = 0; v < golden.get("names").size(); v++) {
            same(
                    replication(kind, golden.get("names").get(v)).jackknife().standardError(),
                    golden.get("se").get(v));
        }
    }

    private static Replication replication(String kind, JsonNode name) {
        Schools schools = schools(kind);
        return schools.design(kind).replicateMean(schools.variable(name.stringValue()));
    }

    /** R's subbootstrap ignores the finite frame, so it is compared where there is none. R drew 2,000 times, we 8,000. */
    @ParameterizedTest
    @ValueSource(strings = {"strat_nofpc", "clus1_nofpc"})
    void bootstrapOfRaoWuYueIsThatOfRWhereTheFrameIsUnlimited(String kind) {
        JsonNode golden = golden().get(kind).get("replicate").get("subbootstrap");
        for (int v = 0; v < golden.get("names").size(); v++) {
            assertThat(replication(kind, golden.get("names").get(v))
                            .raoWuYue(8000, new SplittableRandom(1))
                            .standardError())
                    .isCloseTo(golden.get("se").get(v).doubleValue(), withinPercentage(6));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"strat", "strat_nofpc", "clus1", "clus1_nofpc"})
    void multistageBootstrapIsThatOfR(String kind) {
        JsonNode golden = golden().get(kind).get("replicate").get("mrbbootstrap");
        for (int v = 0; v < golden.get("names").size(); v++) {
            assertThat(replication(kind, golden.get("names").get(v))
                            .preston(8000, new SplittableRandom(1))
                            .standardError())
                    .isCloseTo(golden.get("se").get(v).doubleValue(), withinPercentage(6));
        }
    }

    @Test
    void changeWithinOneSampleIsThatOfR() {
        JsonNode golden = golden().get("change_strat");
        Change change = Change.revisited(atLeast800("api99"), atLeast800("api00"));
        same(change.covariance(), golden.get("vcov").get(0).get(1));
        same(change.difference().value(), golden.get("diff"));
        same(change.difference().standardError(), golden.get("diff_se"));
        same(change.logRatio().orElseThrow().value(), golden.get("logratio"));
        same(change.logRatio().orElseThrow().standardError(), golden.get("logratio_se"));
    }

    private static Prevalence atLeast800(String field) {
        Schools schools = schools("strat");
        int[] found = Arrays.stream(schools.variable(field))
                .mapToInt(v -> v >= 800 ? 1 : 0)
                .toArray();
        int[] ones = new int[found.length];
        Arrays.fill(ones, 1);
        return schools.design("strat").share(found, ones);
    }

    private static VenueSurvey fictionalVenues(String countField) {
        Path file = Golden.shared("survey/venue_synthetic.csv");
        List<String> header = Golden.header(file);
        var rows = Golden.rows(file);
        var strata = rows.stream()
                .map(r -> new Stratum(r[0], Double.parseDouble(r[header.indexOf("N_venues")])))
                .distinct()
                .toList();
        var visits = rows.stream()
                .map(r -> Visit.observed(
                        r[0],
                        r[1],
                        Integer.parseInt(r[header.indexOf("observed")]),
                        Integer.parseInt(r[header.indexOf(countField)])))
                .toList();
        return VenueSurvey.of(strata, visits);
    }

    @Test
    void fictionalVenueStudyIsThatOfR() {
        JsonNode golden = golden().get("venue_synthetic");
        VenueSurvey survey = fictionalVenues("minors");
        Prevalence minors = survey.prevalence();
        assertThat(minors.venues()).isEqualTo(golden.get("n_venues").intValue());
        assertThat(minors.persons()).isEqualTo(golden.get("observed").intValue());
        assertThat(minors.found()).isEqualTo(golden.get("minors").intValue());
        assertThat(minors.degreesOfFreedom()).isEqualTo(golden.get("degf").intValue());
        same(minors.value(), golden.get("minors_ratio").get("est"));
        same(minors.standardError(), golden.get("minors_ratio").get("se"));
        same(minors.designEffect().orElseThrow(), golden.get("person_level_deff"));
        same(survey.totalFound(), golden.get("total_minors"));
        same(survey.totalObserved(), golden.get("total_observed"));
        Interval symmetric = minors.linearised().interval(0.95);
        same(symmetric.lower(), golden.get("minors_ratio").get("ci_t").get(0));
        same(symmetric.upper(), golden.get("minors_ratio").get("ci_t").get(1));
        checkAll(minors, golden.get("ciprop_minor"));
        Prevalence young = fictionalVenues("young").prevalence();
        same(young.value(), golden.get("young_ratio").get("est"));
        same(young.standardError(), golden.get("young_ratio").get("se"));
        checkAll(young, golden.get("ciprop_young"));
    }

    private static void checkAll(Prevalence share, JsonNode golden) {
        check(share, IntervalMethod.LOGIT, golden.get("xlogit"), 1e-9);
        check(share, IntervalMethod.LIKELIHOOD, golden.get("likelihood"), SPLINE);
        check(share, IntervalMethod.ARCSINE, golden.get("asin"), 1e-9);
        check(share, IntervalMethod.BETA, golden.get("beta"), 1e-9);
    }

    @Test
    void strataOfTheFictionalStudyAreThoseOfR() {
        VenueSurvey survey = fictionalVenues("minors");
        JsonNode golden = golden().get("venue_synthetic").get("by_stratum");
        for (int h = 0; h < golden.get("stratum").size(); h++) {
            String stratum = golden.get("stratum").get(h).stringValue();
            Prevalence share = survey.prevalenceAmong(v -> v.foundType().equals(stratum));
            same(share.value(), golden.get("est").get(h));
            same(share.standardError(), golden.get("se").get(h));
        }
    }

    @Test
    void bothBootstrapsAgreeWithTheLinearisedErrorAndSoRespectTheFiniteFrame() {
        VenueSurvey survey = fictionalVenues("minors");
        double linearised = survey.prevalence().standardError();
        assertThat(survey.replication()
                        .raoWuYue(10_000, new SplittableRandom(1))
                        .standardError())
                .isCloseTo(linearised, withinPercentage(3));
        assertThat(survey.replication().preston(10_000, new SplittableRandom(1)).standardError())
                .isCloseTo(linearised, withinPercentage(3));
        JsonNode timing = golden().get("venue_synthetic").get("timing");
        assertThat(survey.replication().preston(10_000, new SplittableRandom(2)).standardError())
                .isCloseTo(timing.get("mrbbootstrap_10000").get("se").doubleValue(), withinPercentage(3));
        // R's subbootstrap knows no finite frame; nor does ours where the frame is unlimited
        assertThat(withoutFrame().raoWuYue(10_000, new SplittableRandom(1)).standardError())
                .isCloseTo(timing.get("subbootstrap_10000").get("se").doubleValue(), withinPercentage(3))
                .isGreaterThan(linearised * 1.1);
    }

    /** The fictional study as if venues were drawn with replacement, with the weights of its finite frame. */
    private static Replication withoutFrame() {
        Path file = Golden.shared("survey/venue_synthetic.csv");
        List<String> header = Golden.header(file);
        var rows = Golden.rows(file);
        var sampled = rows.stream().collect(Collectors.groupingBy(r -> r[0], Collectors.counting()));
        var units = rows.stream()
                .map(r -> Unit.of(
                        r[0], r[1], Double.parseDouble(r[header.indexOf("N_venues")]) / sampled.getOrDefault(r[0], 1L)))
                .toList();
        var strata = sampled.keySet().stream().map(Stratum::unlimited).toList();
        return SampleDesign.of(strata, units, LonelyVenue.FAIL)
                .replicateRatio(
                        rows.stream()
                                .mapToDouble(r -> Double.parseDouble(r[header.indexOf("minors")]))
                                .toArray(),
                        rows.stream()
                                .mapToDouble(r -> Double.parseDouble(r[header.indexOf("observed")]))
                                .toArray());
    }
}
