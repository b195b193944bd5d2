package org.romdoul.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.romdoul.chart.Words;
import org.romdoul.estimate.Answer;
import org.romdoul.estimate.VenueEstimation;
import org.romdoul.estimators.survey.LonelyVenue;
import org.romdoul.estimators.survey.Visit.Outcome;
import org.romdoul.input.Typed;
import org.romdoul.studies.Sheet.State;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What is refused, what is drawn, and what the sheets come to. */
class FieldWorkTests {

    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(2, 2);
    private static final String SEED = "00112233445566778899aabbccddeeff";

    private static final Visited WENT = new Visited(LocalDate.of(2026, 3, 14), "C-1");

    private static final Frame FRAME = frame();

    @ParameterizedTest
    @CsvSource({
        "'A;x', studies.frame.columns",
        "'A,x,1,2', studies.frame.columns",
        "'A,x,0', studies.frame.slots",
        "'A,x,many', studies.frame.slots",
        "'A,The Paper Lantern', studies.frame.code",
        "'A,x\nB,x', studies.frame.twice",
        "'stratum,venue\n', studies.frame.empty"
    })
    void refusesAFrameThatIsNone(String file, String why) {
        assertThat(Frame.read(file))
                .isInstanceOfSatisfying(
                        Typed.Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(why));
    }

    @Test
    void refusesAStratumWithOneVenueOfSeveralAndMoreThanThereAre() {
        assertThat(planned(Map.of("A", 1, "B", 2))).isEqualTo(Typed.problem("studies.draw.lonely", "A"));
        assertThat(planned(Map.of("A", 2, "B", 9))).isEqualTo(Typed.problem("studies.draw.too-many", "B", 4));
        assertThat(planned(Map.of("A", 2, "B", 2, "C", 1))).isEqualTo(Typed.problem("studies.draw.unknown", "C"));
    }

    /** printf 'seed/stratum/venue' | sha256sum, sorted: what anybody can do. */
    @Test
    void drawsTheSameVenuesFromTheSameSeedAndOthersFromAnother() {
        var draw = draw();
        var drawn = draw.drawn(FRAME, "A");

        assertThat(drawn).hasSize(3).isEqualTo(draw().drawn(FRAME, "A"));
        assertThat(draw.reserve(FRAME, "A")).hasSize(17).doesNotContainAnyElementsOf(drawn);
        assertThat(Draw.sha256(SEED + "/A/" + drawn.get(0))).isLessThan(Draw.sha256(SEED + "/A/" + drawn.get(1)));
        assertThat(new Draw("ff" + SEED.substring(2), draw.sizes(), null).drawn(FRAME, "A"))
                .isNotEqualTo(drawn);
        assertThat(Draw.of(SEED, draw.text(), null)).isEqualTo(draw);
        assertThat(Frame.of(FRAME.text())).isEqualTo(FRAME);
    }

    /** In a shell: {@code echo $((1 + 0x$(printf %s 'seed/slot/V-1' | sha256sum | cut -c1-12) % 4))}. */
    @Test
    void aVenueWithSeveralSlotsIsVisitedInOneOfThemAndWeighedForAll() {
        var lines = new StringBuilder("stratum,venue,slots\n");
        for (var i = 0; i < 200; i++) lines.append("A,V-").append(i).append(",4\n");
        lines.append("B,W-1,1\nB,W-2,1\n");
        var frame = Frame.of(lines.toString());
        var draw = new Draw(SEED, new java.util.TreeMap<>(Map.of("A", 3, "B", 2)), null);

        assertThat(draw.slot(frame, "V-1")).isEqualTo(1 + (int) (first("/slot/V-1") % 4));
        assertThat(frame.strata().getOrDefault("A", List.of()).stream()
                        .map(venue -> draw.slot(frame, venue))
                        .distinct())
                .containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThat(draw.slot(frame, "W-1")).isEqualTo(1);
        assertThat(Frame.of(frame.text())).isEqualTo(frame);
        var entries = new ArrayList<Entry>();
        for (var sheet : new FieldWork(frame, draw, List.of()).sheets())
            entries.add(entry(sheet.venue(), 1, FIRST, seen(10, sheet.stratum().equals("A") ? 4 : 1)));
        var visits = new FieldWork(frame, draw, entries).visits();
        assertThat(visits.lines()).element(0).asString().endsWith(",slot_chance");
        assertThat(visits.lines().filter(line -> line.startsWith("A,"))).allMatch(line -> line.endsWith(",0.25"));
        // 200 venues with 4 of 10 in 4 slots, 2 venues with 1 of 10 in one: (200·4·4 + 2·1) / (200·4·10 + 2·10).
        assertThat(VenueEstimation.of(
                        visits.getBytes(java.nio.charset.StandardCharsets.UTF_8), "minors", 0.95, LonelyVenue.FAIL))
                .isInstanceOfSatisfying(
                        Answer.Given.class,
                        given -> assertThat(((VenueEstimation) given.estimation())
                                        .whole()
                                        .value())
                                .isEqualTo(3202.0 / 8020, org.assertj.core.api.Assertions.within(1e-12)));
    }

