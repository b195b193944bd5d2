package org.romdoul.studies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.input.Digits;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.input.PlainText;
import org.romdoul.input.Typed;
import org.romdoul.journal.Facts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Studies for researchers, and for monitors to watch: begun, their frame taken, their sample planned and drawn. */
@Controller
@RequestMapping("/studies")
class StudyPages {

    private static final int MOST_VENUES = 10_000;

    private final Studies studies;
    private final Facts facts;

    StudyPages(Studies studies, Facts facts) {
        this.studies = studies;
        this.facts = facts;
    }

    record Form(@Nullable String fact, @Nullable String title) {}

    record DrawForm(
            @Nullable String fact,
            @Nullable String file,
            @Nullable String share,
            @Nullable String margin,
            @Nullable String persons,
            @Nullable String likeness,
            @Nullable String sizes,
            @Nullable String revisits) {

        DrawForm withSizes(String planned) {
            return new DrawForm(fact, file, share, margin, persons, likeness, planned, revisits);
        }
    }

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
                + studies.begin(Forms.fact(form.fact()), title, actor).code();
    }

    private String list(Actor actor, Model model) {
        if (!Studies.concern(actor)) throw notFound();
        model.addAttribute("studies", studies.of(actor));
        model.addAttribute("writes", actor.role() == Role.RESEARCHER);
        return "studies/studies";
    }

    // A form that is refused stands at the address it was sent to: the links to other languages ask for it again.
    @GetMapping({"/{code}", "/{code}/frame", "/{code}/plan", "/{code}/draw"})
    String study(OpenStudy open, Model model) {
        model.addAttribute("form", new DrawForm(facts.id().toString(), null, null, null, null, null, null, null));
        return page(open, model);
    }

    @PostMapping("/{code}/frame")
    String frame(
            OpenStudy open,
            @ModelAttribute("form") DrawForm form,
            BindingResult errors,
            @RequestParam("list") MultipartFile list,
            Model model)
            throws IOException {
        var fact = Forms.fact(form.fact());
        var frame = list.getSize() > 2L * Frame.MOST_BYTES
                ? Typed.<Frame>problem("studies.frame.long", Frame.MOST_BYTES)
                : Frame.read(new String(list.getBytes(), StandardCharsets.UTF_8));
        var read = frame.in(errors, "file");
        if (read == null) return page(open, model);
        studies.take(open, fact, read);
        return place(open);
    }

    /** Nothing is recorded: the sizes that a plan comes to are proposed for the draw. */
    @PostMapping("/{code}/plan")
    String plan(OpenStudy open, @ModelAttribute("form") DrawForm form, BindingResult errors, Model model) {
        var frame = open.frame();
        if (frame == null) throw notFound();
        var share = Plan.percent(form.share()).in(errors, "share");
        var margin = Plan.percent(form.margin()).in(errors, "margin");
        var persons = Plan.persons(form.persons()).in(errors, "persons");
        var likeness = Plan.likeness(form.likeness()).in(errors, "likeness");
        if (share == null || margin == null || persons == null || likeness == null) return page(open, model);
        var sizes = new Plan(share, margin, persons, likeness).sizes(frame);
        model.addAttribute("form", form.withSizes(lines(sizes)));
        model.addAttribute(
                "planned", sizes.values().stream().mapToInt(Integer::intValue).sum());
        return page(open, model);
    }

    @PostMapping("/{code}/draw")
    String draw(OpenStudy open, @ModelAttribute("form") DrawForm form, BindingResult errors, Model model) {
        var fact = Forms.fact(form.fact());
        var sizes = sizes(Objects.requireNonNullElse(form.sizes(), ""));
        if (sizes.isEmpty()) errors.rejectValue("sizes", "studies.draw.lines");
        var revisits = Objects.requireNonNullElse(form.revisits(), "");
        var revisited = revisitable(open, studies.others(open)).stream()
                .filter(study -> study.study().code().equals(revisits))
                .findFirst();
        if (!revisits.isEmpty() && revisited.isEmpty()) errors.rejectValue("revisits", "input.missing");
        if (errors.hasErrors()) return page(open, model);
        studies.draw(open, fact, sizes.orElseThrow(), revisited.orElse(null)).in(errors, "sizes");
        return errors.hasErrors() ? page(open, model) : place(open);
    }

    private static String place(OpenStudy open) {
        return "redirect:/studies/" + open.study().code();
    }

    private String page(OpenStudy open, Model model) {
        var others = studies.others(open);
        model.addAttribute("open", open);
        model.addAttribute("others", others);
        model.addAttribute(
                "revisitable",
                revisitable(open, others).stream()
                        .map(OpenStudy::study)
                        .map(study -> Option.text(study.code(), study.code() + " · " + study.title()))
                        .toList());
        return "studies/study";
    }

    /** Studies of the same venues that she may read: their seeds are known to her. */
    private List<OpenStudy> revisitable(OpenStudy open, List<OtherDraw> others) {
        return others.stream()
                .flatMap(other -> studies.open(other.study(), open.reader()).stream())
                .toList();
    }

    private static String lines(Map<String, Integer> sizes) {
        return sizes.entrySet().stream()
                .map(one -> one.getKey() + "," + one.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Optional<Map<String, Integer>> sizes(String typed) {
        var sizes = new HashMap<String, Integer>();
        for (var line : typed.lines().filter(one -> !one.isBlank()).toList()) {
            var cells = line.strip().split("\\s*,\\s*", -1);
            if (cells.length != 2 || !(Digits.whole(cells[1], 0, MOST_VENUES) instanceof Typed.Value<Integer> count))
                return Optional.empty();
            sizes.put(cells[0], count.value());
        }
        return sizes.isEmpty() ? Optional.empty() : Optional.of(sizes);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
