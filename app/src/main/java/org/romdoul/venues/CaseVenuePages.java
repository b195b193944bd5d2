package org.romdoul.venues;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Account;
import org.romdoul.access.Accounts;
import org.romdoul.cases.Answer;
import org.romdoul.cases.CaseFrames;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.Forms;
import org.romdoul.input.PlainText;
import org.romdoul.journal.Facts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The venues a case names: named by their codes from the register, and taken back. */
@Controller
@RequestMapping("/c/{case}/venues")
class CaseVenuePages {

    private final Namings namings;
    private final CaseFrames frames;
    private final Accounts accounts;
    private final Facts facts;

    CaseVenuePages(Namings namings, CaseFrames frames, Accounts accounts, Facts facts) {
        this.namings = namings;
        this.frames = frames;
        this.accounts = accounts;
        this.facts = facts;
    }

    record Form(@Nullable String fact, @Nullable String code) {}

    @GetMapping({"", "/end"})
    String venues(OpenCase file, Model model) {
        model.addAttribute("form", new Form(facts.id().toString(), null));
        return page(file, model);
    }

    @PostMapping
    String name(OpenCase file, @ModelAttribute("form") Form form, BindingResult errors, Model model) {
        var fact = Forms.fact(form.fact());
        var typed = PlainText.required(form.code(), PlainText.LINE).in(errors, "code");
        if (typed == null) return page(file, model);
        var code = VenueCode.parse(typed);
        if (code.isEmpty()) {
            errors.rejectValue("code", "venue.code.form");
            return page(file, model);
        }
        if (namings.name(file, fact, code.get()) instanceof Answer.Refused no) {
            errors.rejectValue("code", no.reason());
            return page(file, model);
        }
        return "redirect:/c/" + file.code() + "/venues";
    }

    @PostMapping("/end")
    String takeBack(OpenCase file, @Nullable String fact, @Nullable String naming) {
        namings.takeBack(file, Forms.fact(fact), Forms.fact(naming));
        return "redirect:/c/" + file.code() + "/venues";
    }

    private String page(OpenCase file, Model model) {
        var named = namings.of(file);
        var people = accounts.byIds(named.stream().map(Naming::by).distinct().toList());
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("named", named);
        model.addAttribute("numbers", people.values().stream().collect(Collectors.toMap(Account::id, Account::number)));
        model.addAttribute("fresh", facts.id().toString());
        return "venues/case";
    }
}