    private static long first(String path) {
        return Long.parseLong(Draw.sha256(SEED + path).substring(0, 12), 16);
    }

    @Test
    void theTwoTypingsAndThoseWhoCountAgainAreHeldAgainstEachOther() {
        var venues = draw().drawn(FRAME, "A");
        var work = work(
                entry(venues.get(0), 1, FIRST, seen(12, 2)),
                entry(venues.get(0), 2, SECOND, seen(12, 2)),
                entry(venues.get(1), 1, FIRST, seen(10, 1)),
                entry(venues.get(1), 2, SECOND, seen(11, 1)),
                entry(venues.get(2), 1, FIRST, seen(9, 0)));
        var recounts = List.of(
                new Recount(venues.get(0), Recount.Kind.JOINT, null, new Count(12, 2, 0)),
                new Recount(venues.get(2), Recount.Kind.JOINT, null, new Count(9, 1, 0)),
                new Recount(venues.get(1), Recount.Kind.RANDOM, null, new Count(10, 1, 0)));

        var agreement = Agreement.of(work, recounts);

        assertThat(agreement.twice()).isEqualTo(2);
        assertThat(agreement.same()).isEqualTo(1);
        assertThat(agreement.audits())
                .as("where the typings differ, nothing counts yet that could be compared")
                .containsExactly(
                        new Agreement.Audit(Recount.Kind.JOINT, 2, 1, new Count(21, 2, 0), new Count(21, 3, 0)));
        assertThat(Agreement.of(work(), List.of()).audits()).isEmpty();
    }

    @Test
    void theSecondTypingIsSomebodyElsesAndADifferenceIsSettled() {
        var venue = draw().drawn(FRAME, "A").getFirst();
        var once = work(entry(venue, 1, FIRST, seen(12, 2)));
        var sheet = once.sheet(venue).orElseThrow();

        assertThat(why(once, sheet, FIRST, seen(12, 2))).isEqualTo("studies.entry.same-hand");
        assertThat(once.objection(sheet, SECOND, seen(12, 2))).isEmpty();
        var differs = work(entry(venue, 1, FIRST, seen(12, 2)), entry(venue, 2, SECOND, seen(12, 3)));
        assertThat(differs.sheet(venue).orElseThrow().state()).isEqualTo(State.DIFFERS);
        assertThat(differs.sheet(venue).orElseThrow().said()).isEmpty();
        var settled = work(
                entry(venue, 1, FIRST, seen(12, 2)),
                entry(venue, 2, SECOND, seen(12, 3)),
                entry(venue, 3, FIRST, seen(12, 3)));
        assertThat(settled.sheet(venue).orElseThrow().said()).contains(seen(12, 3));
        assertThat(why(settled, settled.sheet(venue).orElseThrow(), SECOND, seen(1, 0)))
                .isEqualTo("studies.entry.done");
    }

