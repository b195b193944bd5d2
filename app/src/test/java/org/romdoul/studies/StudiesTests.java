package org.romdoul.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.database.RomdoulTest;
import org.romdoul.estimators.survey.Visit.Outcome;
import org.romdoul.input.Typed;
import org.romdoul.testing.Browser;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

/** A study from the frame to the public page, by two people and a stranger. */
@RomdoulTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Staff.class)
class StudiesTests {

    private static final Visited WENT = new Visited(LocalDate.of(2026, 3, 14), "C-1");

    private static final Frame FRAME = Frame.of("A,V-1\nA,V-22\nA,V-333\nA,V-4444\nA,V-55555\nA,V-666666");

    @Autowired
    Staff staff;

    @Autowired
    Studies studies;

    @Autowired
    WebApplicationContext program;

    @LocalServerPort
    int port;

    private Actor first;
    private Actor second;

    @BeforeEach
    void twoResearchers() {
        var agency = staff.agency("research");
        first = staff.hire(agency, Role.RESEARCHER);
        second = staff.hire(agency, Role.RESEARCHER);
    }

    @Test
    void whoIsNotOfTheStudyFindsNothing() {
        var study = begun();

        for (var role : new Role[] {Role.RESEARCHER, Role.INVESTIGATOR, Role.MONITOR}) {
            var stranger = staff.hire(role);
            assertThat(as(stranger, () -> studies.open(study.code(), stranger))).isEmpty();
            assertThat(as(stranger, () -> studies.of(stranger))).isEmpty();
        }
        assertThat(as(second, () -> studies.open(study.code(), second))).isPresent();
    }

    @Test
    void aSampleIsDrawnOnceAndBeforeAnySheet() {
        var study = begun();
        taken(study);
        var open = open(study, first);

        assertThat(open.fieldWork()).isEmpty();
        assertThat(as(first, () -> studies.draw(open, UUID.randomUUID(), Map.of("A", 3), null)))
                .isInstanceOf(Typed.Value.class);
        assertThat(as(first, () -> studies.draw(open(study, first), UUID.randomUUID(), Map.of("A", 3), null)))
                .isEqualTo(Typed.problem("studies.draw.done"));
        var seed = Objects.requireNonNull(open(study, first).draw()).seed();
        as(first, () -> studies.draw(open, UUID.randomUUID(), Map.of("A", 4), null));
        assertThat(Objects.requireNonNull(open(study, first).draw()).seed()).isEqualTo(seed);
    }

    @Test
    void whatIsPublishedIsReadByAnybodyAndClosed() {
        var study = begun();
        taken(study);
        as(first, () -> studies.draw(open(study, first), UUID.randomUUID(), Map.of("A", 4), null));
        for (var sheet : open(study, first).fieldWork().orElseThrow().sheets()) {
            assertThat(enter(study, first, sheet.venue())).isTrue();
            assertThat(enter(study, first, sheet.venue())).isFalse();
            assertThat(publish(study)).isFalse();
            assertThat(enter(study, second, sheet.venue())).isTrue();
        }
        var sample = Objects.requireNonNull(open(study, first).draw());

        assertThat(publish(study)).isTrue();

        assertThat(open(study, first).mayWrite()).isFalse();
        var browser = new Browser(port);
        for (var language : new String[] {"en", "km", "vi"}) {
            var page = browser.get("/r/studies/" + study.code() + "?lang=" + language);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .doesNotContain("NaN", "studies.", "estimate.")
                    .contains(Draw.sha256(work(study)), sample.seed(), Draw.sha256(FRAME.text()))
                    .doesNotContain("V-1", "V-22");
            assertThat(browser.get("/r/rounds?lang=" + language).body()).doesNotContain("NaN", "rounds.");
        }
        assertThat(browser.get("/r/studies/" + study.code() + "?lang=en").body())
                .contains(
                        "4 sheets were typed by two people; 4 were typed the same",
                        "Sheets that say the venue was visited on a day before the sample was drawn: 4");
        assertThat(browser.get("/r/studies/00000000").statusCode()).isEqualTo(404);
        assertThat(browser.get("/studies/" + study.code()).statusCode()).isEqualTo(303);
    }

