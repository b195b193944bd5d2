package org.romdoul.studies;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.romdoul.estimators.survey.Visit.Outcome;
import org.romdoul.input.Digits;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.input.PlainText;
import org.romdoul.input.Typed;
import org.romdoul.input.TypedDate;
import org.romdoul.journal.Facts;
import org.romdoul.law.Law;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The field work of a study: sheets to print, typed in from the paper by two people, and counted again by others. */
@Controller
@RequestMapping("/studies/{code}")
class SheetPages {

    private static final int MOST_PERSONS = 10_000;

    private final Studies studies;
    private final Law law;
    private final Facts facts;

    SheetPages(Studies studies, Law law, Facts facts) {
        this.studies = studies;
        this.law = law;
        this.facts = facts;
    }

    record Form(
            @Nullable String fact,
            @Nullable String kind,
            @Nullable TypedDate visited,
            @Nullable String collector,
            @Nullable String outcome,
            @Nullable String instead,
            @Nullable String found,
            @Nullable String observed,
            @Nullable String minors,
            @Nullable String young) {}

    /** To be printed: one sheet a venue and the reserve, with nothing on them that says what they are for. */
    @GetMapping("/sheets")
    String sheets(OpenStudy open, Model model) {
        model.addAttribute("open", open);
        model.addAttribute("work", work(open));
        return "studies/sheets";
    }

    @GetMapping("/v/{venue}")
    String ask(OpenStudy open, @PathVariable String venue, Model model) {
        model.addAttribute("form", empty());
        return sheet(open, venue, model);
    }

    // A form that is refused stands at the address it was sent to: the links to other languages ask for it again.
    @GetMapping("/v/{venue}/recount")
    String askRecount(OpenStudy open, @PathVariable String venue, Model model) {
        return ask(open, venue, model);
    }

    @PostMapping("/v/{venue}")
    String enter(
            OpenStudy open,
            @PathVariable String venue,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model) {
        var fact = Forms.fact(form.fact());
        var sheet = sheet(open, venue);
        var outcome = Forms.required(Outcome.class, form.outcome(), errors, "outcome");
        var visited = outcome == Outcome.NOT_COMPLETED && nobodyWent(form) ? null : visited(form, errors);
        var instead = PlainText.optional(form.instead(), PlainText.LINE).in(errors, "instead");
        var count = count(form, errors);
        if (errors.hasErrors() || outcome == null || instead == null || count == null) return sheet(open, venue, model);
        var replacement = instead.isEmpty() ? null : work(open).reserve().code(sheet, Digits.ascii(instead));
        var said = new Entry.Said(visited, outcome, replacement, found(form, sheet), count);
        var objection = studies.enter(open, fact, sheet, said);
        if (objection.isEmpty()) return "redirect:/studies/" + open.study().code();
        objection.get().in(errors);
        return sheet(open, venue, model);
    }

    @PostMapping("/v/{venue}/recount")
    String recount(
            OpenStudy open,
            @PathVariable String venue,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model) {
        var fact = Forms.fact(form.fact());
        var sheet = sheet(open, venue);
        var kind = Forms.required(Recount.Kind.class, form.kind(), errors, "kind");
        var visited = visited(form, errors);
        var count = count(form, errors);
        if (kind == null || visited == null || count == null) return sheet(open, venue, model);
        var objection = studies.recount(open, fact, sheet, new Recount(venue, kind, visited, count));
        if (objection.isEmpty()) return "redirect:/studies/" + open.study().code() + "/v/" + venue;
        objection.get().in(errors);
        return sheet(open, venue, model);
    }

    private @Nullable Visited visited(Form form, BindingResult errors) {
        var typed = form.visited() == null ? TypedDate.EMPTY : form.visited();
        var date = typed.required(law.today()).in(errors, "visited");
        var day = date == null ? null : Visited.day(date).in(errors, "visited");
        var collector = Visited.collector(Objects.requireNonNullElse(form.collector(), ""))
                .in(errors, "collector");
        return day == null || collector == null ? null : new Visited(day, collector);
    }

    private static boolean nobodyWent(Form form) {
        var day = form.visited() == null ? TypedDate.EMPTY : form.visited();
        var number = Objects.requireNonNullElse(form.collector(), "");
        return day.isEmpty() && number.isBlank();
    }

    /** As listed is the same as not said. */
    private static @Nullable String found(Form form, Sheet sheet) {
        var found = Objects.requireNonNullElse(form.found(), "");
        return found.isEmpty() || found.equals(sheet.stratum()) ? null : found;
    }

    private static @Nullable Count count(Form form, BindingResult errors) {
        var observed = persons(form.observed()).in(errors, "observed");
        var minors = persons(form.minors()).in(errors, "minors");
        var young = persons(form.young()).in(errors, "young");
        return observed == null || minors == null || young == null ? null : new Count(observed, minors, young);
    }

    private static Typed<Integer> persons(@Nullable String typed) {
        return Digits.whole(typed, 0, MOST_PERSONS);
    }

    private Form empty() {
        return new Form(facts.id().toString(), null, TypedDate.EMPTY, null, null, null, null, null, null, null);
    }

    private static String sheet(OpenStudy open, String venue, Model model) {
        model.addAttribute("open", open);
        model.addAttribute("sheet", sheet(open, venue));
        model.addAttribute("outcomes", List.copyOf(Option.each(Outcome.class, "studies.outcome")));
        model.addAttribute("kinds", List.copyOf(Option.each(Recount.Kind.class, "studies.recount.kind")));
        model.addAttribute(
                "types",
                Objects.requireNonNull(open.frame()).strata().keySet().stream()
                        .map(stratum -> Option.text(stratum, stratum))
                        .toList());
        return "studies/sheet";
    }

    private static Sheet sheet(OpenStudy open, String venue) {
        return work(open).sheet(venue).orElseThrow(SheetPages::notFound);
    }

    private static FieldWork work(OpenStudy open) {
        return open.fieldWork().orElseThrow(SheetPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
