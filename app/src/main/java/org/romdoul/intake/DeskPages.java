package org.romdoul.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.cases.CaseCode;
import org.romdoul.cases.Cases;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
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

/** The tip desk: what waits for an answer, and what becomes of it. */
@Controller
@RequestMapping("/desk")
class DeskPages {

    private static final int SHOWN = 50;

    private final Intake intake;
    private final Cases cases;
    private final Facts facts;

    DeskPages(Intake intake, Cases cases, Facts facts) {
        this.intake = intake;
        this.cases = cases;
        this.facts = facts;
    }

    record Form(
            @Nullable String fact,
            @Nullable String outcome,
            @Nullable String known,
            @Nullable String reason) {}

    @GetMapping
    String desk(Actor actor, Model model) {
        if (!actor.role().answersTips()) throw notFound();
        model.addAttribute("waiting", intake.waiting(SHOWN));
        model.addAttribute("answered", intake.answered(SHOWN));
        return "intake/desk";
    }

    @GetMapping("/{tip}")
    String read(@PathVariable("tip") String code, Actor actor, Model model) {
        var open = open(code, actor);
        model.addAttribute("form", new Form(facts.id().toString(), null, null, null));
        return page(open, model);
    }

    @PostMapping("/{tip}")
    String decide(
            @PathVariable("tip") String code,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Actor actor,
            Model model) {
        var open = open(code, actor);
        var tip = open.tip();
        var fact = Forms.fact(form.fact());
        switch (form.outcome()) {
            case "NEW_CASE" -> {
                if (!actor.role().opensCases()) throw notFound();
                var made = intake.makeCase(tip, fact, actor);
                if (made.isPresent()) return "redirect:/c/" + made.get().code().value();
                errors.reject("desk.decided");
            }
            case "KNOWN_CASE" -> {
                var file = CaseCode.parse(form.known() == null ? "" : form.known())
                        .flatMap(known -> cases.open(known, actor));
                if (file.isEmpty()) errors.rejectValue("known", "desk.known.none");
                else if (intake.addTo(file.get(), tip, fact)) return "redirect:/desk";
                else errors.reject("desk.decided");
            }
            case "REFERRED", "CLOSED" -> {
                var reason =
                        PlainText.required(form.reason(), PlainText.PARAGRAPH).in(errors, "reason");
                if (reason != null) {
                    if (intake.end(tip, fact, Tip.Outcome.valueOf(form.outcome()), reason, actor))
                        return "redirect:/desk";
                    errors.reject("desk.decided");
                }
            }
            case null, default -> errors.rejectValue("outcome", "input.missing");
        }
        return page(open, model);
    }

    private String page(Intake.OpenTip open, Model model) {
        model.addAttribute("open", open);
        model.addAttribute("outcomes", List.copyOf(Option.each(Tip.Outcome.class, "desk.outcome")));
        return "intake/desk-tip";
    }

    private Intake.OpenTip open(String code, Actor actor) {
        return intake.open(code, actor).orElseThrow(DeskPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
