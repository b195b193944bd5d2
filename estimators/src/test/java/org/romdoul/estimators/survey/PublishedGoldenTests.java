package org.romdoul.estimators.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.estimators.Golden;
import org.romdoul.estimators.Interval;
import tools.jackson.databind.JsonNode;

/** The Californian school samples of R's survey 4.1-1; made by {@code Rscript survey_golden.R} beside the shared data. */
class PublishedGoldenTests {

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

        double[] values(String field) {
            return values(r -> number(r, field));
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

    @ParameterizedTest
    @ValueSource(strings = {"srs", "strat", "strat_nofpc", "clus1", "clus1_nofpc"})
    void schoolSamplesGiveTheEstimatesOfR(String kind) {
        Schools schools = schools(kind);
        SampleDesign design = schools.design(kind);
        JsonNode golden = golden().get(kind);
        assertThat(design.degreesOfFreedom()).isEqualTo(golden.get("degf").intValue());
        for (String field : List.of("api00", "api99", "enroll")) {
            SurveyEstimate mean = design.mean(schools.values(field));
            JsonNode expected = golden.get("svymean").get(field);
            same(mean.value(), expected.get("est"));
            same(mean.standardError(), expected.get("se"));
            same(mean.designEffect(), expected.get("deff"));
            same(mean.designEffectWithReplacement(), expected.get("deff_replace"));
            same(mean.interval(0.95).lower(), expected.get("ci95_t").get(0));
            same(mean.interval(0.95).upper(), expected.get("ci95_t").get(1));
        }
        SurveyEstimate total = design.total(schools.values("enroll"));
        same(total.value(), golden.get("svytotal").get("enroll").get("est"));
        same(total.standardError(), golden.get("svytotal").get("enroll").get("se"));
        same(total.designEffect(), golden.get("svytotal").get("enroll").get("deff"));
        SurveyEstimate ratio = design.ratio(schools.values("api.stu"), schools.values("enroll"));
        same(ratio.value(), golden.get("svyratio_apistu_enroll").get("est"));
        same(ratio.standardError(), golden.get("svyratio_apistu_enroll").get("se"));
    }

    private static Prevalence share(String kind, String field, double least) {
        Schools schools = schools(kind);
        int[] found = Arrays.stream(schools.values(field))
                .mapToInt(v -> v >= least ? 1 : 0)
                .toArray();
        int[] ones = new int[found.length];
        Arrays.fill(ones, 1);
        return schools.design(kind).share(found, ones);
    }

    @ParameterizedTest
    @ValueSource(strings = {"srs", "strat", "strat_nofpc", "clus1", "clus1_nofpc"})
    void sharesOfSchoolsHaveTheIntervalsOfR(String kind) {
        Prevalence share = share(kind, "api00", 850);
        JsonNode golden = golden().get(kind);
        same(share.value(), golden.get("svymean").get("hi850").get("est"));
        same(share.standardError(), golden.get("svymean").get("hi850").get("se"));
        check(
                share,
                IntervalMethod.LOGIT,
                golden.get("svyciprop").get("hi850").get("xlogit").get("ci"),
                1e-9);
        check(
                share,
                IntervalMethod.LIKELIHOOD,
                golden.get("svyciprop").get("hi850").get("likelihood").get("ci"),
                SPLINE);
        JsonNode arcsine = golden.get("svyciprop").get("hi850").get("asin").get("ci");
        if (kind.startsWith("clus")) { // R squares a negative angle: its lower limit turns back up from 0
            assertThat(share.interval(IntervalMethod.ARCSINE, 0.95).lower()).isZero();
            same(share.interval(IntervalMethod.ARCSINE, 0.95).upper(), arcsine.get(1));
        } else {
            check(share, IntervalMethod.ARCSINE, arcsine, 1e-9);
        }
        check(
                share,
                IntervalMethod.BETA,
                golden.get("svyciprop").get("hi850").get("beta").get("ci"),
                1e-9);
        JsonNode own = golden.get("own_intervals").get("hi850");
        check(share, IntervalMethod.WILSON, own.get("wilson_neff_adj"), 1e-9);
        check(share, IntervalMethod.BETA_CAPPED, own.get("korn_graubard_capped"), 1e-9);
    }

    private static void check(Prevalence share, IntervalMethod method, JsonNode golden, double tolerance) {
        Interval interval = share.interval(method, 0.95);
        assertThat(interval.lower()).as(method.name()).isCloseTo(golden.get(0).doubleValue(), within(tolerance));
        assertThat(interval.upper()).as(method.name()).isCloseTo(golden.get(1).doubleValue(), within(tolerance));
    }

    @Test
    void whereRIsDegenerateWithoutEventsWeGiveAnUpperBound() {
        Prevalence none = share("strat", "api00", 900);
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
    @ValueSource(strings = {"strat", "clus1"})
    void jackknifeIsThatOfR(String kind) {
        Schools schools = schools(kind);
        double error = schools.design(kind)
                .replicateMean(schools.values("api00"))
                .jackknife()
                .standardError();
        JsonNode replicate = golden().get(kind).get("replicate").get(kind.equals("clus1") ? "JK1" : "JKn");
        same(error, replicate.get("se").get(0));
    }

    @Test
    void changeWithinOneSampleIsThatOfR() {
        JsonNode golden = golden().get("change_strat");
        Change change = Change.revisited(share("strat", "api99", 800), share("strat", "api00", 800));
        same(change.covariance(), golden.get("vcov").get(0).get(1));
        same(change.difference().value(), golden.get("diff"));
        same(change.difference().standardError(), golden.get("diff_se"));
        same(change.logRatio().orElseThrow().value(), golden.get("logratio"));
        same(change.logRatio().orElseThrow().standardError(), golden.get("logratio_se"));
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
        same(survey.totalFound().value(), golden.get("total_minors").get("est"));
        same(survey.totalFound().standardError(), golden.get("total_minors").get("se"));
        same(survey.totalFound().designEffect(), golden.get("total_minors").get("deff"));
        same(
                survey.totalObserved().standardError(),
                golden.get("total_observed").get("se"));
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
        // R's subbootstrap, without the finite frame: 0.0117
        assertThat(golden().get("venue_synthetic")
                        .get("timing")
                        .get("subbootstrap_10000")
                        .get("se")
                        .doubleValue())
                .isGreaterThan(linearised * 1.1);
    }
}