    @Test
    void refusesASheetThatCannotBe() {
        var work = work();
        var sheet = work.sheet(draw().drawn(FRAME, "A").getFirst()).orElseThrow();
        var nobody = new Count(0, 0, 0);

        assertThat(why(work, sheet, FIRST, seen(2, 3))).isEqualTo("studies.entry.more-than-all");
        assertThat(why(work, sheet, FIRST, new Entry.Said(WENT, Outcome.OUT_OF_SCOPE, null, null, new Count(4, 0, 0))))
                .isEqualTo("studies.entry.not-seen");
        assertThat(why(work, sheet, FIRST, new Entry.Said(null, Outcome.OBSERVED, null, null, nobody)))
                .isEqualTo("input.missing");
        assertThat(why(work, sheet, FIRST, new Entry.Said(null, Outcome.NOT_COMPLETED, null, null, nobody)))
                .as("nobody went, so there is no day")
                .isEmpty();
        assertThat(why(work, sheet, FIRST, new Entry.Said(WENT, Outcome.OBSERVED, null, "C", nobody)))
                .isEqualTo("studies.found.not-seen");
    }

    @Test
    void theVenueSeenInsteadIsTheOneOnThePaperAndBothHandsSayWhich() {
        var drawn = draw().drawn(FRAME, "A");
        var reserve = draw().reserve(FRAME, "A");
        var work = work();
        var sheet = work.sheet(drawn.get(0)).orElseThrow();

        assertThat(why(work, sheet, FIRST, new Entry.Said(WENT, Outcome.REPLACED, null, null, new Count(4, 0, 0))))
                .isEqualTo("studies.instead.missing");
        assertThat(why(work, sheet, FIRST, new Entry.Said(WENT, Outcome.OBSERVED, reserve.get(0), null, Count.NOBODY)))
                .isEqualTo("studies.instead.unneeded");
        assertThat(why(work, sheet, FIRST, instead(drawn.get(1)))).isEqualTo("studies.instead.drawn");
        assertThat(why(work, sheet, FIRST, instead(draw().drawn(FRAME, "B").getFirst())))
                .isEqualTo("studies.instead.not-reserve");
        assertThat(why(work, sheet, FIRST, instead(reserve.get(1))))
                .as("sheets come in any order: the one before may be on a sheet still to be typed")
                .isEmpty();
        assertThat(work.reserve().code(sheet, reserve.get(1).toLowerCase(Locale.ROOT)))
                .isEqualTo(reserve.get(1));

        var differs = work(
                entry(drawn.get(0), 1, FIRST, instead(reserve.get(0))),
                entry(drawn.get(0), 2, SECOND, instead(reserve.get(1))));
        assertThat(differs.sheet(drawn.get(0)).orElseThrow().state()).isEqualTo(State.DIFFERS);

        var typed = work(
                entry(drawn.get(0), 1, FIRST, instead(reserve.get(1))),
                entry(drawn.get(0), 2, SECOND, instead(reserve.get(1))),
                entry(drawn.get(1), 1, FIRST, seen(10, 1)));
        var other = typed.sheet(drawn.get(1)).orElseThrow();
        assertThat(why(typed, other, SECOND, instead(reserve.get(1)))).isEqualTo("studies.instead.used");
        assertThat(typed.reserve().passedOver())
                .containsExactly(new Reserve.Passed("A", reserve.get(1), List.of(reserve.get(0))));
        assertThat(typed.visits().lines())
                .contains(
                        "A,%s,%s,20,replaced,4,0,0,A".formatted(reserve.get(1), drawn.get(0)),
                        "A,%s,%s,20,observed,10,1,0,A".formatted(drawn.get(1), drawn.get(1)));
    }

    @Test
    void aVisitBeforeTheDrawIsNamed() {
        var venue = draw().drawn(FRAME, "A").getFirst();
        var work = work(entry(venue, 1, FIRST, seen(12, 2)));

        assertThat(work.visitedBefore(WENT.day().plusDays(1)))
                .extracting(Sheet::venue)
                .containsExactly(venue);
        assertThat(work.visitedBefore(WENT.day())).isEmpty();
    }

