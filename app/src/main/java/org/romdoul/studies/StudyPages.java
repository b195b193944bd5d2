package org.romdoul.studies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.chart.Words;
import org.romdoul.estimators.survey.Visit.Outcome;
import org.romdoul.input.Digits;
import org.romdoul.input.Option;
import org.romdoul.input.PlainText;
import org.romdoul.input.Typed;
import org.romdoul.journal.Facts;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Studies for researchers, and for monitors to watch. */
@Controller
@RequestMapping("/studies")
class StudyPages {

    private static final int MOST_PERSONS = 10_000;

    /** What is planned where nobody has said otherwise: a third of the stratum, two at least. */
    private static final int SHARE_DRAWN = 3;

    private final Studies studies;
    private final Estimates estimates;
    private final MessageSource messages;
    private final Facts facts;

    StudyPages(Studies studies, Estimates estimates, MessageSource messages, Facts facts) {
        this.studies = studies;
        this.estimates = estimates;
        this.messages = messages;
        this.facts = facts;
    }

    record Form(@Nullable String fact, @Nullable String title) {}

    record DrawForm(
            @Nullable String fact,
            @Nullable String sizes,
            @Nullable String file) {}

    record SheetForm(
            @Nullable String fact,
            @Nullable String outcome,
            @Nullable String observed,
            @Nullable String minors,
            @Nullable String young,
            @Nullable String kind) {}

    @GetMapping
    String all(Actor actor, Model model) {
        model.addAttribute("form", new Form(facts.id().toString(), null));
        return list(actor, model);
    }

    @PostMapping
    String begin(@ModelAttribute("form") Form form, BindingResult errors, Actor actor, Model model) {
        if (actor.role() != Role.RESEARCHER) throw notFound();
        var title = PlainText.required(form.title(), PlainText.LINE).in(errors, "title");
        if (title == null) return list(actor, model);
        return "redirect:/studies/"
                + studies.begin(fact(form.fact()), title, actor).code();
    }

    private String list(Actor actor, Model model) {
        if (!Studies.concern(actor)) throw notFound();
        model.addAttribute("studies", studies.of(actor));
        model.addAttribute("writes", actor.role() == Role.RESEARCHER);
        return "studies/studies";
    }

    @GetMapping("/{code}")
    String study(@PathVariable String code, Actor actor, Model model) {
        var open = open(code, actor);
        model.addAttribute("form", new DrawForm(facts.id().toString(), planned(open.frame()), null));
        return page(open, model);
    }

    @PostMapping("/{code}/frame")
    String frame(
            @PathVariable String code,
            @ModelAttribute("form") DrawForm form,
            BindingResult errors,
            @RequestParam("list") MultipartFile list,
            Actor actor,
            Model model)
            throws IOException {
        var open = open(code, actor);
        var frame = list.getSize() > 2L * Frame.MOST_BYTES
                ? Typed.<Frame>problem("studies.frame.long", Frame.MOST_BYTES)
                : Frame.read(new String(list.getBytes(), StandardCharsets.UTF_8));
        var read = frame.in(errors, "file");
        if (read == null) return page(open, model);
        studies.take(open, fact(form.fact()), read);
        return "redirect:/studies/" + code;
    }

    @PostMapping("/{code}/draw")
    String draw(
            @PathVariable String code,
            @ModelAttribute("form") DrawForm form,
            BindingResult errors,
            Actor actor,
            Model model) {
        var open = open(code, actor);
        var sizes = sizes(Objects.requireNonNullElse(form.sizes(), ""));
        if (sizes.isEmpty()) errors.rejectValue("sizes", "studies.draw.lines");
        else studies.draw(open, fact(form.fact()), sizes.get()).in(errors, "sizes");
        return errors.hasErrors() ? page(open, model) : "redirect:/studies/" + code;
    }

    private static String page(OpenStudy open, Model model) {
        model.addAttribute("open", open);
        return "studies/study";
    }

    private static String planned(@Nullable Frame frame) {
        if (frame == null) return "";
        return frame.strata().entrySet().stream()
                .map(one -> one.getKey() + ","
                        + Math.max(
                                Math.min(2, one.getValue().size()),
                                one.getValue().size() / SHARE_DRAWN))
                .collect(Collectors.joining("\n"));
    }

    private static Optional<Map<String, Integer>> sizes(String typed) {
        var sizes = new HashMap<String, Integer>();
        for (var line : typed.lines().filter(one -> !one.isBlank()).toList()) {
            var cells = line.strip().split("\\s*,\\s*", -1);
            if (cells.length != 2 || !(Digits.whole(cells[1], 0, MOST_PERSONS) instanceof Typed.Value<Integer> count))
                return Optional.empty();
            sizes.put(cells[0], count.value());
        }
        return sizes.isEmpty() ? Optional.empty() : Optional.of(sizes);
    }

    /** To be printed: one sheet a venue, with nothing on it that says what it is for. */
    @GetMapping("/{code}/sheets")
    String sheets(@PathVariable String code, Actor actor, Model model) {
        var open = open(code, actor);
        model.addAttribute("open", open);
        model.addAttribute("work", open.fieldWork().orElseThrow(StudyPages::notFound));
        return "studies/sheets";
    }

