package org.romdoul.oversight;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Account;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.cases.Answer;
import org.romdoul.cases.CaseCode;
import org.romdoul.input.Digits;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.input.PlainText;
import org.romdoul.journal.Facts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Oversight keeps people out of cases by number and code, and lets them in again. It reads neither. */
@Controller
@RequestMapping("/oversight/exclusions")
class ExclusionPages {

    private final Exclusions exclusions;
    private final Accounts accounts;
    private final Facts facts;

    ExclusionPages(Exclusions exclusions, Accounts accounts, Facts facts) {
        this.exclusions = exclusions;
        this.accounts = accounts;
        this.facts = facts;
    }

    record Form(
            @Nullable String fact,
            @Nullable String code,
            @Nullable String number,
            @Nullable String reason) {}

    record Lift(@Nullable String fact, @Nullable String exclusion) {}

    @GetMapping({"", "/end"})
    String list(Actor monitor, Model model) {
        OversightPages.mustWatch(monitor);
        return page(monitor, model);
    }

    @PostMapping
    String exclude(Actor monitor, @ModelAttribute("form") Form form, BindingResult errors, Model model) {
        OversightPages.mustWatch(monitor);
        var fact = Forms.fact(form.fact());
        var typed = PlainText.required(form.code(), PlainText.LINE).in(errors, "code");
        var number = PlainText.required(form.number(), PlainText.LINE).in(errors, "number");
        var reason = Forms.required(Exclusion.Reason.class, form.reason(), errors, "reason");
        var code = typed == null ? Optional.<CaseCode>empty() : CaseCode.parse(Digits.ascii(typed));
        if (typed != null && code.isEmpty()) errors.rejectValue("code", "case.unknown");
        if (errors.hasErrors() || number == null || reason == null) return page(monitor, model);
        var answer = exclusions.exclude(monitor, fact, code.orElseThrow(), Account.numberAsTyped(number), reason);
        if (answer instanceof Answer.Refused no) {
            errors.rejectValue(no.reason().equals("case.unknown") ? "code" : "number", no.reason());
            return page(monitor, model);
        }
        return "redirect:/oversight/exclusions";
    }

    @PostMapping("/end")
    String lift(Actor monitor, @ModelAttribute("lift") Lift form, BindingResult errors, Model model) {
        OversightPages.mustWatch(monitor);
        var answer = exclusions.lift(monitor, Forms.fact(form.fact()), Forms.fact(form.exclusion()));
        if (answer instanceof Answer.Refused no) {
            errors.reject(no.reason());
            return page(monitor, model);
        }
        return "redirect:/oversight/exclusions";
    }

    private String page(Actor monitor, Model model) {
        if (!model.containsAttribute("form"))
            model.addAttribute("form", new Form(facts.id().toString(), null, null, null));
        var inForce = exclusions.inForce(monitor);
        model.addAttribute("exclusions", inForce);
        model.addAttribute(
                "people",
                accounts.byIds(inForce.stream().map(Exclusion::account).toList()));
        model.addAttribute("reasons", Option.each(Exclusion.Reason.class, "exclusion.reason"));
        model.addAttribute("fresh", facts.id().toString());
        return "oversight/exclusions";
    }
}
