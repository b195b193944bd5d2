package org.romdoul.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.chart.Words;
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
        var answer =
                VenueEstimation.of("caf\u00e9".getBytes(StandardCharsets.ISO_8859_1), "minors", 0.95, LonelyVenue.FAIL);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.reasons().getFirst()).contains("UTF-8"));
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
    void aRiseRingsAndTheRateOfFalseAlarmsIsSaidBesideIt() {
        var counts = IntStream.concat(
                IntStream.range(0, 30).map(i -> 4 + i % 3),
                IntStream.generate(() -> 12).limit(6));
        var estimation = (AlarmEstimation)
                ((Answer.Given) AlarmEstimation.of(series(counts), new AlarmEstimation.Watch(24, 2, 200, 1)))
                        .estimation();

        assertThat(estimation.watched().subList(0, 6)).noneMatch(AlarmEstimation.Watched::alarm);
        assertThat(estimation.watched().subList(6, 12)).anyMatch(AlarmEstimation.Watched::alarm);
        assertThat(estimation.falseAlarms().probability()).isBetween(0.001, 0.2);
        assertThat(said(estimation, Locale.ENGLISH))
                .contains("Alarm in period p32", "Chance of at least one false alarm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "km", "vi"})
    void everyKindIsSaidInEveryLanguageWithoutAKeyOrANotANumber(String language) throws IOException {
        for (var estimation : examples()) {
            var said = said(estimation, Locale.forLanguageTag(language));
            assertThat(said).doesNotContain("estimate.", "NaN", "{0}");
        }
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
        var chart = examples()[0].shown(words(Locale.ENGLISH)).charts().getFirst();

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
