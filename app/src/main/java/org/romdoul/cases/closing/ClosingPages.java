package org.romdoul.cases.closing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.Answer;
import org.romdoul.cases.CaseFrames;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.input.Phrase;
import org.romdoul.input.PlainText;
import org.romdoul.journal.Facts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A case is closed by two: one says why, a second reads it. And it is opened again. */
@Controller
@RequestMapping("/c/{case}/closing")
class ClosingPages {

    private static final String GIVEN_BACK = "no";

    private final Closings closings;
    private final CaseFrames frames;
    private final Facts facts;

    ClosingPages(Closings closings, CaseFrames frames, Facts facts) {
        this.closings = closings;
        this.frames = frames;
        this.facts = facts;
    }

    record Form(
            @Nullable String fact,
            @Nullable String reason,
            @Nullable String words) {}

    record Reading(
            @Nullable String fact,
            @Nullable String closing,
            @Nullable String accepted,
            @Nullable String words) {}

    // A form that is refused stands at the address it was sent to: the links to other languages ask for it again.
    @GetMapping({"", "/answer", "/reopening"})
    String closing(OpenCase file, Model model) {
        return page(file, model);
    }

    @PostMapping
    String propose(OpenCase file, @ModelAttribute("form") Form form, BindingResult errors, Model model) {
        var fact = Forms.fact(form.fact());
        var reason = Forms.required(Closing.Reason.class, form.reason(), errors, "reason");
        var words = PlainText.required(form.words(), PlainText.PARAGRAPH).in(errors, "words");
        if (reason == null || words == null) return page(file, model);
        return next(closings.propose(file, fact, reason, words), file, errors, model);
    }

    @PostMapping("/answer")
    String answer(OpenCase file, @ModelAttribute("reading") Reading form, BindingResult errors, Model model) {
        var fact = Forms.fact(form.fact());
        var closing = Forms.fact(form.closing());
        var accepted = form.accepted() != null && !form.accepted().isEmpty() && !GIVEN_BACK.equals(form.accepted());
        if (!accepted && !GIVEN_BACK.equals(form.accepted())) errors.rejectValue("accepted", "input.missing");
        var words = (accepted
                        ? PlainText.optional(form.words(), PlainText.PARAGRAPH)
                        : PlainText.required(form.words(), PlainText.PARAGRAPH))
                .in(errors, "words");
        if (errors.hasErrors() || words == null) return page(file, model);
        var chosen = accepted ? Forms.fact(form.accepted()) : null;
        return next(closings.answer(file, fact, closing, chosen, words.isEmpty() ? null : words), file, errors, model);
    }

    @PostMapping("/reopening")
    String reopen(OpenCase file, @ModelAttribute("again") Form form, BindingResult errors, Model model) {
        var fact = Forms.fact(form.fact());
        var reason = Forms.required(Reopening.Reason.class, form.reason(), errors, "reason");
        var words = PlainText.required(form.words(), PlainText.PARAGRAPH).in(errors, "words");
        if (reason == null || words == null) return page(file, model);
        return next(closings.reopen(file, fact, reason, words), file, errors, model);
    }

    private String next(Answer answer, OpenCase file, BindingResult errors, Model model) {
        if (!(answer instanceof Answer.Refused no)) return "redirect:/c/" + file.code() + "/closing";
        errors.reject(no.reason());
        return page(file, model);
    }

    private String page(OpenCase file, Model model) {
        var told = closings.told(file);
        var fresh = facts.id().toString();
        if (!model.containsAttribute("form")) model.addAttribute("form", new Form(fresh, null, null));
        if (!model.containsAttribute("again")) model.addAttribute("again", new Form(fresh, null, null));
        if (!model.containsAttribute("reading"))
            model.addAttribute(
                    "reading",
                    new Reading(
                            fresh,
                            told.map(one -> one.closing().id().toString()).orElse(null),
                            null,
                            null));
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("told", told.orElse(null));
        model.addAttribute(
                "reads",
                told.filter(one -> one.closing().mayAnswer(file.reader()) instanceof Answer.Accepted)
                        .isPresent());
        model.addAttribute("decisions", told.map(ClosingPages::decisions).orElse(List.of()));
        model.addAttribute("reasons", Option.each(Closing.Reason.class, "closing.reason"));
        model.addAttribute("reopenings", Option.each(Reopening.Reason.class, "reopening.reason"));
        return "cases/closing";
    }

    /** To close it as it was proposed, once for each who proposed it; or to give it back. */
    private static List<Option> decisions(Closings.Told told) {
        var decisions = new ArrayList<Option>();
        var id = told.closing().id().toString();
        if (told.contested().isEmpty()) decisions.add(Option.key(id, "closing.accepted.yes"));
        else decisions.add(Option.phrase(id, Phrase.of("closing.accepted.as", told.by())));
        for (var other : told.contested())
            decisions.add(
                    Option.phrase(other.proposal().id().toString(), Phrase.of("closing.accepted.as", other.by())));
        decisions.add(Option.key(GIVEN_BACK, "closing.accepted.no"));
        return List.copyOf(decisions);
    }
}
