package org.romdoul.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.romdoul.publication.Crowd.accused;
import static org.romdoul.publication.Crowd.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.chart.Words;

/** What is counted, what is drawn, and above all what is not shown. */
class FiguresTests {

    private static final Words ENGLISH = Crowd.words(Locale.UK);

    /** Columns that do not count people. */
    private static final List<String> NOT_PEOPLE = List.of(
            "charged_in",
            "years",
            "waiting",
            "share",
            "standard_error",
            "lower",
            "upper",
            "convicted_at_least",
            "convicted_at_most",
            "convicted_of_decided");

    static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, 400).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noFileOfTheCasesWorkedHereHasASmallNumber(long seed) {
        for (var figure : Results.report(Crowd.atRandom(null, seed), ENGLISH).figures()) {
            var head = figure.data().head();
            for (var row : figure.data().rows())
                for (var column = 0; column < head.size(); column++)
                    if (!NOT_PEOPLE.contains(head.get(column))
                            && row.get(column).matches("\\d+"))
                        assertThat(Integer.parseInt(row.get(column)))
                                .as("%s, %s of %s", figure.key(), head.get(column), row)
                                .matches(count -> count == 0 || count >= Cells.SMALLEST);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatTheCohortsHideNoFigureBesideThemTells(long seed) {
        var snapshot = Crowd.atRandom(null, seed);
        var report = Results.report(snapshot, ENGLISH);
        var cells = Cohorts.of(snapshot).cells();
        var shown = report.figures().stream()
                .filter(figure -> figure.chart() != null)
                .map(Figure::key)
                .toList();

        if (!cells.hasTotals()) assertThat(shown).doesNotContain("course", "waiting", "endings", "sentences");
        if (!cells.isWhole(Cohorts.Part.OPEN.ordinal())) assertThat(shown).doesNotContain("waiting", "endings");
        assertThat(shown).doesNotContain("outcomes");
    }

    @Test
    void somethingIsShownWhereNobodyIsExposed() {
        var shown = seeds().flatMap(seed -> Results.report(Crowd.atRandom(null, seed), ENGLISH).figures().stream())
                .filter(figure -> figure.chart() != null)
                .map(Figure::key)
                .toList();

        assertThat(shown).contains("cohorts", "course", "waiting", "endings", "statutes", "sentences");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "km-KH-u-nu-khmr", "vi"})
    void noPictureOfAnyCrowdHasANumberThatIsNone(String language) {
        var words = Crowd.words(Locale.forLanguageTag(language));
        for (var seed = 1; seed <= 60; seed++)
            for (var docket : new Docket[] {null, Crowd.DOCKET})
                for (var figure :
                        Results.report(Crowd.atRandom(docket, seed), words).figures()) {
                    assertThat(figure.notes()).isNotEmpty().noneMatch(note -> note.matches(".*(NaN|∞|\\{\\d).*"));
                    assertThat(figure.data().csv()).doesNotContain("NaN", "Infinity");
                    var chart = figure.chart();
                    if (chart != null)
                        assertThat(chart.finding() + chart.svg() + chart.table().csv())
                                .doesNotContain("NaN", "∞", "results.", "{0}");
                }
    }

    @Test
    void nobodyChargedMakesNoFigures() {
        assertThat(Results.report(Crowd.of(Crowd.DOCKET, List.of()), ENGLISH).figures())
                .isEmpty();
    }

    @Test
    void openAndUnknownAndOverturnedStandApart() {
        var all = new ArrayList<Accused>();
        all.addAll(times(5, accused("2010-03", "2011", Stand.CONVICTED_FINAL)));
        all.addAll(times(2, accused("2010", "2012", Stand.UNDER_APPEAL)));
        all.addAll(times(3, accused("2010", "2011", Stand.OVERTURNED)));
        all.addAll(times(4, accused("2010", "2011", Stand.ACQUITTED)));
        all.addAll(times(1, accused("2010", null, Stand.UNKNOWN)));
        all.addAll(times(6, accused("2010", null, Stand.OPEN)));
        all.add(accused(null, "2011", Stand.DISMISSED));
        var report = Results.report(Crowd.of(Crowd.DOCKET, all), ENGLISH);

        assertThat(data(report, "cohorts"))
                .containsExactly(
                        List.of("2010", "21", "7", "3", "4", "1", "6", "0.476190476", "0.80952381"),
                        List.of("unknown", "1", "0", "0", "1", "0", "0", "0", "0"));
        assertThat(data(report, "course"))
                .containsExactly(
                        List.of("charged", "22", "22"),
                        List.of("decided", "15", "22"),
                        List.of("convicted", "10", "17"),
                        List.of("final", "5", "14"));
        assertThat(chart(report, "cohorts").finding())
                .isEqualTo("Of 22 people charged, the convictions of 32% stand; 32% are open or not known");
    }

    @Test
    void aWaitIsReadInYearsAndAsShortAndAsLongAsDatesAllow() {
        var waits = Waits.of(
                List.of(
                        accused("2010-07-01", "2012", Stand.CONVICTED_FINAL),
                        accused("2018", null, Stand.OPEN),
                        accused("2018", null, Stand.UNKNOWN),
                        accused(null, "2012", Stand.ACQUITTED),
                        accused("2012", "2011", Stand.ACQUITTED),
                        accused("2021", null, Stand.OPEN)),
                Crowd.CENSORED);

        assertThat(waits.years()).extracting(spell -> spell.time()).containsExactly(2.0, 2.0, 2.0);
        assertThat(waits.shortest().getFirst().time()).isBetween(1.5, 1.51);
        assertThat(waits.longest().getFirst().time()).isBetween(2.5, 2.51);
        assertThat(waits.years().get(1).ending()).isEmpty();
        assertThat(waits.undated()).isEqualTo(1);
        assertThat(waits.backwards()).isEqualTo(2);
        assertThat(waits.endless()).isEqualTo(1);
    }

    @Test
    void withoutACensoringDateNobodyCanSayWhoWaits() {
        var crowd = new Snapshot(
                Crowd.DOCKET,
                times(20, accused("2010", "2011", Stand.ACQUITTED)),
                List.of(),
                org.romdoul.input.PartialDate.UNKNOWN,
                null);

        assertThat(Results.report(crowd, ENGLISH)
                        .figure("waiting")
                        .orElseThrow()
                        .chart())
                .isNull();
    }

    @Test
    void lifeAndWhatIsNotKnownAreNoNumberOfMonths() {
        var report = Results.report(
                Crowd.of(
                        Crowd.DOCKET,
                        List.of(
                                Crowd.sentenced(0, false),
                                Crowd.sentenced(11, false),
                                Crowd.sentenced(12, false),
                                Crowd.sentenced(240, false),
                                Crowd.sentenced(null, true),
                                Crowd.sentenced(null, false))),
                ENGLISH);

        assertThat(data(report, "sentences"))
                .extracting(List::getLast)
                .containsExactly("1", "1", "1", "0", "0", "0", "1", "1", "1");
        assertThat(chart(report, "sentences").finding()).contains("got 11.5 months");
    }

    @Test
    void convictionsAreCountedAmongDecidedChargesWithWilsonsInterval() {
        var charges = new ArrayList<Charged>();
        charges.addAll(java.util.Collections.nCopies(8, new Charged("A-1", Stand.CONVICTED)));
        charges.addAll(java.util.Collections.nCopies(2, new Charged("A-1", Stand.DISMISSED)));
        charges.addAll(java.util.Collections.nCopies(5, new Charged("A-1", Stand.OPEN)));
        charges.add(new Charged("B-2", Stand.CONVICTED));
        var snapshot =
                new Snapshot(Crowd.DOCKET, times(3, accused("2010", null, Stand.OPEN)), charges, Crowd.CENSORED, null);

        assertThat(data(Results.report(snapshot, ENGLISH), "statutes"))
                .containsExactly(
                        List.of("A-1", "15", "8", "2", "0", "5", "0.8", "0.490162472", "0.943317849"),
                        List.of("B-2", "1", "1", "0", "0", "0", "", "", ""));
    }

    @Test
    void timesAreJoinedUntilNoNumberIsSmall() {
        var byTime = new java.util.TreeMap<Integer, int[]>();
        byTime.put(0, new int[] {4, 0});
        byTime.put(1, new int[] {7, 12});
        byTime.put(2, new int[] {30, 0});
        byTime.put(5, new int[] {3, 10});

        var joined = Joined.of(byTime, 10);

        assertThat(joined.at()).containsExactly(1, 5);
        assertThat(joined.counts()).containsExactly(new int[] {11, 12}, new int[] {33, 10});
        byTime.put(6, new int[] {0, 0});
        byTime.get(5)[1] = 3;
        byTime.get(1)[1] = 0;
        assertThat(Joined.of(byTime, 10).at()).isEmpty();
    }

    private static List<List<String>> data(Results.Report report, String key) {
        return report.figure(key).orElseThrow().data().rows();
    }

    private static org.romdoul.chart.Chart chart(Results.Report report, String key) {
        return java.util.Objects.requireNonNull(report.figure(key).orElseThrow().chart());
    }
}