    @Test
    void whoeverCountedFirstDoesNotCountAgain() {
        var venue = draw().drawn(FRAME, "A").getFirst();
        var sheet = work(entry(venue, 1, FIRST, seen(12, 2))).sheet(venue).orElseThrow();
        var again = new Visited(WENT.day(), "C-2");

        assertThat(new Recount(venue, Recount.Kind.JOINT, WENT, new Count(12, 2, 0)).objection(sheet))
                .contains(Objection.to("collector", "studies.recount.same-collector", "C-1"));
        assertThat(new Recount(venue, Recount.Kind.JOINT, again, new Count(12, 2, 0)).objection(sheet))
                .isEmpty();
        assertThat(new Recount(venue, Recount.Kind.JOINT, again, new Count(1, 2, 0)).objection(sheet))
                .isPresent();
    }

    @Test
    void thePageAndTheCommandEstimateFromTheSameBytes() {
        var entries = new ArrayList<Entry>();
        for (var sheet : work().sheets()) entries.add(entry(sheet.venue(), 1, FIRST, seen(10, 1)));
        var visits = new FieldWork(FRAME, draw(), entries).visits();
        var words = words();

        var one = Estimates.of(visits, Policy.NONE, words).getFirst();
        var command = VenueEstimation.of(
                visits.getBytes(java.nio.charset.StandardCharsets.UTF_8), "minors", Estimates.LEVEL, LonelyVenue.FAIL);

        assertThat(command).isInstanceOfSatisfying(Answer.Given.class, given -> {
            assertThat(given.estimation().source().sha256()).isEqualTo(one.sha256());
            assertThat(given.estimation().shown(words).finding())
                    .isEqualTo(java.util.Objects.requireNonNull(one.shown()).finding());
        });
    }

    @Test
    void sheetsThatAreAwaitedGiveAReasonAndNoNumber() {
        var one = Estimates.of(work().visits(), Policy.NONE, words()).getFirst();

        assertThat(one.shown()).isNull();
        assertThat(one.reasons()).isNotEmpty();
    }

    @Test
    void twoRoundsAreComparedAndWhatIsNotShownIsSaid() {
        var before = release("BEFORE-1", round(4), null);
        var after = release("AFTER-1", round(1), null);

        var changes = RoundChange.of(before, after, words());

        assertThat(changes).extracting(RoundChange.Shown::counted).containsExactly("minors", "young");
        assertThat(changes.getFirst().finding())
                .startsWith("Minors among persons seen: 20%, then 5%; a change of -15 percentage points");
        assertThat(changes.getFirst().method().get(1)).contains("It is shown");
        assertThat(changes.get(1).method().get(1))
                .as("no young child was found")
                .contains("not shown");
        assertThat(RoundChange.of(after, before, words()).getFirst().method().get(1))
                .contains("not shown");
        assertThat(RoundChange.of(before, release("E", "stratum\n", null), words())
                        .getFirst()
                        .chart())
                .isNull();
    }

    /** Codes alone tell nothing: two samples drawn each for itself from one frame share venues too. */
    @Test
    void roundsAreThoseOfTheSameVenuesOnlyWhereThatWasPlanned() {
        var before = release("BEFORE-1", round(4), null);

        assertThat(RoundChange.of(before, release("AFTER-1", round(1), null), words())
                        .getFirst()
                        .method()
                        .getFirst())
                .contains("independent");
        assertThat(RoundChange.of(before, release("AFTER-1", round(1), "BEFORE-1"), words())
                        .getFirst()
                        .method()
                        .getFirst())
                .contains("planned to visit");
        assertThat(RoundChange.of(before, release("AFTER-1", round(1), "OTHER-1"), words())
                        .getFirst()
                        .method()
                        .getFirst())
                .contains("independent");
    }

    private static Release release(String code, String visits, @org.jspecify.annotations.Nullable String revisits) {
        var drawn = new Drawn(FIRST, new Draw(SEED, draw().sizes(), revisits), Instant.EPOCH, 1L);
        var agreement = new Agreement(5, 5, 2, 0, List.of());
        var making = new Making(drawn, Draw.sha256(FRAME.text()), FRAME.size(), List.of(), agreement, 0, 0, null);
        return new Release(code, code, visits, Policy.NONE, making, 2L);
    }

