package org.romdoul.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.romdoul.estimators.disclosure.ReleaseGuard.Count;
import org.romdoul.publication.Released.Exposure;

/** What a second release would tell beside the first. */
class ReleasedTests {

    @Test
    void threeMorePeopleOfAYearAreTold() {
        var before = counts(crowd(40, 30), 100);
        var after = counts(crowd(43, 30), 200);

        assertThat(Released.exposures(after, before))
                .contains(new Exposure("cohorts", "2010", null, 3), new Exposure("cohorts", "2010", "stands", 3))
                .allMatch(exposure -> exposure.people() < Cells.SMALLEST)
                .noneMatch(exposure -> exposure.row().equals("2011"));
    }

    @Test
    void threePeopleWhoseConvictionWasOverturnedAreTold() {
        var before = counts(overturned(40, 20), 100);
        var people = overturned(37, 23);

        assertThat(Released.exposures(counts(people, 200), before))
                .contains(new Exposure("cohorts", "2010", "stands", 3));
    }

    @Test
    void theSameAgainAndManyMoreAreNot() {
        var before = counts(crowd(40, 30), 100);

        assertThat(Released.exposures(counts(crowd(40, 30), 200), before)).isEmpty();
        assertThat(Released.exposures(counts(crowd(60, 50), 200), before)).isEmpty();
    }

    /** Every column of a figure that counts people is known by name: none is passed over because a file was changed. */
    @Test
    void everyFigureOfTheCasesWorkedHereIsLookedAt() {
        var people = new ArrayList<>(crowd(60, 50));
        people.addAll(Crowd.times(20, Crowd.accused("2010", "2013", Stand.ACQUITTED)));
        people.addAll(Crowd.times(30, Crowd.accused("2011", null, Stand.OPEN)));

        assertThat(counts(people, 100))
                .extracting(count -> count.conditions().get("figure"))
                .contains("cohorts", "course", "waiting", "endings", "sentences");
        assertThat(counts(people, 100)).extracting(Count::conditions).doesNotHaveDuplicates();
        assertThat(counts(people, 100))
                .contains(new Count(Map.of("figure", "cohorts", "charged_in", "2010"), "%020d".formatted(100), 80));
    }

    private static List<Accused> overturned(int stands, int overturned) {
        var people = new ArrayList<>(crowd(stands, 30));
        people.addAll(Crowd.times(overturned, Crowd.accused("2010", "2012", Stand.OVERTURNED)));
        return people;
    }

    private static List<Accused> crowd(int first, int second) {
        var people = new ArrayList<>(Crowd.times(first, Crowd.accused("2010", "2011", Stand.CONVICTED_FINAL)));
        people.addAll(Crowd.times(second, Crowd.accused("2011", "2013", Stand.CONVICTED_FINAL)));
        return people;
    }

    private static List<Count> counts(List<Accused> people, long position) {
        var report = Results.report(Crowd.of(null, people), Crowd.words(Locale.UK));
        return Released.counts(report.figures(), position);
    }
}
