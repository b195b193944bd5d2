package org.romdoul.studies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.chart.Words;
import org.romdoul.estimate.Answer;
import org.romdoul.estimate.ListsEstimation;
import org.romdoul.estimate.Source;
import org.romdoul.input.Forms;
import org.romdoul.input.Typed;
import org.romdoul.journal.Facts;
import org.romdoul.publication.Results;
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

/** How many there are, from a table of how lists overlap: one that somebody brings, of which nothing is kept, or this record's own. */
@Controller
@RequestMapping("/studies/overlap")
class OverlapPages {

    private static final int MOST_BYTES = 100_000;

    private final Overlaps overlaps;
    private final Estimates estimates;
    private final Facts facts;
    private final MessageSource messages;

    OverlapPages(Overlaps overlaps, Estimates estimates, Facts facts, MessageSource messages) {
        this.overlaps = overlaps;
        this.estimates = estimates;
        this.facts = facts;
        this.messages = messages;
    }

    record Form(@Nullable String file, @Nullable String fact) {}

    @GetMapping
    String ask(Actor actor, Model model) {
        refuseStrangers(actor);
        model.addAttribute("form", new Form(null, facts.id().toString()));
        return page(actor, model);
    }

    private String page(Actor actor, Model model) {
        model.addAttribute("counts", overlaps.of(actor));
        model.addAttribute("mayCount", Overlaps.exact(actor));
        return "studies/overlap";
    }

    @PostMapping("/count")
    String count(@ModelAttribute("form") Form form, BindingResult errors, Actor actor, Model model) {
        if (!Overlaps.exact(actor)) throw notFound();
        return switch (overlaps.count(Forms.fact(form.fact()), actor)) {
            case Typed.Value<Overlap>(var counted) -> "redirect:/studies/overlap/" + counted.code();
            case Typed.Problem<Overlap> none -> {
                errors.reject(none.code());
                yield page(actor, model);
            }
        };
    }

    @GetMapping("/{code}")
    String counted(@PathVariable String code, Actor actor, Locale locale, Model model) {
        var overlap = overlap(code, actor);
        model.addAttribute("overlap", overlap);
        model.addAttribute("exact", Overlaps.exact(actor));
        model.addAttribute("smallest", Results.SMALLEST);
        model.addAttribute("position", overlap.position());
        // An estimate and a hash of few unknown numbers: whoever has the other numbers tries until they fit.
        if (Overlaps.exact(actor) || overlap.isWhole())
            show(overlap.file().getBytes(StandardCharsets.UTF_8), locale, model);
        return "studies/counted";
    }

    /** The exact table, for {@code romdoul estimate mse}: not for whoever only watches. */
    @GetMapping("/{code}/lists.csv")
    ResponseEntity<String> file(@PathVariable String code, Actor actor) {
        if (!Overlaps.exact(actor)) throw notFound();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"" + code + "-lists.csv\"")
                .body(overlap(code, actor).file());
    }

    private Overlap overlap(String code, Actor actor) {
        return overlaps.find(code, actor).orElseThrow(OverlapPages::notFound);
    }

    @PostMapping
    String estimate(
            @ModelAttribute("form") Form form,
            BindingResult errors,
            @RequestParam("list") MultipartFile list,
            Actor actor,
            Locale locale,
            Model model)
            throws IOException {
        refuseStrangers(actor);
        if (list.isEmpty()) errors.rejectValue("file", "input.missing");
        else if (list.getSize() > MOST_BYTES) errors.rejectValue("file", "overlap.long");
        else {
            show(list.getBytes(), locale, model);
            model.addAttribute("position", estimates.position().orElse(null));
        }
        return page(actor, model);
    }

    private void show(byte[] file, Locale locale, Model model) {
        model.addAttribute("sha256", Source.sha256(file));
        switch (ListsEstimation.of(file, ListsEstimation.RESAMPLES, ListsEstimation.SEED)) {
            case Answer.Given given -> {
                model.addAttribute("shown", given.estimation().shown(new Words(messages, locale)));
                model.addAttribute("reasons", List.of());
            }
            case Answer.Refused refused -> model.addAttribute("reasons", refused.reasons());
        }
    }

    private static void refuseStrangers(Actor actor) {
        if (!Studies.concern(actor)) throw notFound();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
