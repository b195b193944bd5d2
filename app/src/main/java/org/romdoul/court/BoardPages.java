package org.romdoul.court;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.input.Option;
import org.romdoul.input.TypedDate;
import org.romdoul.law.Law;
import org.romdoul.prosecution.Board;
import org.romdoul.prosecution.Custodies;
import org.romdoul.prosecution.Standing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** The board of all accused in cases the reader may open, and the list of a court's hearings for the wall. Codes only. */
@Controller
@RequestMapping("/board")
class BoardPages {

    private static final int WEEK = 7;
    private static final String PENDING = "under_appeal";

    private final Board board;
    private final Custodies custodies;
    private final Law law;

    BoardPages(Board board, Custodies custodies, Law law) {
        this.board = board;
        this.custodies = custodies;
        this.law = law;
    }

    record Filter(
            @Nullable String court,
            @Nullable String outcome,
            @Nullable String urgency,
            @Nullable String after) {}

    record Days(@Nullable String court, @Nullable TypedDate from) {}

    @GetMapping
    String board(Actor actor, @ModelAttribute("filter") Filter filter, BindingResult unused, Model model) {
        var courts = board.courts(actor);
        var court = courts.contains(text(filter.court())) ? text(filter.court()) : "";
        var outcome = outcomes().anyMatch(text(filter.outcome())::equals) ? text(filter.outcome()) : "";
        var pending = outcome.equals(PENDING);
        var urgency = urgency(filter.urgency());
        var listed = board.of(
                actor, new Board.Filter(court, pending ? "" : outcome, pending, urgency, after(filter.after())));
        var chosen = "court=" + court + "&outcome=" + outcome + "&urgency=" + urgency.name();
        model.addAttribute("rows", listed.rows().stream().map(this::row).toList());
        model.addAttribute(
                "courts", courts.stream().map(one -> Option.text(one, one)).toList());
        model.addAttribute("outcomes", outcomes().map(BoardPages::option).toList());
        model.addAttribute(
                "urgencies",
                Option.each(Board.Urgency.class, "board.urgency").stream()
                        .filter(option -> !option.value().equals("ANY"))
                        .toList());
        model.addAttribute("chosen", court);
        var next = listed.next();
        model.addAttribute(
                "next", next == null ? null : "/board?" + chosen + "&after=" + next.scope() + "." + next.label());
        model.addAttribute("first", filter.after() == null ? null : "/board?" + chosen);
        return "court/board";
    }

    @GetMapping("/list")
    String list(Actor actor, @ModelAttribute("form") Days days, BindingResult errors, Model model) {
        var courts = board.courts(actor);
        var today = law.today();
        var typed = days.from() == null ? TypedDate.EMPTY : days.from();
        var date = typed.optional(today.plusYears(1)).in(errors, "from");
        var from = date == null ? today : date.earliest().orElse(today);
        var court =
                courts.contains(text(days.court())) ? text(days.court()) : courts.isEmpty() ? "" : courts.getFirst();
        var to = from.plusDays(WEEK - 1);
        model.addAttribute(
                "courts", courts.stream().map(one -> Option.text(one, one)).toList());
        model.addAttribute("court", court);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute(
                "sittings",
                board.sittings(actor, court, from, to).stream().map(Sitting::of).toList());
        return "court/cause-list";
    }

    private BoardRow row(Board.Row row) {
        var today = law.today();
        return new BoardRow(
                row.code(),
                row.history(),
                Standing.of(row.history()),
                custodies.of(row.history()),
                row.history().next(today).orElse(null));
    }

    private static Stream<String> outcomes() {
        return Stream.of(
                "open",
                PENDING,
                "convicted",
                "overturned",
                "acquitted",
                "dismissed",
                "withdrawn",
                "not_charged",
                "unknown");
    }

    private static Option option(String outcome) {
        return outcome.equals(PENDING)
                ? Option.key(outcome, "board.pending")
                : Option.key(outcome, "court.outcome-is." + outcome.replace('_', '-'));
    }

    private static Board.Urgency urgency(@Nullable String typed) {
        return Arrays.stream(Board.Urgency.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(Board.Urgency.ANY);
    }

    private static Board.@Nullable After after(@Nullable String typed) {
        var parts = List.of(text(typed).split("\\.", -1));
        try {
            return parts.size() == 2 ? new Board.After(UUID.fromString(parts.get(0)), parts.get(1)) : null;
        } catch (IllegalArgumentException bent) {
            return null;
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