    /** printf 'seed/audit/venue' | sha256sum, sorted: a tenth, two at least. */
    @Test
    void theSeedAlsoChoosesWhichVenuesAreCountedAgain() {
        var drawn = new ArrayList<>(draw().drawn(FRAME, "A"));
        drawn.addAll(draw().drawn(FRAME, "B"));
        drawn.sort(java.util.Comparator.comparing(venue -> Draw.sha256(SEED + "/audit/" + venue)));

        assertThat(draw().audited(FRAME)).isEqualTo(drawn.subList(0, 2));
        var first = drawn.getFirst();
        var again = new Recount(first, Recount.Kind.RANDOM, null, new Count(12, 2, 0));
        var agreement = Agreement.of(work(entry(first, 1, FIRST, seen(12, 2))), List.of(again));
        assertThat(agreement.drawn()).isEqualTo(2);
        assertThat(agreement.done()).isEqualTo(1);
        assertThat(Agreement.of(agreement.twice(), agreement.same(), 2, 1, agreement.text()))
                .isEqualTo(agreement);
    }

    /** Two are drawn and one cannot be seen: no estimate, until somebody chooses what to do and says why. */
    @Test
    void aLoneVenueLeavesNoEstimateUntilSomebodyChoosesAndThatStandsAmongTheLimits() {
        var entries = new ArrayList<Entry>();
        for (var sheet : work().sheets()) entries.add(entry(sheet.venue(), 1, FIRST, seen(10, 1 + entries.size() % 2)));
        entries.removeLast();
        var lone = draw().drawn(FRAME, "B").getLast();
        entries.add(entry(lone, 1, FIRST, new Entry.Said(null, Outcome.NOT_COMPLETED, null, null, Count.NOBODY)));
        var work = new FieldWork(FRAME, draw(), entries);

        assertThat(work.lonely()).containsExactly("B");
        assertThat(Estimates.of(work.visits(), Policy.NONE, words()).getFirst().shown())
                .isNull();
        var chosen = new Policy(LonelyVenue.AVERAGE, "The house was closed.");
        assertThat(java.util.Objects.requireNonNull(Estimates.of(work.visits(), chosen, words())
                                .getFirst()
                                .shown())
                        .limits())
                .contains(
                        "Where only one venue of a stratum was seen, it adds to the error as much as the other strata do on "
                                + "average. Chosen because: The house was closed.");
        assertThat(work().lonely()).isEmpty();
    }

