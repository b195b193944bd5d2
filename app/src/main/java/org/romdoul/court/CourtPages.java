package org.romdoul.court;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.CaseFrames;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.Forms;
import org.romdoul.journal.Facts;
import org.romdoul.law.Law;
import org.romdoul.prosecution.Answer;
import org.romdoul.prosecution.Contest;
import org.romdoul.prosecution.Corrections;
import org.romdoul.prosecution.Custodies;
import org.romdoul.prosecution.History;
import org.romdoul.prosecution.Prosecution;
import org.romdoul.prosecution.Standing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** A case before the courts: of each accused what stands now and why, what presses, and what two hands wrote differently. */
@Controller
@RequestMapping("/c/{case}/court")
class CourtPages {

    private final Prosecution prosecution;
    private final Corrections corrections;
    private final Custodies custodies;
    private final DetentionStrips strips;
    private final CaseFrames frames;
    private final Law law;
    private final Facts facts;

    CourtPages(
            Prosecution prosecution,
            Corrections corrections,
            Custodies custodies,
            DetentionStrips strips,
            CaseFrames frames,
            Law law,
            Facts facts) {
        this.prosecution = prosecution;
        this.corrections = corrections;
        this.custodies = custodies;
        this.strips = strips;
        this.frames = frames;
        this.law = law;
        this.facts = facts;
    }

    /** @param taken the contest whose writing holds; @param kept the contest in which what was first holds on */
    record Choice(
            @Nullable String fact,
            @Nullable String taken,
            @Nullable String kept) {}

    @GetMapping
    String court(
            OpenCase file, @ModelAttribute("choice") Choice choice, BindingResult unused, Locale locale, Model model) {
        return page(file, locale, model);
    }

    @PostMapping
    String decide(
            OpenCase file, @ModelAttribute("choice") Choice choice, BindingResult errors, Locale locale, Model model) {
        if (!file.reader().role().recordsCourt()) throw notFound();
        var taken = choice.taken() != null;
        var contest = Forms.fact(taken ? choice.taken() : choice.kept());
        if (corrections.decide(file, Forms.fact(choice.fact()), contest, taken) instanceof Answer.Refused no) {
            errors.reject(no.reason());
            return page(file, locale, model);
        }
        return "redirect:/c/" + file.code() + "/court";
    }

    private String page(OpenCase file, Locale locale, Model model) {
        var contests = corrections.waiting(file);
        model.addAttribute("frame", frames.of(file));
        model.addAttribute(
                "accused",
                prosecution.of(file).stream()
                        .map(history -> accused(history, contests, locale))
                        .toList());
        model.addAttribute("records", file.reader().role().recordsCourt());
        model.addAttribute("fact", facts.id().toString());
        return "court/court";
    }

    private Accused accused(History history, List<Contest> contests, Locale locale) {
        var held = custodies.of(history);
        var today = law.today();
        return new Accused(
                history,
                Standing.of(history),
                held,
                strips.of(held, locale).orElse(null),
                history.next(today).orElse(null),
                contests.stream()
                        .filter(one -> one.proposal().defendant().equals(history.defendant()))
                        .toList());
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
