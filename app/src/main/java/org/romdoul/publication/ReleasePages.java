package org.romdoul.publication;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.chart.Words;
import org.romdoul.input.Forms;
import org.romdoul.input.Typed;
import org.romdoul.journal.Facts;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What may be released: researchers release it, monitors read it before. */
@Controller
@RequestMapping("/results")
class ReleasePages {

    private final Results results;
    private final Releases releases;
    private final Facts facts;
    private final MessageSource messages;

    ReleasePages(Results results, Releases releases, Facts facts, MessageSource messages) {
        this.results = results;
        this.releases = releases;
        this.facts = facts;
        this.messages = messages;
    }

    record Form(@Nullable String fact, @Nullable String docket) {}

    @GetMapping
    String all(Actor actor, Model model) {
        model.addAttribute("form", new Form(null, null));
        return page(actor, model);
    }

    @PostMapping
    String release(@ModelAttribute("form") Form form, BindingResult errors, Actor actor, Model model) {
        if (!Releases.mayRelease(actor)) throw notFound();
        return switch (releases.release(Forms.fact(form.fact()), docket(form.docket()), actor)) {
            case Typed.Value<Release>(var release) -> "redirect:/r/releases/" + release.code();
            case Typed.Problem<Release>(var code, var arguments) -> {
                errors.reject(code, arguments.toArray(), null);
                yield page(actor, model);
            }
        };
    }

    private String page(Actor actor, Model model) {
        refuseStrangers(actor);
        model.addAttribute("dockets", results.dockets());
        model.addAttribute("ids", (Supplier<String>) () -> facts.id().toString());
        model.addAttribute("releases", releases.all());
        model.addAttribute("writes", Releases.mayRelease(actor));
        model.addAttribute("smallest", Cells.SMALLEST);
        return "publication/releases";
    }

    /** What would be released now; small numbers are not in it, but it changes from day to day. */
    @GetMapping("/here")
    String here(Actor actor, Locale locale, Model model) {
        refuseStrangers(actor);
        model.addAttribute("report", results.here(new Words(messages, locale)));
        model.addAttribute("release", null);
        model.addAttribute("earlier", List.of());
        model.addAttribute("smallest", Cells.SMALLEST);
        model.addAttribute("place", null);
        return "publication/report";
    }

    private @Nullable Docket docket(@Nullable String code) {
        return code == null || code.isEmpty() ? null : results.docket(code).orElseThrow(ReleasePages::notFound);
    }

    private static void refuseStrangers(Actor actor) {
        if (!Releases.concern(actor)) throw notFound();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
