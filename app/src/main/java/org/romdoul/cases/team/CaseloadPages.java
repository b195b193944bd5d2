package org.romdoul.cases.team;

import org.jspecify.annotations.Nullable;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.cases.Answer;
import org.romdoul.input.Option;
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

/** A lead's people, and the work of one of them, to be handed on when she leaves. */
@Controller
@RequestMapping("/team")
class CaseloadPages {

    private final Caseloads caseloads;
    private final Accounts accounts;

    CaseloadPages(Caseloads caseloads, Accounts accounts) {
        this.caseloads = caseloads;
        this.accounts = accounts;
    }

    record Form(@Nullable String to) {}

    @GetMapping
    String people(Actor actor, Model model) {
        if (!actor.role().leads()) throw notFound();
        model.addAttribute("people", caseloads.people(actor));
        return "cases/people";
    }

    @GetMapping("/{number}")
    String caseload(Actor actor, @PathVariable String number, Model model) {
        model.addAttribute("form", new Form(null));
        return page(actor, find(actor, number), model);
    }

    // Sent twice, the second finds nothing left to move.
    @PostMapping("/{number}")
    String move(
            Actor actor,
            @PathVariable String number,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model) {
        var load = find(actor, number);
        var to = accounts.byNumber(form.to() == null ? "" : form.to());
        if (to.isEmpty()) {
            errors.rejectValue("to", "input.missing");
            return page(actor, load, model);
        }
        if (caseloads.move(actor, load, to.get()) instanceof Answer.Refused no) {
            errors.rejectValue("to", no.reason());
            return page(actor, load, model);
        }
        var left = find(actor, number);
        if (left.isEmpty()) return "redirect:/team/" + number;
        errors.rejectValue("to", "caseload.some-stayed");
        return page(actor, left, model);
    }

    private String page(Actor actor, Caseload load, Model model) {
        model.addAttribute("load", load);
        model.addAttribute(
                "colleagues",
                caseloads.people(actor).stream()
                        .filter(person -> !person.suspended() && !person.equals(load.person()))
                        .map(person -> Option.text(person.number(), person.number()))
                        .toList());
        return "cases/caseload";
    }

    private Caseload find(Actor actor, String number) {
        return caseloads.of(actor, number).orElseThrow(CaseloadPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