    @Test
    void everyPageOfAStudySaysInEveryLanguageWhenAVenueIsVisitedAndHowFarPeopleAgree() {
        var study = begun();
        var frame = Frame.of("A,V-1,4\nA,V-22,4\nA,V-333,4\nA,V-4444,4");
        as(first, () -> studies.take(open(study, first), UUID.randomUUID(), frame));
        as(first, () -> studies.draw(open(study, first), UUID.randomUUID(), Map.of("A", 4), null));
        for (var venue : List.of("V-1", "V-22", "V-333", "V-4444")) {
            enter(study, first, venue);
            enter(study, second, venue);
        }
        as(second, () -> {
            var open = open(study, second);
            var again = new Recount("V-1", Recount.Kind.JOINT, new Visited(WENT.day(), "C-2"), new Count(20, 0, 0));
            return studies.recount(open, UUID.randomUUID(), sheet(open, "V-1"), again);
        });
        var page = new Visitor(program, second);
        var slot = Objects.requireNonNull(open(study, first).draw()).slot(frame, "V-1");
        for (var language : List.of("en", "km", "vi"))
            for (var path : List.of("", "/sheets", "/v/V-1", "/estimate")) {
                var shown = page.get("/studies/" + study.code() + path + "?lang=" + language);
                assertThat(shown.status()).isEqualTo(200);
                assertThat(shown.text()).doesNotContain("NaN", "studies.", "estimate.");
                if (language.equals("en") && !path.equals("/estimate"))
                    assertThat(shown.text()).contains("slot " + slot + " of 4");
            }
        assertThat(page.get("/studies/" + study.code() + "/estimate?lang=en").text())
                .contains("4 sheets were typed by two people; 4 were typed the same", "At the same visit", "20 / 20");
        var stranger = new Visitor(program, staff.hire(Role.RESEARCHER));
        for (var path : List.of("", "/sheets", "/v/V-1", "/estimate"))
            assertThat(stranger.get("/studies/" + study.code() + path).status()).isEqualTo(404);
    }

    /** Another study on the same venues draws again, or follows the first on purpose: both are told. */
    @Test
    void whoeverDrawsAgainFromTheSameVenuesIsNamedAndMayVisitThemAgain() {
        var study = begun();
        taken(study);
        as(first, () -> studies.draw(open(study, first), UUID.randomUUID(), Map.of("A", 3), null));
        var next = begun();
        taken(next);
        var page = new Visitor(program, second);
        var place = "/studies/" + next.code();
        assertThat(page.get(place).text()).contains("From these venues other studies drew samples", study.code());

        var planned = page.post(
                place + "/plan",
                "fact",
                page.get(place).fact(),
                "share",
                "8",
                "margin",
                "5",
                "persons",
                "10",
                "likeness",
                "0.1");
        assertThat(planned.body()).contains("A,5</textarea>", "value=\"0.1\"");
        assertThat(page.post(place + "/plan", "fact", page.get(place).fact(), "share", "all")
                        .problems())
                .hasSize(4);

        assertThat(page.post(place + "/draw", "fact", page.get(place).fact(), "sizes", "A,3", "revisits", "NOBODY-1")
                        .problems())
                .hasSize(1);
        assertThat(page.post(place + "/draw", "fact", page.get(place).fact(), "sizes", "A,3", "revisits", study.code())
                        .to())
                .isEqualTo(place);
        var draw = Objects.requireNonNull(open(next, first).draw());
        assertThat(draw.revisits()).isEqualTo(study.code());
        assertThat(draw.drawn(FRAME, "A"))
                .isEqualTo(Objects.requireNonNull(open(study, first).draw()).drawn(FRAME, "A"));
        assertThat(page.get(place).text()).contains("whose venues are visited again");
    }

    @Test
    void aPolicyIsChosenWithAReasonOnlyWhereAVenueIsAlone() {
        var study = begun();
        taken(study);
        as(first, () -> studies.draw(open(study, first), UUID.randomUUID(), Map.of("A", 2), null));
        var venues = open(study, first).fieldWork().orElseThrow().sheets();
        var page = new Visitor(program, first);
        var place = "/studies/" + study.code();
        enter(study, first, venues.getFirst().venue());
        enter(study, second, venues.getFirst().venue());
        assertThat(page.get(place + "/estimate").text()).doesNotContain("there is no estimate until");
        assertThat(publishing(page, place))
                .startsWith("A study can be published when two people have typed every sheet");
        notSeen(study, first, venues.getLast().venue());
        notSeen(study, second, venues.getLast().venue());
        assertThat(publishing(page, place)).startsWith("Please choose first what to do about the strata");
        assertThat(page.get(place + "/estimate").text()).contains("there is no estimate until somebody chooses");
        assertThat(page.post(
                                place + "/policy",
                                "fact",
                                page.get(place + "/estimate").fact(),
                                "lonely",
                                "FAIL",
                                "reason",
                                "x")
                        .problems())
                .hasSize(1);
        assertThat(page.post(
                                place + "/policy",
                                "fact",
                                page.get(place + "/estimate").fact(),
                                "lonely",
                                "ADJUST",
                                "reason",
                                "The house was closed")
                        .to())
                .isEqualTo(place + "/estimate");
        assertThat(page.get(place + "/estimate").text()).contains("Chosen because: The house was closed");
        assertThat(page.post(place + "/publish", "fact", UUID.randomUUID().toString())
                        .to())
                .isEqualTo("/r" + place);
    }

