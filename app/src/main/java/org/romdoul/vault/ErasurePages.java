package org.romdoul.vault;

import java.time.Clock;
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
import org.springframework.web.server.ResponseStatusException;

/** Requests for erasure, before the second person: codes and states, and the reason once she opens one. */
@Controller
class ErasurePages {

    private final Erasures erasures;
    private final Accounts accounts;
    private final Facts facts;
    private final Clock clock;

    ErasurePages(Erasures erasures, Accounts accounts, Facts facts, Clock clock) {
        this.erasures = erasures;
        this.accounts = accounts;
        this.facts = facts;
        this.clock = clock;
    }

    record Answer(@Nullable String grant) {}

    record Lift(@Nullable String fact, @Nullable String reason) {}

    @GetMapping("/erasures")
    String list(Actor actor, Model model) {
        model.addAttribute(
                "requests", erasures.of(actor).stream().map(this::shown).toList());
        return "vault/erasures";
    }

    @GetMapping({"/erasures/{id}", "/erasures/{id}/hold"})
    String one(@PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("form", new Answer(null));
        return page(id, actor, model);
    }

    private String page(UUID id, Actor actor, Model model) {
        var request = erasures.find(id, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("request", shown(request));
        model.addAttribute("reason", erasures.reason(request, actor).orElse(""));
        model.addAttribute("answerable", request.judge(actor, false) instanceof ErasureRequest.Accepted);
        model.addAttribute("liftable", request.isOpen() && request.held() && actor.role() == Role.MONITOR);
        if (!model.containsAttribute("lift"))
            model.addAttribute("lift", new Lift(facts.id().toString(), null));
        return "vault/erasure";
    }

    @PostMapping("/erasures/{id}")
    String answer(
            @PathVariable UUID id,
            Actor actor,
            @ModelAttribute("form") Answer form,
            BindingResult errors,
            Model model) {
        if (form.grant() == null) {
            errors.rejectValue("grant", "vault.erasure.choose");
            return page(id, actor, model);
        }
        if (erasures.answer(id, form.grant().equals("yes"), actor) instanceof ErasureRequest.Refused no) {
            errors.reject(no.reason());
            return page(id, actor, model);
        }
        return "redirect:/erasures/" + id;
    }

    /** Oversight lifts a hold from here: it reads no case. */
    @PostMapping("/erasures/{id}/hold")
    String lift(
            @PathVariable UUID id, Actor actor, @ModelAttribute("lift") Lift form, BindingResult errors, Model model) {
        var request = erasures.find(id, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var reason = PlainText.required(form.reason(), PlainText.PARAGRAPH).in(errors, "reason");
        if (reason != null) {
            var said = erasures.lift(request, Forms.fact(form.fact()), reason, actor);
            if (said instanceof ErasureRequest.Accepted) return "redirect:/erasures/" + id;
            if (said instanceof ErasureRequest.Refused no) errors.reject(no.reason());
        }
        model.addAttribute("form", new Answer(null));
        return page(id, actor, model);
    }

    private ErasureShown shown(ErasureRequest request) {
        var requester = accounts.byId(request.requester())
                .map(account -> account.number())
                .orElse("");
        var complete = erasures.complete(request).orElse(null);
        return new ErasureShown(
                request.id().toString(),
                requester,
                request.at(),
                state(request),
                complete,
                complete != null && !complete.isAfter(clock.instant()));
    }

    private static String state(ErasureRequest request) {
        if (request.granted() != null)
            return request.granted() ? "vault.erasure.state.granted" : "vault.erasure.state.refused";
        return request.held() ? "vault.erasure.state.held" : "vault.erasure.state.open";
    }
}
