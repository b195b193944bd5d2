package org.romdoul.cases.transfer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Account;
import org.romdoul.access.Accounts;
import org.romdoul.access.Agencies;
import org.romdoul.access.Agency;
import org.romdoul.access.Role;
import org.romdoul.cases.Answer;
import org.romdoul.cases.CaseFrames;
import org.romdoul.cases.OpenCase;
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

/** A case is offered to another agency, and the offer taken back while nobody has answered it. */
@Controller
@RequestMapping("/c/{case}/transfer")
class TransferPages {

    private final Transfers transfers;
    private final Agencies agencies;
    private final Accounts accounts;
    private final CaseFrames frames;
    private final Facts facts;

    TransferPages(Transfers transfers, Agencies agencies, Accounts accounts, CaseFrames frames, Facts facts) {
        this.transfers = transfers;
        this.agencies = agencies;
        this.accounts = accounts;
        this.frames = frames;
        this.facts = facts;
    }

    record Form(
            @Nullable String fact,
            @Nullable String agency,
            @Nullable String reason,
            @Nullable String words) {}

    record Back(@Nullable String fact) {}

    @GetMapping({"", "/withdrawal"})
    String transfer(OpenCase file, Model model) {
        return page(file, model);
    }

    @PostMapping
    String ask(OpenCase file, @ModelAttribute("form") Form form, BindingResult errors, Model model) {
        var fact = Forms.fact(form.fact());
        var agency = agencies.byCode(form.agency() == null ? "" : form.agency());
        if (agency.isEmpty()) errors.rejectValue("agency", "input.missing");
        var reason = Forms.required(Transfer.Reason.class, form.reason(), errors, "reason");
        var words = PlainText.required(form.words(), PlainText.PARAGRAPH).in(errors, "words");
        if (errors.hasErrors() || reason == null || words == null) return page(file, model);
        return next(transfers.ask(file, fact, agency.orElseThrow().id(), reason, words), file, errors, model);
    }

    @PostMapping("/withdrawal")
    String withdraw(OpenCase file, @ModelAttribute("back") Back form, BindingResult errors, Model model) {
        return next(transfers.withdraw(file, Forms.fact(form.fact())), file, errors, model);
    }

    private String next(Answer answer, OpenCase file, BindingResult errors, Model model) {
        if (!(answer instanceof Answer.Refused no)) return "redirect:/c/" + file.code() + "/transfer";
        errors.reject(no.reason());
        return page(file, model);
    }

    private String page(OpenCase file, Model model) {
        if (!model.containsAttribute("form"))
            model.addAttribute("form", new Form(facts.id().toString(), null, null, null));
        if (!model.containsAttribute("back"))
            model.addAttribute("back", new Back(facts.id().toString()));
        var offers = transfers.of(file);
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("offers", offers);
        model.addAttribute(
                "words",
                offers.stream()
                        .collect(Collectors.toMap(
                                Transfer::id, one -> transfers.words(file, one).orElse(""))));
        model.addAttribute("pending", offers.stream().anyMatch(one -> one.answer() == null));
        model.addAttribute("names", agencies.all().stream().collect(Collectors.toMap(Agency::id, Agency::name)));
        model.addAttribute("agencies", agencies());
        model.addAttribute("reasons", Option.each(Transfer.Reason.class, "transfer.reason"));
        return "cases/transfer";
    }

    /** Those where somebody can answer. */
    private List<Option> agencies() {
        var led = Arrays.stream(Role.values())
                .filter(Role::leads)
                .flatMap(role -> accounts.withRole(role).stream())
                .filter(lead -> !lead.suspended())
                .map(Account::agency)
                .collect(Collectors.toSet());
        return agencies.all().stream()
                .filter(agency -> led.contains(agency.id()))
                .map(agency -> Option.text(agency.code(), agency.name()))
                .toList();
    }
}
