package org.romdoul.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.blobs.Condition;
import org.romdoul.evidence.Receipt.Outcome;
import org.romdoul.input.PartialDate;

/**
 * Everything the record says of who held an exhibit, and what it does not say.
 *
 * @param handOvers oldest first
 * @param inspections oldest first
 * @param zone in which a day is a day
 */
public record Custody(Exhibit exhibit, List<HandOver> handOvers, List<Inspection> inspections, ZoneId zone) {

    /** How long after it happened a step may be written down as one writes at the time. */
    private static final Duration TO_THE_DESK = Duration.ofHours(24);

    public Standing standing() {
        return Standing.of(exhibit, handOvers);
    }

    /** @return the seal it was last seen with; null where it has none */
    public @Nullable String seal() {
        var seal = exhibit.seal();
        for (var seen : observations())
            if (seen.found != Found.MISSING) seal = seen.newSeal == null ? seen.seal : seen.newSeal;
        return seal;
    }

    /** @return who held it when, without a hole, up to now or until it left custody */
    public List<Span> spans(Instant now) {
        var spans = new ArrayList<Span>();
        UUID holder = exhibit.by();
        var since = start();
        for (var handOver : handOvers) {
            var given = later(since, at(handOver));
            spans.add(new Span(since, given, Span.Kind.HELD, holder));
            if (handOver.ended() != null) return List.copyOf(spans);
            var receipt = handOver.receipt();
            since = receipt == null ? later(given, now) : later(given, at(receipt));
            spans.add(new Span(given, since, Span.Kind.ON_THE_WAY, handOver.giver()));
            if (receipt == null) return List.copyOf(spans);
            if (receipt.outcome() == Outcome.RECEIVED) holder = Objects.requireNonNull(handOver.receiver());
        }
        spans.add(new Span(since, later(since, now), Span.Kind.HELD, holder));
        return List.copyOf(spans);
    }

