package org.romdoul.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.input.PartialDate;
import org.romdoul.input.PlainText;
import org.romdoul.input.TypedDate;
import org.romdoul.journal.Facts;
import org.romdoul.law.Law;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** A case is opened from an allegation; an allegation is corrected, and where two hands did so at once, decided on. */
@Controller
class AllegationPages {

    private final Allegations allegations;
    private final CaseFrames frames;
    private final Facts facts;
    private final Law law;

    AllegationPages(Allegations allegations, CaseFrames frames, Facts facts, Law law) {
        this.allegations = allegations;
        this.frames = frames;
        this.facts = facts;
        this.law = law;
    }

    record Form(
            @Nullable String fact,
            @Nullable String supersedes,
            @Nullable String child,
            @Nullable List<String> acts,
            @Nullable List<String> means,
            @Nullable List<String> purposes,
            @Nullable String place,
            @Nullable TypedDate happened,
            @Nullable String words) {}

    private record Read(PartialDate happened, Allegation allegation) {}

    @GetMapping("/c/new")
    String ask(Actor actor, Model model) {
        mustOpenCases(actor);
        model.addAttribute(
                "form", new Form(facts.id().toString(), null, null, null, null, null, null, TypedDate.EMPTY, null));
        return page(null, model);
    }

    @PostMapping("/c/new")
    String open(Actor actor, @ModelAttribute("form") Form form, BindingResult errors, Model model) {
        mustOpenCases(actor);
        var fact = Forms.fact(form.fact());
        var read = read(form, errors);
        if (read == null) return page(null, model);
        return "redirect:/c/"
                + allegations
                        .open(fact, read.happened(), read.allegation(), actor)
                        .code();
    }

    @GetMapping("/c/{case}/allegation")
    String correct(OpenCase file, Model model) {
        var said = allegations.of(file);
        model.addAttribute("form", said.isEmpty() ? empty() : filled(said.getFirst()));
        return page(file, model);
    }

    @PostMapping("/c/{case}/allegation")
    String correct(OpenCase file, @ModelAttribute("form") Form form, BindingResult errors, Model model) {
        var fact = Forms.fact(form.fact());
        var read = read(form, errors);
        if (read == null) return page(file, model);
        allegations.record(file, fact, Forms.corrected(form.supersedes()), read.happened(), read.allegation());
        return "redirect:/c/" + file.code();
    }

    @PostMapping("/c/{case}/allegation/choice")
    String choose(OpenCase file, String fact, String contested, String holds) {
        var second = Forms.fact(contested);
        allegations.choose(file, Forms.fact(fact), second, second.equals(Forms.fact(holds)));
        return "redirect:/c/" + file.code();
    }

    private @Nullable Read read(Form form, BindingResult errors) {
        var child = Forms.required(Allegation.Child.class, form.child(), errors, "child");
        var words = PlainText.required(form.words(), PlainText.ACCOUNT / 2).in(errors, "words");
        var typed = form.happened() == null ? TypedDate.EMPTY : form.happened();
        var happened = typed.optional(law.today()).in(errors, "happened");
        var place = form.place() == null || form.place().isEmpty() ? null : form.place();
        if (place != null && !Provinces.isOne(place)) errors.rejectValue("place", "input.missing");
        var allegation = new Allegation(
                child == null ? Allegation.Child.UNKNOWN : child,
                Forms.all(Allegation.Act.class, form.acts()),
                Forms.all(Allegation.Means.class, form.means()),
                Forms.all(Allegation.Purpose.class, form.purposes()),
                place,
                words == null ? "" : words);
        for (var missing : allegation.missing()) errors.rejectValue(missing.field(), missing.reason());
        return errors.hasErrors() || happened == null ? null : new Read(happened, allegation);
    }

    private Form empty() {
        return new Form(facts.id().toString(), null, null, null, null, null, null, TypedDate.EMPTY, null);
    }

    private Form filled(Allegations.Said said) {
        var codes = said.codes();
        return new Form(
                facts.id().toString(),
                said.id().toString(),
                codes.child().name(),
                codes.acts().stream().map(Enum::name).toList(),
                codes.means().stream().map(Enum::name).toList(),
                codes.purposes().stream().map(Enum::name).toList(),
                codes.place(),
                TypedDate.of(said.happened()),
                said.words());
    }

    private String page(@Nullable OpenCase file, Model model) {
        if (file != null) model.addAttribute("frame", frames.of(file));
        model.addAttribute("children", Option.each(Allegation.Child.class, "allegation.child"));
        model.addAttribute("acts", Option.each(Allegation.Act.class, "allegation.act"));
        model.addAttribute("means", Option.each(Allegation.Means.class, "allegation.means"));
        model.addAttribute("purposes", Option.each(Allegation.Purpose.class, "allegation.purpose"));
        model.addAttribute("places", Provinces.options());
        return file == null ? "cases/new" : "cases/allegation";
    }

    private static void mustOpenCases(Actor actor) {
        if (!actor.role().opensCases()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
