package org.romdoul.studies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.demo.Demo;
import org.romdoul.estimators.survey.Visit.Outcome;
import org.romdoul.journal.Facts;
import org.romdoul.law.Law;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Studies of a country that does not exist: a worked example with all that field work brings, two rounds, and one only begun. */
@Component
@ConditionalOnBooleanProperty("romdoul.demo")
class StudiesDemo implements Demo {

    private static final String FIRST_HAND = "U-110";
    private static final String SECOND_HAND = "U-112";

    private static final List<String> COLLECTORS = List.of("C-1", "C-2", "C-3");
    private static final String SUPERVISOR = "C-9";
    private static final Count ONE_MORE = new Count(1, 0, 0);

    /** One sheet in so many is mistyped once, counted again, not visited. */
    private static final int MISTYPED = 9;

    private static final int COUNTED_AGAIN = 5;
    private static final int UNUSUAL = 11;

    /**
     * Venues of a kind.
     *
     * @param all in the frame
     * @param drawn of these
     * @param slots in which each can be visited
     * @param percent of persons seen who are minors, about
     */
    private record Kind(int all, int drawn, int slots, int percent) {}

    private final Studies studies;
    private final Accounts accounts;
    private final Law law;
    private final Facts facts;

    StudiesDemo(Studies studies, Accounts accounts, Law law, Facts facts) {
        this.studies = studies;
        this.accounts = accounts;
        this.law = law;
        this.facts = facts;
    }

    @Override
    public int order() {
        return 95;
    }

    @Override
    public void fill() {
        if (!studies.releases().isEmpty()) return;
        var first = accounts.byNumber(FIRST_HAND).map(account -> account.sitsDown(facts.id()));
        var second = accounts.byNumber(SECOND_HAND).map(account -> account.sitsDown(facts.id()));
        if (first.isEmpty() || second.isEmpty()) return;
        var before =
                round("Sample Country, first round (fictional)", twoCities(12), 1, null, first.get(), second.get());
        round("Sample Country, second round (fictional)", twoCities(4), 2, before, first.get(), second.get());
        round(
                "Worked example: a study from frame to estimate (fictional)",
                example(),
                3,
                null,
                first.get(),
                second.get());
        Actors.as(first.get(), () -> studies.begin(facts.id(), "Sample Country, third round (fictional)", first.get()));
    }

    private static Map<String, Kind> twoCities(int percent) {
        return Map.of(
                "LOTUS-BAR", new Kind(90, 20, 1, percent),
                "LOTUS-HOUSE", new Kind(40, 12, 1, percent),
                "REED-BAR", new Kind(30, 10, 1, percent));
    }

    /** Nobody is found in one stratum, as it happens; the hour matters in two. */
    private static Map<String, Kind> example() {
        return Map.of(
                "HERON-GUEST", new Kind(14, 4, 1, 10),
                "LOTUS-BAR", new Kind(60, 12, 4, 9),
                "LOTUS-MASSAGE", new Kind(40, 8, 1, 0),
                "REED-BAR", new Kind(30, 8, 3, 6),
                "REED-HOUSE", new Kind(20, 6, 1, 14));
    }

    /** @param before the round whose venues are visited again; null: none */
    private Study round(
            String title, Map<String, Kind> kinds, long seed, @Nullable Study before, Actor first, Actor second) {
        var chance = new SplittableRandom(seed);
        var study = Actors.as(first, () -> studies.begin(id(), title, first));
        var sizes = new LinkedHashMap<String, Integer>();
        kinds.forEach((stratum, kind) -> sizes.put(stratum, kind.drawn()));
        Actors.as(first, () -> studies.take(open(study, first), id(), frame(kinds)));
        Actors.as(
                first,
                () -> studies.draw(open(study, first), id(), sizes, before == null ? null : open(before, first)));
        var number = 0;
        for (var sheet : Actors.as(
                first, () -> open(study, first).fieldWork().orElseThrow().sheets())) {
            var percent =
                    java.util.Objects.requireNonNull(kinds.get(sheet.stratum())).percent();
            var visited = new Visited(law.today(), COLLECTORS.get(number++ % COLLECTORS.size()));
            var said = seen(visited, number, percent, chance);
            if (said.outcome() == Outcome.REPLACED) said = said.at(next(study, sheet, first));
            type(study, sheet.venue(), said, number, first, second);
        }
        Actors.as(first, () -> studies.publish(open(study, first), id()));
        return study;
    }

    private void type(Study study, String venue, Entry.Said said, int number, Actor first, Actor second) {
        var chosen = Actors.as(
                first, () -> open(study, first).fieldWork().orElseThrow().audited());
        var count = said.count();
        var slip = number % MISTYPED == 0 && said.wasSeen();
        enter(study, venue, said, first);
        enter(study, venue, slip ? said.with(count.plus(ONE_MORE)) : said, second);
        if (slip) enter(study, venue, said, first);
        if ((number % COUNTED_AGAIN == 0 || chosen.contains(venue)) && said.wasSeen()) {
            var kind = Recount.Kind.values()[number % Recount.Kind.values().length];
            var fewer = number % 2 == 0 && count.minors() > count.young() ? 1 : 0;
            var again = new Count(count.observed(), count.minors() - fewer, count.young());
            var recount = new Recount(venue, kind, new Visited(law.today(), SUPERVISOR), again);
            Actors.as(second, () -> {
                var open = open(study, second);
                return studies.recount(open, id(), sheet(open, venue), recount);
            });
        }
    }

    private void enter(Study study, String venue, Entry.Said said, Actor by) {
        Actors.as(by, () -> {
            var open = open(study, by);
            return studies.enter(open, id(), sheet(open, venue), said);
        });
    }

    private String next(Study study, Sheet sheet, Actor by) {
        return Actors.as(by, () -> {
            var work = open(study, by).fieldWork().orElseThrow();
            return work.reserve().of(sheet.stratum()).stream()
                    .filter(venue -> work.reserve().objection(sheet, venue).isEmpty())
                    .findFirst()
                    .orElseThrow();
        });
    }

    private static Sheet sheet(OpenStudy open, String venue) {
        return open.fieldWork().orElseThrow().sheet(venue).orElseThrow();
    }

    private static Entry.Said seen(Visited visited, int number, int percent, SplittableRandom chance) {
        var outcome = number % UNUSUAL == 0
                ? Outcome.values()[1 + number / UNUSUAL % (Outcome.values().length - 1)]
                : Outcome.OBSERVED;
        if (outcome == Outcome.NOT_COMPLETED || outcome == Outcome.OUT_OF_SCOPE)
            return new Entry.Said(visited, outcome, null, null, Count.NOBODY);
        var observed = 4 + chance.nextInt(16);
        var minors = count(observed, percent, chance);
        return new Entry.Said(visited, outcome, null, null, new Count(observed, minors, count(minors, 7, chance)));
    }

    private static int count(int of, int percent, SplittableRandom chance) {
        return (int) IntStream.range(0, of)
                .filter(i -> chance.nextInt(100) < percent)
                .count();
    }

    private OpenStudy open(Study study, Actor by) {
        return studies.open(study.code(), by).orElseThrow();
    }

    private UUID id() {
        return facts.id();
    }

    private static Frame frame(Map<String, Kind> kinds) {
        var lines = new StringBuilder();
        new TreeMap<>(kinds)
                .forEach((stratum, kind) -> IntStream.rangeClosed(1, kind.all())
                        .forEach(
                                i -> lines.append("%s,%s-%d,%d\n".formatted(stratum, stratum, 100 + i, kind.slots()))));
        return Frame.of(lines.toString());
    }
}