    /** A bar of stratum A that is a house, as those of B are: it is reported with them and weighs what it weighed. */
    @Test
    void aPlaceIsReportedAsWhatItTurnedOutToBe() {
        var entries = new ArrayList<Entry>();
        for (var sheet : work().sheets()) entries.add(entry(sheet.venue(), 1, FIRST, seen(10, 1)));
        var first = entries.removeFirst();
        entries.add(
                entry(first.venue(), 1, FIRST, new Entry.Said(WENT, Outcome.OBSERVED, null, "B", new Count(10, 7, 0))));
        var file = new VisitsFile(new FieldWork(FRAME, draw(), entries).visits());

        // One of A stands for 20/3 venues with 7 of 10, two of B for 2 each with 1 of 10: (20/3 * 7 + 4 * 1) / (20/3 *
        // 10 + 4 * 10).
        assertThat(file.survey("minors", Policy.NONE)
                        .prevalenceAmong(visit -> visit.foundType().equals("B"))
                        .value())
                .isEqualTo((20 / 3.0 * 7 + 4) / (20 / 3.0 * 10 + 40), org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void aSheetTypedOnceIsInTheEstimateAndNotYetInARelease() {
        var entries = new ArrayList<Entry>();
        for (var sheet : work().sheets()) {
            entries.add(entry(sheet.venue(), 1, FIRST, seen(10, 1)));
            entries.add(entry(sheet.venue(), 2, SECOND, seen(10, 1)));
        }
        assertThat(new FieldWork(FRAME, draw(), entries).isComplete()).isTrue();
        entries.removeLast();
        var once = new FieldWork(FRAME, draw(), entries);
        assertThat(once.isComplete()).isFalse();
        assertThat(once.visits().lines()).hasSize(6);
    }

    @Test
    void aPlanComesToVenuesOfEveryStratum() {
        // 1.96^2 0.08 0.92 / 0.02^2 = 706.8 persons, 1 + 9 x 0.1 = 1.9 times as many at 10 a venue: 134.3 venues of 24,
        // so 21 or more.
        assertThat(new Plan(0.08, 0.02, 10, 0.1).sizes(FRAME)).isEqualTo(Map.of("A", 18, "B", 4));
        assertThat(new Plan(0.08, 0.2, 10, 0.1).sizes(FRAME)).isEqualTo(Map.of("A", 2, "B", 2));
        assertThat(Plan.percent("២,៥")).isEqualTo(new Typed.Value<>(0.025));
        assertThat(Plan.percent("0")).isEqualTo(Typed.problem("studies.plan.number", 0.01, 99.9));
        assertThat(Plan.likeness("x")).isInstanceOf(Typed.Problem.class);
    }

    @Test
    void framesThatShareFewVenuesAreFramesOfSomethingElse() {
        var same = new OtherDraw("SAME-1", Instant.EPOCH, 24);
        var other = new OtherDraw("OTHER-1", Instant.EPOCH, 11);

        assertThat(OtherDraw.ofTheSameVenues(List.of(same, other), FRAME)).containsExactly(same);
        assertThat(OtherDraw.of(OtherDraw.text(List.of(same, other)))).containsExactly(same, other);
        assertThat(OtherDraw.of("")).isEmpty();
    }

    private static String round(int minors) {
        var lines = new StringBuilder("stratum,venue,N_venues,outcome,observed,minors,young\n");
        for (var i = 0; i < 30; i++) lines.append("A,V-%d,200,observed,20,%d,0\n".formatted(i, minors + i % 3 - 1));
        return lines.toString();
    }

    @Test
    void twoHundredPersonsWouldBeEnoughToSeeThePublishedFallAndAHundredWouldNot() {
        var shown = PublishedRounds.shown(words());

        assertThat(shown.fall()).isEqualTo("73%");
        assertThat(shown.fallOlder()).isEqualTo("71%");
        assertThat(shown.charts()).hasSize(4);
        assertThat(shown.charts().get(0).finding()).contains("100").contains("chance may explain the fall");
        assertThat(shown.charts().get(1).finding())
                .contains("200")
                .contains("more than chance: 1.7 to 10.8 percentage points");
    }

    static Words words() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/chart", "messages/estimate", "messages/studies");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Words(messages, Locale.UK);
    }

    private static Frame frame() {
        var lines = new StringBuilder("stratum,venue\n");
        for (var i = 0; i < 20; i++) lines.append("A,V-").append(i).append('\n');
        for (var i = 20; i < 24; i++) lines.append("B,V-").append(i).append('\n');
        return Frame.of(lines.toString());
    }

    private static Draw draw() {
        return new Draw(SEED, new java.util.TreeMap<>(Map.of("A", 3, "B", 2)), null);
    }

    private static Typed<Draw> planned(Map<String, Integer> sizes) {
        return Draw.planned(new Draw(SEED, new java.util.TreeMap<>(sizes), null), FRAME);
    }

    private static FieldWork work(Entry... entries) {
        return new FieldWork(FRAME, draw(), List.of(entries));
    }

    private static Entry entry(String venue, int hand, UUID by, Entry.Said said) {
        return new Entry(venue, hand, by, said);
    }

    private static Entry.Said seen(int observed, int minors) {
        return new Entry.Said(WENT, Outcome.OBSERVED, null, null, new Count(observed, minors, 0));
    }

    private static Entry.Said instead(String venue) {
        return new Entry.Said(WENT, Outcome.REPLACED, venue, null, new Count(4, 0, 0));
    }

    /** @return the message key of what is wrong; empty where nothing is */
    private static String why(FieldWork work, Sheet sheet, UUID by, Entry.Said said) {
        return work.objection(sheet, by, said).map(Objection::code).orElse("");
    }
}
