package org.romdoul.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.chart.Words;
import org.romdoul.estimators.Estimate;
import org.romdoul.estimators.mse.Limits;
import org.romdoul.estimators.survey.AgeJudgement;
import org.romdoul.estimators.survey.LonelyVenue;
import org.springframework.context.support.ResourceBundleMessageSource;

class EstimateTests {

    private static final String VISITS = "stratum,venue,N_venues,observed,minors\n";
    private static final String CHAIN = "id,recruiter.id,degree,group\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'stratum;venue;N_venues\nA;1;9\n'                            | semicolons",
                "'stratum,venue,N_venues,observed\nA,1,9,4\n'                  | no column \"minors\"",
                "'stratum,venue,N_venues,observed,minors\n'                    | no row below the header",
                "'stratum,venue,N_venues,observed,minors\nA,1,9,4\n'           | 4 cells where the header names 5",
                "'stratum,venue,N_venues,observed,minors\nA,1,9,4,-1\n'        | line 2, column minors: a negative count",
                "'stratum,venue,N_venues,observed,minors\nA,1,9,4,0.5\n'       | line 2, column minors: not a whole number",
                "'stratum,venue,N_venues,observed,minors\nA,1,9,,0\n'          | line 2, column observed: no number",
                "'stratum,venue,N_venues,observed,minors\nA,1,9,many,0\n'      | line 2, column observed: not a number",
                "'stratum,venue,N_venues,observed,minors\nA,1,9,1e999,0\n'     | line 2, column observed: not a number",
                "'stratum,venue,N_venues,observed,minors\nA,1,9,4,1\nA,2,8,4,1\n' | line 3, column N_venues",
                "'stratum,venue,N_venues,observed,minors\nA,1,9,4,1\n'         | stratum A",
                "'stratum,venue,N_venues,observed,minors\nA,\"1,9,4,1\n'       | comma-separated",
            })
    void venueSurveysAreRefusedByLineColumnAndMeaning(String file, String said) {
        var answer = VenueEstimation.of(bytes(file), "minors", 0.95, LonelyVenue.FAIL);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(String.join("\n", refused.reasons()))
                                .contains(said)
                                .contains(". "));
    }

    @Test
    void whatIsNotUtf8IsRefusedAndNotGuessed() {
        var latin = "caf\u00e9,a,n\n1,1,4\n".getBytes(StandardCharsets.ISO_8859_1);

        for (var answer :
                List.of(VenueEstimation.of(latin, "minors", 0.95, LonelyVenue.FAIL), ListsEstimation.of(latin, 50, 1)))
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused -> assertThat(refused.reasons().getFirst()).contains("UTF-8"));
    }

    /** As an editor counts them: blank lines and lines within a cell too, with and without an end to the last. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\n\nA,1,9,4,1\n\nA,2,9,4,-1\n'           | line 6, column minors: a negative count",
                "'\n\nA,1,9,4,1\n\nA,2,9,4,-1'             | line 6, column minors: a negative count",
                "'A,1,9,4,1\n\n\nA,2,9,4,5\n'              | line 5: 5 found among 4 seen",
                "'\r\nA,1,9,4,1\r\nA,2,9,4,5\r\n'         | line 4: 5 found among 4 seen",
                "'A,\"1\nannex\",9,4,1\nA,2,9,4,5\n'       | line 4: 5 found among 4 seen",
                "'A,1,9,4,1\nA,\"2\nannex\",9,4,5\nA,3,9,4,1' | line 3: 5 found among 4 seen",
            })
    void linesAreThoseOfAnEditor(String rows, String said) {
        assertThat(VenueEstimation.of(bytes(VISITS + rows), "minors", 0.95, LonelyVenue.FAIL))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.reasons().getFirst()).startsWith(said));
    }

    @Test
    void theHashIsThatOfTheBytesAsTheyCame() {
        var withMark = bytes("\uFEFFA,B,n\n1,0,15\n0,1,15\n1,1,12\n");

        assertThat(given(ListsEstimation.of(withMark, 50, 1)).source().sha256())
                .isEqualTo("7e4b7e13275abd282666078ef4346ef6e09af4920306a3015556e7762f3f2860");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A,B,n\n1,0,5\n0,1,5\n", "A,B,n\n1,0,-5\n", "A,n\n1,4\n", "A,A,n\n1,1,4\n", ""})
    void tablesOfListsThatSayNothingAreRefusedOrGiveNoTotal(String file) {
        switch (ListsEstimation.of(bytes(file), 100, 1)) {
            case Answer.Refused refused -> assertThat(refused.reasons()).isNotEmpty();
            case Answer.Given given ->
                assertThat(said(given.estimation(), Locale.ENGLISH)).doesNotContain("NaN", "∞");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a,seed,0,x\n'           | line 2, column degree: knows 0",
                "'a,seed,NA,x\n'          | line 2, column degree: no number",
                "'a,seed,4,x\nb,zz,4,y\n' | line 3: the recruiter is not in the sample",
            })
    void chainsAreRefusedByLineColumnAndMeaning(String rows, String said) {
        assertThat(ChainEstimation.of(bytes(CHAIN + rows), "group", "x", 0, 0.95, 1))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused ->
                                assertThat(String.join("\n", refused.reasons())).contains(said));
    }

    @Test
    void aBaselineTooShortOrEmptyIsRefused() {
        var watch = new AlarmEstimation.Watch(8, 2, 100, 1);

        assertThat(AlarmEstimation.of(series(IntStream.generate(() -> 1).limit(8)), watch))
                .isInstanceOf(Answer.Refused.class);
        assertThat(AlarmEstimation.of(series(IntStream.generate(() -> 0).limit(20)), watch))
                .isInstanceOf(Answer.Refused.class);
    }

    @Test
    void nobodyFoundIsAnUpperLimitAndNeverAZero() {
        var rows =
                IntStream.range(0, 20).mapToObj(i -> "A," + i + ",200,10,0\n").collect(Collectors.joining());
        var answer = VenueEstimation.of(bytes(VISITS + rows), "minors", 0.95, LonelyVenue.FAIL);

        var estimation = ((Answer.Given) answer).estimation();
        assertThat(((VenueEstimation) estimation).whole().high()).isGreaterThan(0.01);
        assertThat(said(estimation, Locale.ENGLISH)).contains("there were no minors", "may still be as high as");
    }

    @Test
    void nobodyOfTheGroupIsAnUpperLimitThatNamesTheGroupsThereAre() {
        var rows = IntStream.range(1, 40)
                .mapToObj(i -> "p" + i + ",p" + (i - 1) + ",4," + (i % 3 == 0 ? "x" : "y") + "\n")
                .collect(Collectors.joining("", CHAIN + "p0,seed,4,x\n", ""));
        var estimation = (ChainEstimation) given(ChainEstimation.of(bytes(rows), "group", "z", 0, 0.95, 1));

        // 1 - 0.05^(1 / (40 / 10))
        assertThat(estimation.limitIfNone().get(10.0)).isCloseTo(1 - Math.pow(0.05, 0.25), within(1e-12));
        assertThat(said(estimation, Locale.ENGLISH))
                .contains("None of the 40 people met is of group “z”", "as high as 53%", "Groups in the file: x, y");
    }

    @Test
    void chainsAreComparedWithRecruitmentAndTreeByTree() throws IOException {
        var estimation =
                (ChainEstimation) given(ChainEstimation.of(data("rds/fauxmadrona.csv"), "disease", "1", 1000, 0.95, 1));

        // R's RDS 0.9-10; shared/data/rds/rds_golden.json
        assertThat(estimation.byRecruitment().orElseThrow()).isCloseTo(0.15919809380965, within(1e-9));
        assertThat(estimation.trees()).hasSize(10);
        assertThat(said(estimation, Locale.ENGLISH))
                .contains("RDS-I", "By the tree of each seed", "of 356 recruitments");
    }

    /** Bars that turn out to be massage parlours are told among the parlours, with the weight of bars. */
    @Test
    void typesAsFoundAreDomainsAndKeepTheirWeight() {
        var estimation = revised(3);

        assertThat(estimation.types()).extracting(Share::of).containsExactly("bar", "parlour");
        // five bars for each seen, three parlours
        assertThat(estimation.types().get(1).value())
                .isCloseTo((5 * (2 + 2 + 2) + 3 * 7) / (5 * 30.0 + 3 * 80), within(1e-12));
        assertThat(estimation.strata().get(1).value()).isCloseTo(7.0 / 80, within(1e-12));
        assertThat(said(estimation, Locale.ENGLISH)).contains("As found: parlour", "keeps its weight");
    }

    @Test
    void aPlaceThatAloneIsOfAnotherTypeIsNotToldOf() {
        var estimation = revised(2);

        assertThat(estimation.types()).isEmpty();
        assertThat(said(estimation, Locale.ENGLISH))
                .contains("fewer than 3 venues")
                .doesNotContain("As found");
    }

    /** @param bars how many of twelve turn out to be parlours */
    private static VenueEstimation revised(int bars) {
        var rows = IntStream.range(0, 20)
                .mapToObj(i -> (i < 12 ? "bar,v%d,60,10,%d,%s\n" : "parlour,v%d,24,10,%d,%s\n")
                        .formatted(i, i % 3, i < 12 && i % 3 == 2 && i / 3 < bars ? "parlour" : ""))
                .collect(Collectors.joining("", "stratum,venue,N_venues,observed,minors,found_type\n", ""));
        return (VenueEstimation) given(VenueEstimation.of(bytes(rows), "minors", 0.95, LonelyVenue.FAIL));
    }

    @Test
    void mistakesOfJudgingAgesAreTakenOut() {
        var rows = IntStream.range(0, 30)
                .mapToObj(i -> "A," + i + ",200,20," + i % 5 + "\n")
                .collect(Collectors.joining("", VISITS, ""));
        var judgement = new AgeJudgement(new Estimate(0.8, 0), new Estimate(0.95, 0));
        var estimation = (VenueEstimation)
                given(VenueEstimation.of(bytes(rows), "minors", 0.95, LonelyVenue.FAIL, Optional.of(judgement)));

        var corrected = Objects.requireNonNull(estimation.corrected());
        assertThat(corrected.value()).isCloseTo((0.1 - 0.05) / 0.75, within(1e-12));
        assertThat(corrected.high()).isCloseTo((estimation.whole().high() - 0.05) / 0.75, within(1e-12));
        assertThat(said(estimation, Locale.ENGLISH)).contains("Rogan and Gladen 1978", "not in the interval");
    }

    @Test
    void aWeekHighForItsSeasonRingsAndOneThatIsHighEveryYearDoesNot() {
        var counts = IntStream.range(0, 52 * 5 + 3 + 52)
                .map(i -> (i % 52 < 6 ? 20 : 4) + i * 7 % 3 + (i == 52 * 5 + 30 ? 14 : 0));
        var estimation =
                (SeasonEstimation) given(SeasonEstimation.of(series(counts), SeasonEstimation.Season.WEEKS, 5));

        assertThat(estimation.judged()).hasSize(52);
        assertThat(estimation.judged())
                .filteredOn(SeasonEstimation.Judged::alarm)
                .extracting(SeasonEstimation.Judged::period)
                .containsExactly("p291");
        for (var language : List.of("en", "km", "vi"))
            assertThat(said(estimation, Locale.forLanguageTag(language))).doesNotContain("estimate.", "NaN", "{0}");
        assertThat(said(estimation, Locale.ENGLISH))
                .contains("last in period p291", "the chance of at least one alarm");
        assertThat(SeasonEstimation.of(series(IntStream.range(0, 200)), SeasonEstimation.Season.WEEKS, 5))
                .isInstanceOf(Answer.Refused.class);
    }

    @Test
    void aRiseRingsAndTheRateOfFalseAlarmsIsSaidBesideIt() {
        var counts = IntStream.concat(
                IntStream.range(0, 30).map(i -> 4 + i % 3),
                IntStream.generate(() -> 12).limit(6));
        var estimation =
                (AlarmEstimation) given(AlarmEstimation.of(series(counts), new AlarmEstimation.Watch(24, 2, 200, 1)));

        assertThat(estimation.leads()).isEqualTo(AlarmEstimation.Kind.SUM);
        assertThat(estimation.watched().subList(0, 6)).noneMatch(one -> one.alarm(AlarmEstimation.Kind.SUM));
        assertThat(estimation.watched().subList(6, 12)).anyMatch(one -> one.alarm(AlarmEstimation.Kind.SUM));
        assertThat(said(estimation, Locale.ENGLISH))
                .contains("Alarm in period p32", "the chance of at least one alarm in 12 periods", "computed exactly");
    }

    /** 24 periods say of a usual 2 little more than that it lies between 1.6 and 2.6, and much hangs on it. */
    @Test
    void aShortBaselineLeavesTheRateOfFalseAlarmsOpenAndThatIsSaid() {
        var counts = IntStream.range(0, 48).map(i -> 1 + i % 3);
        var estimation =
                (AlarmEstimation) given(AlarmEstimation.of(series(counts), new AlarmEstimation.Watch(24, 1.5, 120, 1)));

        assertThat(estimation.usual()).isEqualTo(2);
        assertThat(estimation.usualBetween().lower()).isBetween(1.5, 1.6);
        assertThat(estimation.usualBetween().upper()).isBetween(2.5, 2.6);
        assertThat(estimation.between().asJudged()).isBetween(120.0, 130.0);
        assertThat(estimation.between().ifMore()).isLessThan(30);
        assertThat(estimation.between().ifFewer()).isGreaterThan(900);
        for (var bell : estimation.bells().subList(0, 2)) {
            assertThat(bell.falseAlarms().ifFewer())
                    .isLessThan(bell.falseAlarms().asJudged());
            assertThat(bell.falseAlarms().ifMore())
                    .isGreaterThan(bell.falseAlarms().asJudged());
        }
    }

    @Test
    void countsThatVaryMoreThanPoissonAreJudgedByTheChartMadeForThem() {
        var counts = IntStream.range(0, 60).map(i -> i % 4 == 0 ? 12 : i % 5);
        var estimation =
                (AlarmEstimation) given(AlarmEstimation.of(series(counts), new AlarmEstimation.Watch(30, 1.5, 120, 1)));

        assertThat(estimation.dispersion()).isGreaterThan(0.5);
        assertThat(estimation.leads()).isEqualTo(AlarmEstimation.Kind.LIKELIHOOD);
        var sum = estimation.bells().getFirst();
        var likelihood = estimation.bells().get(1);
        assertThat(sum.exact()).isFalse();
        assertThat(sum.falseAlarms().asJudged())
                .as("of a chart for Poisson counts on such as these")
                .isGreaterThan(2 * likelihood.falseAlarms().asJudged());
        assertThat(said(estimation, Locale.ENGLISH))
                .contains("so the likelihood chart is shown")
                .doesNotContain("computed exactly", "exact for Poisson counts");
    }

    /** Limits of both kinds, what they rest on, and how the method does where the truth is known. */
    @Test
    void totalsCarryBothLimitsTheResamplesAndTheCheckOnKnownTotals() throws IOException {
        var estimation = (ListsEstimation) given(ListsEstimation.of(data("mse/UKdat.csv"), 50, 7));

        assertThat(estimation.totals().getFirst().intervals()).containsKeys(Limits.PERCENTILE, Limits.BCA);
        assertThat(estimation.resamples()).isEqualTo(50);
        assertThat(estimation.seed()).isEqualTo(7);
        assertThat(Objects.requireNonNull(estimation.consistency()).lists()).isEqualTo(6);
        assertThat(said(estimation, Locale.ENGLISH))
                .contains("BCa", "percentiles of the resamples", "50 resamples", "seed 7", "of 6 lists");
    }

    @Test
    void everyKindIsSaidInEveryLanguageWithoutAKeyOrANotANumber() throws IOException {
        for (var estimation : examples())
            for (var language : List.of("en", "km", "vi"))
                assertThat(said(estimation, Locale.forLanguageTag(language))).doesNotContain("estimate.", "NaN", "{0}");
    }

    // R's survey 4.1-1 on this file; shared/data/survey/survey_golden.json has the command.
    @Test
    void theExampleStudyGivesTheNumbersOfThePeer() throws IOException {
        var estimation = (VenueEstimation)
                given(VenueEstimation.of(data("survey/venue_synthetic.csv"), "minors", 0.95, LonelyVenue.FAIL));

        assertThat(estimation.whole().value()).isCloseTo(0.0820621434050393, within(1e-12));
        assertThat(estimation.standardError()).isCloseTo(0.00981741022508557, within(1e-12));
        assertThat(estimation.whole().low()).isCloseTo(0.0636732432865759, within(1e-9));
        assertThat(estimation.whole().high()).isCloseTo(0.103717923151015, within(1e-9));
        assertThat(estimation.strata()).hasSize(7);
        assertThat(estimation.source().sha256()).hasSize(64);
    }

    @Test
    void aFileOfItsOwnHasItsColours() throws IOException {
        var study = given(VenueEstimation.of(data("survey/venue_synthetic.csv"), "minors", 0.95, LonelyVenue.FAIL));
        var chart = study.shown(words(Locale.ENGLISH)).charts().getFirst();

        assertThat(chart.file()).contains("<style>").contains("#0b5566");
    }

    private static Estimation[] examples() throws IOException {
        return new Estimation[] {
            given(VenueEstimation.of(data("survey/venue_synthetic.csv"), "minors", 0.95, LonelyVenue.FAIL)),
            given(ListsEstimation.of(data("mse/UKdat.csv"), 50, 1)),
            given(ListsEstimation.of(data("mse/Artificial_3.csv"), 50, 1)),
            given(ChainEstimation.of(data("rds/fauxmadrona.csv"), "disease", "1", 1000, 0.95, 1)),
            given(AlarmEstimation.of(data("surveillance/coal.csv"), new AlarmEstimation.Watch(40, 1.5, 120, 1))),
        };
    }

    private static Estimation given(Answer answer) {
        return switch (answer) {
            case Answer.Given given -> given.estimation();
            case Answer.Refused refused -> throw new AssertionError(refused.reasons());
        };
    }

    private static String said(Estimation estimation, Locale locale) {
        var shown = estimation.shown(words(locale));
        return shown.finding() + "\n" + String.join("\n", shown.method()) + "\n" + String.join("\n", shown.limits())
                + "\n" + shown.charts();
    }

    private static Words words(Locale locale) {
        var source = new ResourceBundleMessageSource();
        source.setBasenames("messages/estimate", "messages/chart");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        return new Words(source, locale);
    }

    private static byte[] data(String path) throws IOException {
        var file = Path.of(System.getProperty("romdoul.shared", "../../shared"), "data", path);
        assumeTrue(Files.exists(file), "needs shared/data/" + path);
        return Files.readAllBytes(file);
    }

    private static byte[] series(IntStream counts) {
        var all = counts.toArray();
        return bytes("period,count\n"
                + IntStream.range(0, all.length)
                        .mapToObj(i -> "p" + (i + 1) + "," + all[i] + "\n")
                        .collect(Collectors.joining()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
