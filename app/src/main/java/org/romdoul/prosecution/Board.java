package org.romdoul.prosecution;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.cases.CaseCode;
import org.romdoul.law.Law;
import org.romdoul.prosecution.BoardRows.Place;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The court board: every accused of every case that a reader may open, and what presses. Codes only. */
@Service
@Transactional(readOnly = true)
public class Board {

    public static final int PAGE = 25;

    private static final Duration SOON = Duration.ofDays(3);

    /** How pressing a detention is. */
    public enum Urgency {
        ANY,
        /** Held now. */
        HELD,
        /** The limit of the law ends within three days, or has ended. */
        SOON,
        /** Held past the limit. */
        PAST
    }

    /**
     * What is asked for.
     *
     * @param court code of a court that has set a hearing; empty: any
     * @param outcome {@link Outcome#code()}; empty: any
     * @param pending only where an appeal waits
     * @param after the last row of the page before
     */
    public record Filter(
            String court,
            String outcome,
            boolean pending,
            Urgency urgency,
            @Nullable After after) {

        private Filter from(Place last) {
            return new Filter(court, outcome, pending, urgency, new After(last.scope(), last.label()));
        }
    }

    /** The row that a page begins after. */
    public record After(UUID scope, String label) {}

    /** A row of it. */
    public record Row(UUID scope, CaseCode code, String label, History history) {}

    /** @param next null where this is the last page */
    public record Listed(List<Row> rows, @Nullable After next) {}

    /** A hearing on a court's list. */
    public record Sitting(CaseCode code, History history, Hearing hearing) {}

    private final BoardRows board;
    private final CourtRows rows;
    private final Custodies custodies;
    private final Law law;
    private final Clock clock;

    Board(BoardRows board, CourtRows rows, Custodies custodies, Law law, Clock clock) {
        this.board = board;
        this.rows = rows;
        this.custodies = custodies;
        this.law = law;
        this.clock = clock;
    }

    public Listed of(Actor reader, Filter filter) {
        var found = new ArrayList<Row>();
        var at = filter;
        while (true) {
            var places = board.page(reader, at, PAGE + 1);
            rows(places).stream()
                    .filter(row -> presses(row.history(), filter.urgency()))
                    .forEach(found::add);
            if (found.size() > PAGE) return new Listed(List.copyOf(found.subList(0, PAGE)), after(found.get(PAGE - 1)));
            if (places.size() <= PAGE) return new Listed(List.copyOf(found), null);
            at = filter.from(places.getLast());
        }
    }

    private static After after(Row row) {
        return new After(row.scope(), row.label());
    }

    /** @return the courts that have set hearings in cases the reader may open */
    public List<String> courts(Actor reader) {
        return board.courts(reader);
    }

    /** @return the hearings a court has set on some days, in the order of time; @param to included */
    public List<Sitting> sittings(Actor reader, String court, LocalDate from, LocalDate to) {
        // A minute is written in UTC: a day here may begin in the day before there.
        var places = board.sitting(
                reader, court, from.minusDays(1).toString(), to.plusDays(2).toString());
        return rows(places).stream()
                .flatMap(row -> row.history().all(Hearing.class).stream()
                        .filter(hearing -> hearing.court().equals(court))
                        .filter(hearing -> isOn(hearing, from, to))
                        .map(hearing -> new Sitting(row.code(), row.history(), hearing)))
                .sorted(Comparator.comparing(
                        sitting -> sitting.hearing().happened().edtf()))
                .toList();
    }

    private boolean isOn(Hearing hearing, LocalDate from, LocalDate to) {
        return custodies
                .from(hearing.happened())
                .map(moment -> LocalDate.ofInstant(moment, law.now().zone()))
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .isPresent();
    }

    private List<Row> rows(List<Place> places) {
        var histories = rows.ofCases(places.stream().map(Place::scope).collect(Collectors.toSet()));
        return places.stream()
                .map(place -> new Row(
                        place.scope(),
                        place.code(),
                        place.label(),
                        Objects.requireNonNull(histories.get(place.defendant()))))
                .toList();
    }

    private boolean presses(History history, Urgency urgency) {
        Stream<Custody> lasting = custodies.of(history).stream().filter(Custody::lasts);
        var soon = clock.instant().plus(SOON);
        return switch (urgency) {
            case ANY -> true;
            case HELD ->
                lasting.findAny().isPresent()
                        || history.all(Detention.class).size()
                                > history.all(DetentionEnd.class).size();
            case SOON -> lasting.anyMatch(custody -> !custody.due().isAfter(soon));
            case PAST -> lasting.anyMatch(Custody::isPast);
        };
    }
}
