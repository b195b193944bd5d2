package org.romdoul.evidence;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Account;
import org.romdoul.access.Accounts;
import org.romdoul.blobs.Condition;
import org.romdoul.chart.Chart;
import org.romdoul.chart.CustodyStrip;
import org.romdoul.chart.Words;
import org.romdoul.input.Codes;
import org.romdoul.input.Option;
import org.romdoul.input.PartialDate;
import org.romdoul.vault.Openings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Custody as pages show it: people by their numbers, gaps counted and drawn. */
@Component
public class CustodyViews {

    private final Accounts accounts;
    private final Limits limits;
    private final MessageSource messages;
    private final Clock clock;

    CustodyViews(Accounts accounts, Limits limits, MessageSource messages, Clock clock) {
        this.accounts = accounts;
        this.limits = limits;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * An exhibit in a list.
     *
     * @param holder staff number; empty once it has left custody
     * @param state message key's end: held, on-the-way, ended
     */
    public record Line(Exhibit exhibit, @Nullable String seal, String holder, String state, int gaps) {}

    /** An exhibit on its page. */
    public record Shown(
            Exhibit exhibit,
            @Nullable String seal,
            String holder,
            String state,
            List<Step> steps,
            List<Gap> gaps,
            List<Afterwards> afterwards) {}

    /**
     * A step of its custody.
     *
     * @param key what was done: its message key is {@code custody.step.} and this
     * @param to to whom, or empty
     */
    public record Step(
            String key,
            String by,
            String to,
            @Nullable String place,
            @Nullable String seal,
            @Nullable Found found,
            @Nullable Condition stored,
            PartialDate happened,
            Instant recordedAt) {}

    /** That a file was opened. */
    public record Told(String by, String purpose, Instant at) {}

    List<Line> lines(List<Custody> all) {
        var people = people(all);
        return all.stream()
                .map(custody -> new Line(
                        custody.exhibit(),
                        custody.seal(),
                        holder(custody, people),
                        state(custody.standing()),
                        custody.gaps(clock.instant(), limits.transit()).size()))
                .toList();
    }

    Shown shown(Custody custody, Instant now) {
        var people = people(List.of(custody));
        return new Shown(
                custody.exhibit(),
                custody.seal(),
                holder(custody, people),
                state(custody.standing()),
                steps(custody, people),
                custody.gaps(now, limits.transit()),
                custody.afterwards());
    }

    List<Told> told(List<Openings.Reading> readings) {
        var people = accounts.byIds(
                readings.stream().map(Openings.Reading::actor).distinct().toList());
        return readings.stream()
                .map(one -> new Told(number(people, one.actor()), one.purpose(), one.at()))
                .toList();
    }

    /** @return whose hand-over she is asked about, as staff numbers: "giver", "receiver" */
    Map<String, String> told(InHand inHand) {
        var last = Optional.ofNullable(inHand.standing().pending()).or(inHand::toWitness);
        return Map.of(
                "giver", last.map(one -> accounts.number(one.giver())).orElse(""),
                "receiver", last.map(HandOver::receiver).map(accounts::number).orElse(""));
    }

    /** @return a strip a custody; nothing where there is none to draw */
    Optional<Chart> strip(List<Custody> all, Locale locale) {
        if (all.isEmpty()) return Optional.empty();
        var words = new Words(messages, locale);
        var people = people(all);
        var now = clock.instant();
        var rows = new ArrayList<CustodyStrip.Row>();
        for (var custody : all) rows.add(row(custody, people, now, words));
        var gaps = rows.stream().mapToInt(row -> row.gaps().size()).sum();
        var late = rows.stream().anyMatch(row -> !row.afterwards().isEmpty());
        var whole = words.text(late ? "custody.strip.whole.afterwards" : "custody.strip.whole");
        var finding = gaps == 0 ? whole : words.text("custody.strip.gaps", gaps);
        return Optional.of(CustodyStrip.of(finding, rows, dates(all.getFirst().zone(), locale), words));
    }

    private CustodyStrip.Row row(Custody custody, Map<UUID, Account> people, Instant now, Words words) {
        var pieces = custody.spans(now).stream()
                .map(span -> new CustodyStrip.Piece(
                        span.from(),
                        span.to(),
                        span.kind() == Span.Kind.ON_THE_WAY,
                        words.text(Option.keyOf("custody.span", span.kind()), number(people, span.holder()))))
                .toList();
        var gaps = custody.gaps(now, limits.transit()).stream()
                .map(gap -> new CustodyStrip.Piece(
                        gap.from(), gap.to(), false, words.text(Option.keyOf("custody.gap", gap.kind()))))
                .toList();
        var afterwards = custody.afterwards().stream()
                .map(one -> new CustodyStrip.Piece(one.from(), one.to(), false, words.text("custody.afterwards")))
                .toList();
        return new CustodyStrip.Row(custody.exhibit().label(), pieces, gaps, afterwards);
    }

    private static Function<Instant, String> dates(ZoneId zone, Locale locale) {
        var form = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .localizedBy(locale)
                .withZone(zone);
        return form::format;
    }

    private static List<Step> steps(Custody custody, Map<UUID, Account> people) {
        var exhibit = custody.exhibit();
        var steps = new ArrayList<Step>();
        steps.add(new Step(
                "recorded",
                number(people, exhibit.by()),
                "",
                exhibit.place(),
                exhibit.seal(),
                null,
                null,
                exhibit.happened(),
                exhibit.recordedAt()));
        for (var one : custody.handOvers()) {
            steps.add(given(one, people));
            var receipt = one.receipt();
            if (receipt != null) steps.add(answered(receipt, people));
            var witnessed = one.witnessed();
            if (witnessed != null)
                steps.add(new Step(
                        "witnessed",
                        number(people, one.witness()),
                        "",
                        null,
                        null,
                        null,
                        null,
                        PartialDate.at(witnessed),
                        witnessed));
        }
        for (var one : custody.inspections())
            steps.add(new Step(
                    one.newSeal() == null ? "looked" : "sealed-again",
                    number(people, one.by()),
                    "",
                    null,
                    one.newSeal() == null ? one.seal() : one.newSeal(),
                    one.found(),
                    one.stored(),
                    one.happened(),
                    one.recordedAt()));
        steps.sort(Comparator.comparing(Step::recordedAt));
        return List.copyOf(steps);
    }

    private static Step given(HandOver one, Map<UUID, Account> people) {
        var ended = one.ended();
        return new Step(
                ended == null ? "given" : "ended-" + Codes.of(ended),
                number(people, one.giver()),
                number(people, one.receiver()),
                one.place(),
                one.seal(),
                one.found(),
                null,
                one.happened(),
                one.recordedAt());
    }

    private static Step answered(Receipt receipt, Map<UUID, Account> people) {
        return new Step(
                Codes.of(receipt.outcome()),
                number(people, receipt.by()),
                "",
                receipt.place(),
                receipt.seal(),
                receipt.found(),
                receipt.stored(),
                receipt.happened(),
                receipt.recordedAt());
    }

    private static String holder(Custody custody, Map<UUID, Account> people) {
        return number(people, custody.standing().holder());
    }

    private static String state(Standing standing) {
        if (standing.holder() == null) return "ended";
        return standing.pending() == null ? "held" : "on-the-way";
    }

    private Map<UUID, Account> people(Collection<Custody> all) {
        Set<UUID> them = new HashSet<>();
        for (var custody : all) {
            them.add(custody.exhibit().by());
            for (var one : custody.handOvers()) {
                them.add(one.giver());
                if (one.receiver() != null) them.add(one.receiver());
                if (one.witness() != null) them.add(one.witness());
            }
            for (var one : custody.inspections()) them.add(one.by());
        }
        return accounts.byIds(them);
    }

    private static String number(Map<UUID, Account> people, @Nullable UUID account) {
        var person = account == null ? null : people.get(account);
        return person == null ? "" : person.number();
    }
}
