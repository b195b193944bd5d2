package org.romdoul.oversight;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.input.Digits;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** A case is opened in an emergency: by its code and for a reason. Oversight is told first, and a failure says nothing. */
@Controller
@RequestMapping("/c/emergency")
class BreakGlassPages {

    private final BreakGlass breakGlass;
    private final Facts facts;

    BreakGlassPages(BreakGlass breakGlass, Facts facts) {
        this.breakGlass = breakGlass;
        this.facts = facts;
    }

    record Form(
            @Nullable String fact,
            @Nullable String code,
            @Nullable String reason,
            @Nullable String words,
            @Nullable String hours) {}

    @GetMapping
    String ask(Actor actor, Model model) {
        mustHoldCases(actor);
        model.addAttribute("form", new Form(facts.id().toString(), null, null, null, "1"));
        return page(model);
    }

    @PostMapping
    String attempt(Actor actor, @ModelAttribute("form") Form form, BindingResult errors, Model model) {
        mustHoldCases(actor);
        var fact = Forms.fact(form.fact());
        var code = PlainText.required(form.code(), PlainText.LINE).in(errors, "code");
        var reason = Forms.required(BreakGlass.Reason.class, form.reason(), errors, "reason");
        var words = PlainText.required(form.words(), PlainText.PARAGRAPH).in(errors, "words");
        var hours = Digits.whole(form.hours(), 1, BreakGlass.LONGEST).in(errors, "hours");
        if (code == null || reason == null || words == null || hours == null) return page(model);
        var opened = breakGlass.attempt(actor, fact, Digits.ascii(code), reason, words, hours);
        if (opened.isPresent()) return "redirect:/c/" + opened.get();
        errors.reject("break-glass.no");
        // The next attempt is another fact.
        model.addAttribute("next", facts.id().toString());
        return page(model);
    }

    private static String page(Model model) {
        model.addAttribute("reasons", Option.each(BreakGlass.Reason.class, "break-glass.reason"));
        model.addAttribute(
                "lengths",
                IntStream.rangeClosed(1, BreakGlass.LONGEST)
                        .mapToObj(hours -> Option.key(String.valueOf(hours), "break-glass.hours." + hours))
                        .toList());
        return "oversight/emergency";
    }

    private static void mustHoldCases(Actor actor) {
        if (!actor.role().holdsCases()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
