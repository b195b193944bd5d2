package org.romdoul.oversight;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.input.PlainText;
import org.romdoul.journal.Facts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Openings of names are reviewed by samples that chance drew: each is in order, or somebody is asked. */
@Controller
@RequestMapping("/oversight/samples")
class SamplePages {

    private static final List<Integer> DAYS = List.of(7, 30, 90);

    private final Samples samples;
    private final Questions questions;
    private final Accounts accounts;
    private final Facts facts;

    SamplePages(Samples samples, Questions questions, Accounts accounts, Facts facts) {
        this.samples = samples;
        this.questions = questions;
        this.accounts = accounts;
        this.facts = facts;
    }

    record Draw(@Nullable String fact, @Nullable String days) {}

    record Form(@Nullable String fact, @Nullable String words) {}

    @GetMapping
    String list(Actor monitor, Model model) {
        OversightPages.mustWatch(monitor);
        model.addAttribute("form", new Draw(facts.id().toString(), "30"));
        return page(monitor, model);
    }

    @PostMapping
    String draw(Actor monitor, @ModelAttribute("form") Draw form, BindingResult errors, Model model) {
        OversightPages.mustWatch(monitor);
        var fact = Forms.fact(form.fact());
        var days = DAYS.stream()
                .filter(one -> String.valueOf(one).equals(form.days()))
                .findFirst();
        if (days.isEmpty()) {
            errors.rejectValue("days", "input.missing");
            return page(monitor, model);
        }
        return "redirect:/oversight/samples/" + samples.draw(monitor, fact, Duration.ofDays(days.get()));
    }

    @GetMapping("/{sample}")
    String sample(Actor monitor, @PathVariable UUID sample, Model model) {
        var found = find(monitor, sample);
        var drawn = samples.drawn(found);
        model.addAttribute("sample", found);
        model.addAttribute("drawn", drawn);
        model.addAttribute(
                "people",
                accounts.byIds(drawn.stream().map(Sample.Drawn::account).toList()));
        model.addAttribute(
                "asked",
                questions.about(drawn.stream().map(Sample.Drawn::reading).toList()));
        model.addAttribute("fresh", facts.id().toString());
        return "oversight/sample";
    }

    @GetMapping("/{sample}/{drawn}")
    String one(Actor monitor, @PathVariable UUID sample, @PathVariable UUID drawn, Model model) {
        model.addAttribute("form", new Form(facts.id().toString(), null));
        return page(find(monitor, sample, drawn), model);
    }

    @PostMapping("/{sample}/{drawn}")
    String ask(
            Actor monitor,
            @PathVariable UUID sample,
            @PathVariable UUID drawn,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model) {
        var found = find(monitor, sample, drawn);
        var fact = Forms.fact(form.fact());
        var words = PlainText.required(form.words(), PlainText.PARAGRAPH).in(errors, "words");
        if (words == null) return page(found, model);
        questions.ask(monitor, fact, Question.About.IDENTITY, found.reading(), found.account(), found.code(), words);
        return "redirect:/questions/" + fact;
    }

    @PostMapping("/{sample}/{drawn}/in-order")
    String inOrder(Actor monitor, @PathVariable UUID sample, @PathVariable UUID drawn, @RequestParam String fact) {
        samples.inOrder(monitor, Forms.fact(fact), find(monitor, sample, drawn));
        return "redirect:/oversight/samples/" + sample;
    }

    private String page(Actor monitor, Model model) {
        model.addAttribute("samples", samples.of(monitor));
        model.addAttribute(
                "periods",
                DAYS.stream()
                        .map(days -> Option.key(String.valueOf(days), "sample.days." + days))
                        .toList());
        return "oversight/samples";
    }

    private String page(Sample.Drawn drawn, Model model) {
        model.addAttribute("drawn", drawn);
        model.addAttribute("number", accounts.number(drawn.account()));
        return "oversight/drawn";
    }

    private Sample find(Actor monitor, UUID sample) {
        OversightPages.mustWatch(monitor);
        return samples.find(monitor, sample).orElseThrow(OversightPages::notFound);
    }

    private Sample.Drawn find(Actor monitor, UUID sample, UUID drawn) {
        return samples.drawn(find(monitor, sample)).stream()
                .filter(one -> one.id().equals(drawn))
                .findFirst()
                .orElseThrow(OversightPages::notFound);
    }
}
