package org.romdoul.oversight;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.input.Forms;
import org.romdoul.input.PlainText;
import org.romdoul.journal.Facts;
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

/** The monitor's pages: what was opened in an emergency, by whom and when, and a question about it. Nothing personal. */
@Controller
@RequestMapping("/oversight")
class OversightPages {

    private static final int SHOWN = 100;

    private final BreakGlass breakGlass;
    private final Questions questions;
    private final Accounts accounts;
    private final Facts facts;

    OversightPages(BreakGlass breakGlass, Questions questions, Accounts accounts, Facts facts) {
        this.breakGlass = breakGlass;
        this.questions = questions;
        this.accounts = accounts;
        this.facts = facts;
    }

    record Form(@Nullable String fact, @Nullable String words) {}

    @GetMapping
    String emergencies(Actor monitor, Model model) {
        mustWatch(monitor);
        var told = breakGlass.told(monitor, SHOWN);
        model.addAttribute("attempts", told);
        model.addAttribute(
                "people", accounts.byIds(told.stream().map(Attempt::actor).toList()));
        model.addAttribute(
                "asked", questions.about(told.stream().map(Attempt::id).toList()));
        return "oversight/emergencies";
    }

    @GetMapping("/emergencies/{attempt}")
    String ask(Actor monitor, @PathVariable UUID attempt, Model model) {
        mustWatch(monitor);
        model.addAttribute("form", new Form(facts.id().toString(), null));
        return page(find(monitor, attempt), model);
    }

    @PostMapping("/emergencies/{attempt}")
    String send(
            Actor monitor,
            @PathVariable UUID attempt,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model) {
        mustWatch(monitor);
        var about = find(monitor, attempt);
        var fact = Forms.fact(form.fact());
        var words = PlainText.required(form.words(), PlainText.PARAGRAPH).in(errors, "words");
        if (words == null) return page(about, model);
        questions.ask(monitor, fact, Question.About.EMERGENCY, about.id(), about.actor(), about.typed(), words);
        return "redirect:/questions/" + fact;
    }

    private String page(Attempt attempt, Model model) {
        model.addAttribute("attempt", attempt);
        model.addAttribute("number", accounts.number(attempt.actor()));
        model.addAttribute("question", questions.about(List.of(attempt.id())).get(attempt.id()));
        return "oversight/attempt";
    }

    private Attempt find(Actor monitor, UUID attempt) {
        return breakGlass.told(monitor, attempt).orElseThrow(OversightPages::notFound);
    }

    static void mustWatch(Actor actor) {
        if (actor.role() != Role.MONITOR) throw notFound();
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