    @Test
    void aSheetIsTypedFromThePaperAndWhatWasTypedIsKeptWhereItIsRefused() {
        var study = begun();
        taken(study);
        as(first, () -> studies.draw(open(study, first), UUID.randomUUID(), Map.of("A", 4), null));
        var work = open(study, first).fieldWork().orElseThrow();
        var venue = work.sheets().getFirst().venue();
        var other = work.sheets().getLast().venue();
        var next = work.reserve().of("A").getFirst();
        var page = new Visitor(program, first);
        var place = "/studies/" + study.code() + "/v/" + venue;

        assertThat(page.get("/studies/" + study.code() + "/sheets").text()).contains("Reserve of A, in order", next);

        var wrong = page.post(place, sheet(page.get(place).fact(), other));
        assertThat(wrong.problems())
                .containsExactly(other + " is drawn itself: it has a sheet of its own and replaces nothing");
        assertThat(wrong.body()).contains("value=\"" + other + "\"", "value=\"c-1\"", "value=\"17\"");
        assertThat(page.post(place, "fact", UUID.randomUUID().toString()).problems())
                .hasSize(6);

        var fact = page.get(place).fact();
        for (var click = 0; click < 2; click++)
            assertThat(page.post(place, sheet(fact, next.toLowerCase(Locale.ROOT)))
                            .to())
                    .isEqualTo("/studies/" + study.code());
        assertThat(open(study, first).fieldWork().orElseThrow().visits())
                .contains("A,%s,%s,6,replaced,17,2,0,A".formatted(next, venue));
        assertThat(page.post(place, sheet(UUID.randomUUID().toString(), next)).problems())
                .hasSize(1);
    }

    private static String[] sheet(String fact, String instead) {
        return new String[] {
            "fact",
            fact,
            "visited.day",
            "14",
            "visited.month",
            "3",
            "visited.year",
            "2026",
            "collector",
            "c-1",
            "outcome",
            "REPLACED",
            "instead",
            instead,
            "found",
            "A",
            "observed",
            "17",
            "minors",
            "2",
            "young",
            "0"
        };
    }

    private String work(Study study) {
        return open(study, first).fieldWork().orElseThrow().visits();
    }

    private boolean publish(Study study) {
        return as(second, () -> studies.publish(open(study, second), UUID.randomUUID()))
                .isEmpty();
    }

    private boolean enter(Study study, Actor by, String venue) {
        var open = open(study, by);
        var said = new Entry.Said(WENT, Outcome.OBSERVED, null, null, new Count(20, venue.length() % 3, 0));
        return as(by, () -> studies.enter(open, UUID.randomUUID(), sheet(open, venue), said))
                .isEmpty();
    }

    private static String publishing(Visitor page, String place) {
        var answer = page.post(place + "/publish", "fact", UUID.randomUUID().toString());
        return answer.problems().getFirst();
    }

    private void notSeen(Study study, Actor by, String venue) {
        var open = open(study, by);
        var said = new Entry.Said(null, Outcome.NOT_COMPLETED, null, null, Count.NOBODY);
        assertThat(as(by, () -> studies.enter(open, UUID.randomUUID(), sheet(open, venue), said)))
                .isEmpty();
    }

    private static Sheet sheet(OpenStudy open, String venue) {
        return open.fieldWork().flatMap(work -> work.sheet(venue)).orElseThrow();
    }

    private Study begun() {
        return as(first, () -> studies.begin(UUID.randomUUID(), "A fictional study", first));
    }

    private void taken(Study study) {
        assertThat(as(first, () -> studies.take(open(study, first), UUID.randomUUID(), FRAME)))
                .isTrue();
    }

    private OpenStudy open(Study study, Actor reader) {
        return as(reader, () -> studies.open(study.code(), reader)).orElseThrow();
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return Objects.requireNonNull(staff.as(actor, work));
    }
}
