package org.romdoul.studies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.romdoul.estimators.survey.Visit.Outcome;
import org.romdoul.studies.Sheet.State;

/** How far the sheets of a study are typed in, and what they come to: a pure reading of the facts. */
public final class FieldWork {

    private static final String HEAD = "stratum,venue,drawn,N_venues,outcome,observed,minors,young,found_type";

    private static final int MOST_PERSONS = 10_000;

    private final Frame frame;
    private final Draw draw;
    private final List<Sheet> sheets;
    private final List<String> audited;

    FieldWork(Frame frame, Draw draw, List<Entry> entries) {
        this.frame = frame;
        this.draw = draw;
        this.audited = draw.audited(frame);
        var byVenue = entries.stream().collect(Collectors.groupingBy(Entry::venue));
        this.sheets = frame.strata().keySet().stream()
                .flatMap(stratum -> draw.drawn(frame, stratum).stream()
                        .map(venue -> new Sheet(stratum, venue, byVenue.getOrDefault(venue, List.of()))))
                .toList();
    }

    public List<Sheet> sheets() {
        return sheets;
    }

    public List<Sheet> sheets(String stratum) {
        return sheets.stream().filter(sheet -> sheet.stratum().equals(stratum)).toList();
    }

    public Optional<Sheet> sheet(String venue) {
        return sheets.stream().filter(sheet -> sheet.venue().equals(venue)).findFirst();
    }

    public long in(State state) {
        return sheets.stream().filter(sheet -> sheet.state() == state).count();
    }

    /** Whether two people typed every sheet, and it is known of each what the paper says. */
    public boolean isComplete() {
        return sheets.stream().allMatch(sheet -> sheet.state().isChecked());
    }

    /** @return drawn venues that the seed chose to be counted again */
    public List<String> audited() {
        return audited;
    }

    /** @return strata of several venues in which one was seen: it says nothing of how much the others differ */
    public List<String> lonely() {
        return frame.strata().entrySet().stream()
                .filter(stratum -> stratum.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .filter(stratum ->
                        sheets(stratum).stream().allMatch(sheet -> sheet.state().counts()))
                .filter(stratum -> visited(stratum) == 1)
                .toList();
    }

    private long visited(String stratum) {
        return sheets(stratum).stream()
                .flatMap(sheet -> sheet.said().stream())
                .filter(said -> said.outcome() != Outcome.NOT_COMPLETED)
                .count();
    }

    public Reserve reserve() {
        return new Reserve(frame, draw, sheets);
    }

    /** @return sheets that say a venue was visited before that day, on which nobody could know that it would be drawn */
    public List<Sheet> visitedBefore(LocalDate drawn) {
        return sheets.stream()
                .filter(sheet -> sheet.said()
                        .map(Entry.Said::visited)
                        .filter(visited -> visited.day().isBefore(drawn))
                        .isPresent())
                .toList();
    }

    /** @return what is wrong with a typing, or nothing */
    Optional<Objection> objection(Sheet sheet, UUID by, Entry.Said said) {
        var next = sheet.next();
        if (next.isEmpty()) return Optional.of(Objection.whole("studies.entry.done"));
        if (next.get() == 2 && sheet.entries().getFirst().by().equals(by))
            return Optional.of(Objection.whole("studies.entry.same-hand"));
        return impossible(sheet, said);
    }

    private Optional<Objection> impossible(Sheet sheet, Entry.Said said) {
        var instead = said.replacement();
        if (said.outcome() == Outcome.REPLACED && instead == null)
            return Optional.of(Objection.to("instead", "studies.instead.missing"));
        if (said.outcome() != Outcome.REPLACED && instead != null)
            return Optional.of(Objection.to("instead", "studies.instead.unneeded"));
        if (said.visited() == null && said.outcome() != Outcome.NOT_COMPLETED)
            return Optional.of(Objection.to("visited", "input.missing"));
        if (!said.wasSeen() && said.count().observed() > 0)
            return Optional.of(Objection.to("observed", "studies.entry.not-seen"));
        if (said.count().observed() > MOST_PERSONS || !said.count().isPossible())
            return Optional.of(Objection.to("minors", "studies.entry.more-than-all"));
        if (said.found() != null && !(said.wasSeen() && frame.strata().containsKey(said.found())))
            return Optional.of(Objection.to("found", "studies.found.not-seen"));
        return Optional.ofNullable(instead).flatMap(venue -> reserve().objection(sheet, venue));
    }

    /** The file that the estimate is made from, on the page and by {@code romdoul estimate survey}. */
    String visits() {
        var lines = new ArrayList<>(List.of(HEAD + (frame.hasSlots() ? ",slot_chance" : "")));
        for (var sheet : sheets) sheet.said().ifPresent(said -> lines.add(line(sheet, said)));
        return String.join("\n", lines) + "\n";
    }

    /** The venue is the one that was seen: that is the one another round may see again. */
    private String line(Sheet sheet, Entry.Said said) {
        var seen = Objects.requireNonNullElse(said.replacement(), sheet.venue());
        var cells = new ArrayList<>(List.of(
                sheet.stratum(),
                seen,
                sheet.venue(),
                String.valueOf(Objects.requireNonNull(frame.strata().get(sheet.stratum()))
                        .size()),
                said.outcome().name().toLowerCase(Locale.ROOT),
                String.valueOf(said.count().observed()),
                String.valueOf(said.count().minors()),
                String.valueOf(said.count().young()),
                Objects.requireNonNullElse(said.found(), sheet.stratum())));
        if (frame.hasSlots()) cells.add(String.valueOf(1.0 / frame.slots(seen)));
        return String.join(",", cells);
    }
}
