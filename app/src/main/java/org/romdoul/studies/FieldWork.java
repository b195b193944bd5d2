package org.romdoul.studies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.romdoul.estimators.survey.Visit.Outcome;

/** How far the sheets of a study are typed in, and what they come to: a pure reading of the facts. */
public final class FieldWork {

    /** Where the sheet of a venue stands. */
    public enum State {
        AWAITED,
        ONCE,
        AGREED,
        DIFFERS,
        SETTLED;

        boolean counts() {
            return this == ONCE || this == AGREED || this == SETTLED;
        }
    }

    /** A drawn venue with what is typed of it. */
    public record Sheet(String stratum, String venue, List<Entry> entries) {

        public State state() {
            if (at(3).isPresent()) return State.SETTLED;
            if (entries.isEmpty()) return State.AWAITED;
            if (entries.size() == 1) return State.ONCE;
            return entries.get(0).said().equals(entries.get(1).said()) ? State.AGREED : State.DIFFERS;
        }

        /** What counts; nothing where the sheet is awaited or two typings differ. */
        Optional<Entry.Said> said() {
            return state().counts()
                    ? Optional.of(at(3).orElseGet(entries::getFirst).said())
                    : Optional.empty();
        }

        private Optional<Entry> at(int hand) {
            return entries.stream().filter(entry -> entry.hand() == hand).findFirst();
        }
    }

    private static final String HEAD = "stratum,venue,N_venues,outcome,observed,minors,young";

    private static final int MOST_PERSONS = 10_000;

    private final Frame frame;
    private final Draw draw;
    private final List<Sheet> sheets;

    FieldWork(Frame frame, Draw draw, List<Entry> entries) {
        this.frame = frame;
        this.draw = draw;
        var byVenue = entries.stream().collect(Collectors.groupingBy(Entry::venue));
        this.sheets = frame.strata().keySet().stream()
                .flatMap(stratum -> draw.drawn(frame, stratum).stream()
                        .map(venue -> new Sheet(stratum, venue, byVenue.getOrDefault(venue, List.of()))))
                .toList();
    }

    public List<Sheet> sheets() {
        return sheets;
    }

    public Optional<Sheet> sheet(String venue) {
        return sheets.stream().filter(sheet -> sheet.venue().equals(venue)).findFirst();
    }

    public long in(State state) {
        return sheets.stream().filter(sheet -> sheet.state() == state).count();
    }

    /** Whether every sheet says something that counts. */
    public boolean isComplete() {
        return sheets.stream().allMatch(sheet -> sheet.state().counts());
    }

    /** @return which typing comes next: the first, the second, the settling; none where the sheet is done */
    static Optional<Integer> next(Sheet sheet) {
        return switch (sheet.state()) {
            case AWAITED -> Optional.of(1);
            case ONCE -> Optional.of(2);
            case DIFFERS -> Optional.of(3);
            case AGREED, SETTLED -> Optional.empty();
        };
    }

    /** @return the venue of the reserve that comes next in a stratum, or nothing where none is left */
    Optional<String> nextReserve(Sheet sheet) {
        var mine = sheet.entries().stream()
                .map(entry -> entry.said().replacement())
                .filter(Objects::nonNull)
                .findFirst();
        if (mine.isPresent()) return mine;
        var used = used();
        return draw.reserve(frame, sheet.stratum()).stream()
                .filter(venue -> !used.contains(venue))
                .findFirst();
    }

    private Set<String> used() {
        var used = new HashSet<String>();
        for (var sheet : sheets)
            for (var entry : sheet.entries())
                if (entry.said().replacement() != null) used.add(entry.said().replacement());
        return used;
    }

    /** @return the message key of what is wrong with a typing, or nothing */
    Optional<String> refusal(Sheet sheet, UUID by, Entry.Said said) {
        var next = next(sheet);
        if (next.isEmpty()) return Optional.of("studies.entry.done");
        if (next.get() == 2 && sheet.entries().getFirst().by().equals(by))
            return Optional.of("studies.entry.same-hand");
        return impossible(sheet, said);
    }

    private Optional<String> impossible(Sheet sheet, Entry.Said said) {
        if (said.observed() > MOST_PERSONS || said.minors() > said.observed() || said.young() > said.minors())
            return Optional.of("studies.entry.more-than-all");
        var seen = said.outcome() == Outcome.OBSERVED || said.outcome() == Outcome.REPLACED;
        if (!seen && said.observed() > 0) return Optional.of("studies.entry.not-seen");
        if ((said.outcome() == Outcome.REPLACED) != (said.replacement() != null))
            return Optional.of("studies.entry.replacement");
        return said.replacement() == null || isNext(sheet, said.replacement())
                ? Optional.empty()
                : Optional.of("studies.entry.not-next");
    }

    private boolean isNext(Sheet sheet, @Nullable String replacement) {
        return nextReserve(sheet).filter(next -> next.equals(replacement)).isPresent();
    }

    /** The file that the estimate is made from, on the page and by {@code romdoul estimate survey}. */
    String visits() {
        var lines = new ArrayList<>(List.of(HEAD + (frame.hasSlots() ? ",slot_chance" : "")));
        for (var sheet : sheets) sheet.said().ifPresent(said -> lines.add(line(sheet, said)));
        return String.join("\n", lines) + "\n";
    }

    private String line(Sheet sheet, Entry.Said said) {
        var cells = new ArrayList<>(List.of(
                sheet.stratum(),
                sheet.venue(),
                String.valueOf(Objects.requireNonNull(frame.strata().get(sheet.stratum()))
                        .size()),
                said.outcome().name().toLowerCase(Locale.ROOT),
                String.valueOf(said.observed()),
                String.valueOf(said.minors()),
                String.valueOf(said.young())));
        var seen = said.replacement() == null ? sheet.venue() : said.replacement();
        if (frame.hasSlots()) cells.add(String.valueOf(1.0 / frame.slots(seen)));
        return String.join(",", cells);
    }
}
