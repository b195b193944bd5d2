package org.romdoul.access;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.server.ResponseStatusException;

/** Accounts and agencies, for administrators; for everybody else these pages are not there. */
@Controller
class AdministrationPages {

    private final Administration administration;
    private final Accounts accounts;
    private final Facts facts;

    AdministrationPages(Administration administration, Accounts accounts, Facts facts) {
        this.administration = administration;
        this.accounts = accounts;
        this.facts = facts;
    }

    record NewAccount(
            @Nullable String fact,
            @Nullable String agency,
            @Nullable String number,
            @Nullable String role,
            @Nullable String name,
            @Nullable String language) {}

    record NewAgency(
            @Nullable String code,
            @Nullable String kind,
            @Nullable String name) {}

    record Reset(@Nullable String fact) {}

    @GetMapping("/accounts")
    String list(Actor actor, Model model) {
        model.addAttribute("offices", administration.offices(administrator(actor)));
        model.addAttribute("mayAddAgencies", administration.mayAddAgencies(actor));
        return "access/accounts";
    }

    @GetMapping("/accounts/new")
    String askAccount(Actor actor, Model model) {
        model.addAttribute("form", new NewAccount(facts.id().toString(), null, null, null, null, "en"));
        return accountForm(administrator(actor), model);
    }

    @PostMapping("/accounts/new")
    String add(Actor actor, @ModelAttribute("form") NewAccount form, BindingResult errors, Model model) {
        administrator(actor);
        var name = PlainText.required(form.name(), PlainText.LINE).in(errors, "name");
        var role = Forms.required(Role.class, form.role(), errors, "role");
        var typed = said(form.number()).strip();
        if (errors.hasErrors() || name == null || role == null) return accountForm(actor, model);
        var answer = administration.add(
                actor,
                Forms.fact(form.fact()),
                said(form.agency()),
                typed.isEmpty() ? "" : Account.numberAsTyped(typed),
                role,
                name,
                Accounts.LANGUAGES.contains(said(form.language())) ? said(form.language()) : "en");
        return switch (answer) {
            case Accounts.Added added -> shown(added.account().number(), added.password(), model);
            case Accounts.Refused no -> {
                if (no.reason().startsWith("access.number")) errors.rejectValue("number", no.reason());
                else if (no.reason().startsWith("access.agency")) errors.rejectValue("agency", no.reason());
                else errors.reject(no.reason());
                yield accountForm(actor, model);
            }
        };
    }

    @GetMapping("/accounts/{number}")
    String one(Actor actor, @PathVariable String number, Model model) {
        var account = find(actor, number);
        model.addAttribute("account", account);
        model.addAttribute("standing", accounts.standing(account.id()));
        model.addAttribute("form", new Reset(facts.id().toString()));
        return "access/account-of";
    }

    @PostMapping("/accounts/{number}/reset")
    String reset(Actor actor, @PathVariable String number, @ModelAttribute("form") Reset form, Model model) {
        var account = find(actor, number);
        return accounts.reset(Forms.fact(form.fact()), account.number(), actor.account())
                .map(password -> shown(account.number(), password, model))
                .orElse("redirect:/accounts/" + account.number());
    }

    @PostMapping("/accounts/{number}/lock")
    String lock(Actor actor, @PathVariable String number) {
        accounts.suspend(find(actor, number).number(), actor.account());
        return "redirect:/accounts/" + number;
    }

    @PostMapping("/accounts/{number}/unlock")
    String unlock(Actor actor, @PathVariable String number) {
        accounts.reinstate(find(actor, number).number(), actor.account());
        return "redirect:/accounts/" + number;
    }

    @GetMapping("/agencies/new")
    String askAgency(Actor actor, Model model) {
        model.addAttribute("form", new NewAgency(null, null, null));
        return agencyForm(actor, model);
    }

    @PostMapping("/agencies/new")
    String addAgency(Actor actor, @ModelAttribute("form") NewAgency form, BindingResult errors, Model model) {
        var name = PlainText.required(form.name(), PlainText.LINE).in(errors, "name");
        var code = said(form.code()).strip().toUpperCase(java.util.Locale.ROOT);
        if (!Agency.isCode(code)) errors.rejectValue("code", "access.agency.code.form");
        if (!Agency.KINDS.contains(said(form.kind()))) errors.rejectValue("kind", "input.missing");
        if (errors.hasErrors() || name == null) return agencyForm(actor, model);
        if (administration.addAgency(actor, code, said(form.kind()), name)) return "redirect:/accounts";
        errors.rejectValue("code", "access.agency.code.taken");
        return agencyForm(actor, model);
    }

    private String shown(String number, String password, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("password", password);
        return "access/one-time-password";
    }

    private String accountForm(Actor actor, Model model) {
        model.addAttribute(
                "agencies",
                administration.keeps(actor).stream()
                        .map(agency -> Option.text(agency.code(), agency.code() + " – " + agency.name()))
                        .toList());
        model.addAttribute(
                "roles",
                Arrays.stream(Role.values())
                        .map(role -> Option.key(role.name(), Option.keyOf("web.role", role)))
                        .toList());
        return "access/new-account";
    }

    private String agencyForm(Actor actor, Model model) {
        if (!administration.mayAddAgencies(actor)) throw notFound();
        model.addAttribute(
                "kinds",
                Agency.KINDS.stream()
                        .map(kind -> Option.key(kind, "access.agency.kind." + kind))
                        .toList());
        return "access/new-agency";
    }

    private Account find(Actor actor, String number) {
        return administration.find(actor, number).orElseThrow(AdministrationPages::notFound);
    }

    private static Actor administrator(Actor actor) {
        if (actor.role() != Role.ADMINISTRATOR) throw notFound();
        return actor;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static String said(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