    @GetMapping("/{code}/v/{venue}")
    String sheet(@PathVariable String code, @PathVariable String venue, Actor actor, Model model) {
        var open = open(code, actor);
        model.addAttribute("form", new SheetForm(facts.id().toString(), null, null, null, null, null));
        return sheet(open, sheet(open, venue), model);
    }

    @PostMapping("/{code}/v/{venue}")
    String enter(
            @PathVariable String code,
            @PathVariable String venue,
            @ModelAttribute("form") SheetForm form,
            BindingResult errors,
            Actor actor,
            Model model) {
        var open = open(code, actor);
        var sheet = sheet(open, venue);
        var outcome = one(Outcome.class, form.outcome());
        if (outcome.isEmpty()) errors.rejectValue("outcome", "input.missing");
        var observed = count(form.observed(), errors, "observed");
        var minors = count(form.minors(), errors, "minors");
        var young = count(form.young(), errors, "young");
        if (outcome.isEmpty() || observed == null || minors == null || young == null) return sheet(open, sheet, model);
        var replacement = outcome.get() == Outcome.REPLACED
                ? Objects.requireNonNull(open.work()).nextReserve(sheet).orElse(null)
                : null;
        var said = new Entry.Said(outcome.get(), replacement, observed, minors, young);
        var refused = studies.enter(open, fact(form.fact()), sheet, said);
        if (refused.isEmpty()) return "redirect:/studies/" + code;
        errors.reject(refused.get());
        return sheet(open, sheet, model);
    }

    @PostMapping("/{code}/v/{venue}/recount")
    String recount(
            @PathVariable String code,
            @PathVariable String venue,
            @ModelAttribute("form") SheetForm form,
            BindingResult errors,
            Actor actor,
            Model model) {
        var open = open(code, actor);
        var sheet = sheet(open, venue);
        var kind = one(Recount.Kind.class, form.kind());
        if (kind.isEmpty()) errors.rejectValue("kind", "input.missing");
        var observed = count(form.observed(), errors, "observed");
        var minors = count(form.minors(), errors, "minors");
        var young = count(form.young(), errors, "young");
        if (kind.isEmpty() || observed == null || minors == null || young == null) return sheet(open, sheet, model);
        if (minors > observed || young > minors) {
            errors.reject("studies.entry.more-than-all");
            return sheet(open, sheet, model);
        }
        studies.recount(open, fact(form.fact()), new Recount(venue, kind.get(), observed, minors, young));
        return "redirect:/studies/" + code + "/v/" + venue;
    }

    private static String sheet(OpenStudy open, FieldWork.Sheet sheet, Model model) {
        model.addAttribute("open", open);
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "next", Objects.requireNonNull(open.work()).nextReserve(sheet).orElse(null));
        model.addAttribute("outcomes", List.copyOf(Option.each(Outcome.class, "studies.outcome")));
        model.addAttribute("kinds", List.copyOf(Option.each(Recount.Kind.class, "studies.recount.kind")));
        return "studies/sheet";
    }

    private static <E extends Enum<E>> Optional<E> one(Class<E> of, @Nullable String typed) {
        return Arrays.stream(of.getEnumConstants())
                .filter(constant -> constant.name().equals(typed))
                .findFirst();
    }

    private static @Nullable Integer count(@Nullable String typed, BindingResult errors, String field) {
        return Digits.whole(typed, 0, MOST_PERSONS).in(errors, field);
    }

    @GetMapping("/{code}/estimate")
    String estimate(@PathVariable String code, Actor actor, Locale locale, Model model) {
        var open = open(code, actor);
        var work = open.fieldWork().orElseThrow(StudyPages::notFound);
        model.addAttribute("open", open);
        model.addAttribute("fact", facts.id().toString());
        model.addAttribute("estimates", Estimates.of(work.visits(), words(locale)));
        model.addAttribute("agreement", Agreement.of(work, open.recounts()));
        model.addAttribute("position", estimates.position().orElse(null));
        return "studies/estimate";
    }

    @PostMapping("/{code}/publish")
    String publish(@PathVariable String code, @RequestParam @Nullable String fact, Actor actor) {
        studies.publish(open(code, actor), fact(fact));
        return "redirect:/studies/" + code;
    }

    @GetMapping("/{code}/visits.csv")
    ResponseEntity<String> visits(@PathVariable String code, Actor actor) {
        var work = open(code, actor).fieldWork().orElseThrow(StudyPages::notFound);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"" + code + "-visits.csv\"")
                .body(work.visits());
    }

    private Words words(Locale locale) {
        return new Words(messages, locale);
    }

    private OpenStudy open(String code, Actor actor) {
        return studies.open(code, actor).orElseThrow(StudyPages::notFound);
    }

    private static FieldWork.Sheet sheet(OpenStudy open, String venue) {
        return open.fieldWork().flatMap(work -> work.sheet(venue)).orElseThrow(StudyPages::notFound);
    }

    private UUID fact(@Nullable String typed) {
        return fact(typed, facts);
    }

    /** @return the id that a form carried, or another where it was bent */
    static UUID fact(@Nullable String typed, Facts facts) {
        try {
            return typed == null ? facts.id() : UUID.fromString(typed);
        } catch (IllegalArgumentException bent) {
            return facts.id();
        }
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
