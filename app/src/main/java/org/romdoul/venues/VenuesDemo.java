package org.romdoul.venues;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.access.Cast;
import org.romdoul.cases.CaseList;
import org.romdoul.cases.CaseLists;
import org.romdoul.cases.Cases;
import org.romdoul.demo.Demo;
import org.romdoul.input.PartialDate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Venues of the fictional country: inspected and not, with an address and without; one of them is named by a case. */
@Component
@ConditionalOnBooleanProperty("romdoul.demo")
class VenuesDemo implements Demo {

    private final Cast cast;
    private final Venues venues;
    private final Namings namings;
    private final CaseLists lists;
    private final Cases cases;
    private final Clock clock;

    VenuesDemo(Cast cast, Venues venues, Namings namings, CaseLists lists, Cases cases, Clock clock) {
        this.cast = cast;
        this.venues = venues;
        this.namings = namings;
        this.lists = lists;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 57;
    }

    // The ids follow from the words: at a second start the same facts are found.
    @Override
    public void fill() {
        var officer = cast.actor("U-102");
        cast.as(officer, () -> {
            inspected(officer, registered(officer, Venue.Kind.GUEST_HOUSE, "12", "Paper Lantern guest house"), 30);
            inspected(officer, registered(officer, Venue.Kind.KARAOKE, "12", "Silver Drum, Sample Road"), 4);
            registered(officer, Venue.Kind.BOAT, "18", null);
            return named(officer, registered(officer, Venue.Kind.BUILDING_SITE, "08", "Grey Heron brick yard"));
        });
        var social = cast.actor("U-107");
        cast.as(social, () -> registered(social, Venue.Kind.FACTORY, "17", "Reed Street sewing hall"));
    }

    private Venue registered(Actor officer, Venue.Kind kind, String place, @Nullable String address) {
        var words = address == null ? null : "Fictional: " + address;
        return venues.register(Cast.id("venue", kind.name()), kind, place, words, officer);
    }

    private void inspected(Actor officer, Venue venue, int daysAgo) {
        var happened = PartialDate.at(clock.instant().minus(Duration.ofDays(daysAgo)));
        venues.inspect(
                officer, Cast.id(venue.id().toString(), "inspection"), venue, happened, Inspection.Result.NOTHING);
    }

    private Venue named(Actor officer, Venue venue) {
        var there = new CaseList.Filter(true, false, null, null, "08", Set.of(), CaseList.Sort.OPENED, null);
        lists.of(officer, there).lines().stream()
                .limit(1)
                .map(line -> line.desk().id())
                .flatMap(id -> cases.openAll(List.of(id), officer).stream())
                .forEach(file -> namings.name(file, Cast.id(venue.id().toString(), "naming"), venue.code()));
        return venue;
    }
}
