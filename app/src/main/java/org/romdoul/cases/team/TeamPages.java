package org.romdoul.cases.team;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Account;
import org.romdoul.access.Agencies;
import org.romdoul.access.Agency;
import org.romdoul.cases.Answer;
import org.romdoul.cases.CaseFrames;
import org.romdoul.cases.Membership;
import org.romdoul.cases.Memberships;
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

/** Who works on a case: let in, handed over to, let go. By number; who may not decide sees the list alone. */
@Controller
@RequestMapping("/c/{case}/team")
class TeamPages {

    private final Memberships memberships;
    private final Agencies agencies;
    private final CaseFrames frames;
    private final Facts facts;

    TeamPages(Memberships memberships, Agencies agencies, CaseFrames frames, Facts facts) {
        this.memberships = memberships;
        this.agencies = agencies;
        this.frames = frames;
        this.facts = facts;
    }

    record Form(
            @Nullable String fact,
            @Nullable String number,
            @Nullable String part) {}

    record End(@Nullable String fact, @Nullable String membership) {}

    @GetMapping({"", "/end"})
    String team(OpenCase file, Model model) {
        model.addAttribute("form", new Form(facts.id().toString(), null, Membership.Part.MEMBER.name()));
        return page(file, model);
    }

    @PostMapping
    String join(OpenCase file, @ModelAttribute("form") Form form, BindingResult errors, Model model) {
        var fact = Forms.fact(form.fact());
        var number = PlainText.required(form.number(), PlainText.LINE).in(errors, "number");
        var part = Forms.required(Membership.Part.class, form.part(), errors, "part");
        if (number == null || part == null) return page(file, model);
        var answer = memberships.join(file, fact, Account.numberAsTyped(number), part);
        if (answer instanceof Answer.Refused no) {
            errors.rejectValue("number", no.reason());
            return page(file, model);
        }
        return "redirect:/c/" + file.code() + "/team";
    }

    @PostMapping("/end")
    String end(OpenCase file, @ModelAttribute("end") End form, BindingResult errors, Model model) {
        var membership = Forms.fact(form.membership());
        var leaves = memberships.of(file).stream()
                .filter(seat -> seat.membership().equals(membership))
                .anyMatch(seat -> seat.person().id().equals(file.reader().account()));
        var answer = memberships.leave(file, Forms.fact(form.fact()), membership);
        if (answer instanceof Answer.Refused no) {
            errors.reject(no.reason());
            model.addAttribute("form", new Form(facts.id().toString(), null, Membership.Part.MEMBER.name()));
            return page(file, model);
        }
        // Whoever has left the case herself may not see it any more.
        return leaves ? "redirect:/c" : "redirect:/c/" + file.code() + "/team";
    }

    private String page(OpenCase file, Model model) {
        var codes = agencies.all().stream().collect(Collectors.toMap(Agency::id, Agency::code));
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("seats", memberships.of(file));
        model.addAttribute("agencies", codes);
        model.addAttribute("me", file.reader().account());
        model.addAttribute("runs", memberships.runs(file));
        model.addAttribute("fresh", facts.id().toString());
        model.addAttribute("parts", Option.each(Membership.Part.class, "membership.part"));
        return "cases/team";
    }
}
