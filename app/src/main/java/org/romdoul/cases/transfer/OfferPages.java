package org.romdoul.cases.transfer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Account;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.Agencies;
import org.romdoul.access.Agency;
import org.romdoul.cases.Answer;
import org.romdoul.cases.CaseCode;
import org.romdoul.cases.Cases;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.journal.Facts;
import org.romdoul.law.Law;
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

/** A lead answers for cases that are offered to her agency, before she has read them: by their codes alone. */
@Controller
@RequestMapping("/transfers")
class OfferPages {

    private final Transfers transfers;
    private final Cases cases;
    private final Agencies agencies;
    private final Accounts accounts;
    private final Law law;
    private final Facts facts;

    OfferPages(Transfers transfers, Cases cases, Agencies agencies, Accounts accounts, Law law, Facts facts) {
        this.transfers = transfers;
        this.cases = cases;
        this.agencies = agencies;
        this.accounts = accounts;
        this.law = law;
        this.facts = facts;
    }

    record Form(
            @Nullable String fact,
            @Nullable String takes,
            @Nullable String reason) {}

    @GetMapping
    String offers(Actor lead, Model model) {
        mustLead(lead);
        model.addAttribute("form", new Form(null, null, null));
        return list(lead, model);
    }

    @GetMapping("/{code}")
    String offer(Actor lead, @PathVariable String code, Model model) {
        mustLead(lead);
        var transfer = find(lead, code).orElseThrow(OfferPages::notFound);
        model.addAttribute("form", new Form(facts.id().toString(), null, null));
        return page(transfer, model);
    }

    // An offer that is no longer there, and one that never was, are answered alike.
    @PostMapping("/{code}")
    String answer(
            Actor lead,
            @PathVariable String code,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model) {
        mustLead(lead);
        var fact = Forms.fact(form.fact());
        if (transfers.isAnswer(fact)) return done(lead, code);
        var transfer = find(lead, code);
        if (transfer.isEmpty()) {
            errors.reject("transfer.answered");
            return list(lead, model);
        }
        var takes = "yes".equals(form.takes());
        if (!takes && !"no".equals(form.takes())) errors.rejectValue("takes", "input.missing");
        var reason = Forms.chosen(Transfer.Reason.class, form.reason());
        if ("no".equals(form.takes()) && reason.isEmpty()) errors.rejectValue("reason", "input.missing");
        if (errors.hasErrors()) return page(transfer.get(), model);
        var answer = takes
                ? transfers.accept(lead, fact, transfer.get())
                : transfers.refuse(lead, fact, transfer.get(), reason.orElseThrow());
        if (!(answer instanceof Answer.Refused no)) return done(lead, code);
        errors.reject(no.reason());
        return page(transfer.get(), model);
    }

    private String done(Actor lead, String code) {
        return CaseCode.parse(code)
                .flatMap(known -> cases.open(known, lead))
                .map(file -> "redirect:/c/" + file.code())
                .orElse("redirect:/transfers");
    }

    private String list(Actor lead, Model model) {
        model.addAttribute(
                "offers", transfers.asked(lead).stream().map(this::shown).toList());
        return "cases/offers";
    }

    private String page(Transfer transfer, Model model) {
        model.addAttribute("offer", shown(transfer));
        model.addAttribute("reasons", Option.each(Transfer.Reason.class, "transfer.reason"));
        return "cases/offer";
    }

    private Offer shown(Transfer transfer) {
        var by = accounts.byId(transfer.from());
        return new Offer(
                transfer,
                by.map(Account::number).orElse(""),
                by.flatMap(account -> agencies.byId(account.agency()))
                        .map(Agency::name)
                        .orElse(""),
                law.start("transfer-answer", transfer.asked()).due());
    }

    private Optional<Transfer> find(Actor lead, String code) {
        return CaseCode.parse(code).flatMap(known -> transfers.asked(lead, known));
    }

    private static void mustLead(Actor actor) {
        if (!actor.role().leads()) throw notFound();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