    /**
     * @param transit how long a hand-over may wait for the other side
     * @return what is missing, the earliest first
     */
    public List<Gap> gaps(Instant now, Duration transit) {
        return Stream.of(beginning(), onTheWay(now, transit), unseen(now), seals(), files())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Gap::from))
                .toList();
    }

    /**
     * What is told late leaves no gap: who held it is on the record. But a court must see what was written at the time and what was not.
     *
     * @return the earliest first, none touching the next
     */
    public List<Afterwards> afterwards() {
        var apart = new ArrayList<Afterwards>();
        for (var next : late()) {
            var last = apart.isEmpty() ? null : apart.getLast();
            if (last == null || last.to().isBefore(next.from())) apart.add(next);
            else apart.set(apart.size() - 1, new Afterwards(last.from(), later(last.to(), next.to())));
        }
        return List.copyOf(apart);
    }

    private List<Afterwards> late() {
        record Told(PartialDate happened, Instant recordedAt) {}
        var told = new ArrayList<>(List.of(new Told(exhibit.happened(), exhibit.recordedAt())));
        for (var one : handOvers) {
            told.add(new Told(one.happened(), one.recordedAt()));
            var receipt = one.receipt();
            if (receipt != null) told.add(new Told(receipt.happened(), receipt.recordedAt()));
        }
        for (var one : inspections) told.add(new Told(one.happened(), one.recordedAt()));
        return told.stream()
                .filter(one -> !one.happened().isUnknown())
                .filter(one -> atTheLatest(one.happened()).plus(TO_THE_DESK).isBefore(one.recordedAt()))
                .map(one -> new Afterwards(at(one.happened(), one.recordedAt()), one.recordedAt()))
                .sorted(Comparator.comparing(Afterwards::from))
                .toList();
    }

    private Instant atTheLatest(PartialDate happened) {
        return happened.precision() == PartialDate.Precision.MINUTE
                ? at(happened, Instant.MAX)
                : happened.latest().map(this::endOf).orElse(Instant.MAX);
    }

    private List<Gap> beginning() {
        var recorded = exhibit.recordedAt();
        return exhibit.happened().isUnknown() ? List.of(new Gap(recorded, recorded, Gap.Kind.NO_BEGINNING)) : List.of();
    }

    private List<Gap> onTheWay(Instant now, Duration transit) {
        var gaps = new ArrayList<Gap>();
        for (var handOver : handOvers) {
            var given = at(handOver);
            var receipt = handOver.receipt();
            if (handOver.isPending() && given.plus(transit).isBefore(now))
                gaps.add(new Gap(given, now, Gap.Kind.NOT_CONFIRMED));
            if (receipt == null) continue;
            if (receipt.happened().isCertainlyBefore(handOver.happened())
                    || at(receipt).isBefore(given)) gaps.add(new Gap(at(receipt), given, Gap.Kind.BACKWARDS));
            else if (given.plus(transit).isBefore(at(receipt)))
                gaps.add(new Gap(given, at(receipt), Gap.Kind.LONG_ON_THE_WAY));
        }
        return gaps;
    }

    private List<Gap> unseen(Instant now) {
        var gaps = new ArrayList<Gap>();
        for (var handOver : handOvers)
            if (handOver.ended() != null && handOver.witnessed() == null)
                gaps.add(new Gap(at(handOver), now, Gap.Kind.NOT_WITNESSED));
        var seen = new Seen(start(), exhibit.seal(), null, Found.INTACT, null);
        for (var next : observations()) {
            if (seen.found == Found.MISSING) gaps.add(new Gap(seen.at, next.at, Gap.Kind.NOT_INTACT));
            else if (next.found.compareTo(seen.found) > 0) gaps.add(new Gap(seen.at, next.at, Gap.Kind.NOT_INTACT));
            seen = next;
        }
        if (seen.found == Found.MISSING) gaps.add(new Gap(seen.at, now, Gap.Kind.NOT_INTACT));
        return gaps;
    }

    private List<Gap> seals() {
        if (exhibit.isFile() && exhibit.seal() == null) return List.of();
        var gaps = new ArrayList<Gap>();
        var seal = exhibit.seal();
        var since = start();
        if (seal == null) gaps.add(new Gap(since, since, Gap.Kind.NOT_SEALED));
        for (var next : observations()) {
            if (seal != null && !seal.equals(next.seal) && next.found != Found.MISSING)
                gaps.add(new Gap(since, next.at, Gap.Kind.OTHER_SEAL));
            if (next.found != Found.MISSING) seal = next.newSeal == null ? next.seal : next.newSeal;
            since = next.at;
        }
        return gaps;
    }

    private List<Gap> files() {
        var gaps = new ArrayList<Gap>();
        var since = start();
        for (var next : observations()) {
            if (next.stored == null) continue;
            if (next.stored != Condition.INTACT) gaps.add(new Gap(since, next.at, Gap.Kind.OTHER_FILE));
            since = next.at;
        }
        return gaps;
    }

    /** What somebody saw of it. */
    private record Seen(
            Instant at,
            @Nullable String seal,
            @Nullable String newSeal,
            Found found,
            @Nullable Condition stored) {}

    /** What givers, receivers and those who looked saw of it, in the order in which it was written down. */
    private List<Seen> observations() {
        record Told(Instant recordedAt, Seen seen) {}
        var told = new ArrayList<Told>();
        for (var handOver : handOvers) {
            told.add(new Told(
                    handOver.recordedAt(), new Seen(at(handOver), handOver.seal(), null, handOver.found(), null)));
            var receipt = handOver.receipt();
            if (receipt != null && receipt.found() != null)
                told.add(new Told(
                        receipt.recordedAt(),
                        new Seen(at(receipt), receipt.seal(), null, receipt.found(), receipt.stored())));
        }
        for (var one : inspections)
            told.add(new Told(
                    one.recordedAt(),
                    new Seen(
                            at(one.happened(), one.recordedAt()),
                            one.seal(),
                            one.newSeal(),
                            one.found(),
                            one.stored())));
        return told.stream()
                .sorted(Comparator.comparing(Told::recordedAt))
                .map(Told::seen)
                .toList();
    }

    /** When it was come by, as it is told; what was written down afterwards lies between that and now. */
    private Instant start() {
        return at(exhibit.happened(), exhibit.recordedAt());
    }

    private Instant at(HandOver handOver) {
        return at(handOver.happened(), handOver.recordedAt());
    }

    private Instant at(Receipt receipt) {
        return at(receipt.happened(), receipt.recordedAt());
    }

    /** A claim to the minute is taken as it is; a day that is the day of recording is that moment; else the day's beginning. */
    private Instant at(PartialDate happened, Instant recordedAt) {
        if (happened.precision() == PartialDate.Precision.MINUTE)
            return Instant.parse(happened.edtf().replace("~", "").replace("Z", ":00Z"));
        return happened.latest()
                .filter(day -> day.isBefore(LocalDate.ofInstant(recordedAt, zone)))
                .flatMap(day -> happened.earliest())
                .map(this::startOf)
                .orElse(recordedAt);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
