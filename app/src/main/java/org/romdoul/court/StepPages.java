package org.romdoul.court;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.CaseFrames;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.Phrase;
import org.romdoul.journal.Facts;
import org.romdoul.law.Law;
import org.romdoul.prosecution.Charge;
import org.romdoul.prosecution.CourtFact;
import org.romdoul.prosecution.Defendant;
import org.romdoul.prosecution.FactKind;
import org.romdoul.prosecution.History;
import org.romdoul.prosecution.Prosecution;
import org.romdoul.vault.Vault;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The forms that record a step before a court, and those that mend what was recorded wrong. All follow from the facts they make
 * ({@link StepForms}), so each handler here serves every step.
 */
@Controller
@RequestMapping("/c/{case}/court")
class StepPages {

    private final Prosecution prosecution;
    private final StepForms forms;
    private final Filing filing;
    private final CaseFrames frames;
    private final Law law;
    private final Vault vault;
    private final Facts facts;

    StepPages(
            Prosecution prosecution,
            StepForms forms,
            Filing filing,
            CaseFrames frames,
            Law law,
            Vault vault,
            Facts facts) {
        this.prosecution = prosecution;
        this.forms = forms;
        this.filing = filing;
        this.frames = frames;
        this.law = law;
        this.vault = vault;
        this.facts = facts;
    }

    @GetMapping("/accused")
    String askAccused(OpenCase file, Model model) {
        var form = accused(file, facts.id());
        return page(file, null, form, Typing.blank(form), model);
    }

    @PostMapping("/accused")
    String accuse(OpenCase file, @RequestParam MultiValueMap<String, String> sent, Model model) {
        var fact = fact(sent);
        if (prosecution.of(file, fact).accused().isPresent()) return done(file);
        return send(file, null, fact, accused(file, fact), sent, model);
    }

    @GetMapping("/{label}/{step}")
    String ask(OpenCase file, @PathVariable String label, @PathVariable String step, Model model) {
        var history = find(file, label);
        var form = forms.step(file, kind(step), facts.id(), history, Set.of());
        return page(file, history, form, Typing.blank(form), model);
    }

    @PostMapping("/{label}/{step}")
    String record(
            OpenCase file,
            @PathVariable String label,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> sent,
            Model model) {
        var history = find(file, label);
        var fact = fact(sent);
        if (history.fact(fact).isPresent()) return done(file);
        var form = forms.step(file, kind(step), fact, history, sent.keySet());
        return send(file, history, history.defendant(), form, sent, model);
    }

    @GetMapping("/{label}/correct/{fact}")
    String askCorrection(OpenCase file, @PathVariable String label, @PathVariable("fact") String wrong, Model model) {
        var history = find(file, label);
        var earlier = history.holding(wrong(history, wrong));
        var form = forms.correction(file, earlier, facts.id(), history);
        return page(file, history, form, typed(file, earlier, form), model);
    }

    @PostMapping("/{label}/correct/{fact}")
    String correct(
            OpenCase file,
            @PathVariable String label,
            @PathVariable("fact") String wrong,
            @RequestParam MultiValueMap<String, String> sent,
            Model model) {
        var history = find(file, label);
        var form = forms.correction(file, wrong(history, wrong), fact(sent), history);
        return send(file, history, history.defendant(), form, sent, model);
    }

    private String send(
            OpenCase file,
            @Nullable History history,
            UUID defendant,
            StepForm form,
            MultiValueMap<String, String> sent,
            Model model) {
        mayRecord(file);
        var typing = Typing.sent(form, sent);
        return filing.record(file, defendant, form, typing) ? done(file) : page(file, history, form, typing, model);
    }

    private static String done(OpenCase file) {
        return "redirect:/c/" + file.code() + "/court";
    }

    private String page(OpenCase file, @Nullable History history, StepForm form, Typing typing, Model model) {
        mayRecord(file);
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("label", history == null ? "" : label(history));
        model.addAttribute("before", before(form, history));
        model.addAttribute("asked", form);
        model.addAttribute("victim", charges(form) && history != null && forms.isPresumedVictim(file, history));
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + Typing.FORM, typing.errors());
        return "court/record";
    }

    private static List<Phrase> before(StepForm form, @Nullable History history) {
        var wrong = form.corrects();
        return wrong == null || history == null ? List.of() : List.of(new Saying(history).of(wrong));
    }

    private static boolean charges(StepForm form) {
        return form.parts().getFirst().kind().type() == Charge.class;
    }

    private StepForm accused(OpenCase file, UUID fact) {
        return forms.step(file, new FactKind<>(Defendant.class), fact, new History(fact, List.of()), Set.of());
    }

    private Typing typed(OpenCase file, CourtFact earlier, StepForm form) {
        return Typing.of(
                earlier,
                form,
                law.now().zone(),
                words -> vault.open(file.content(), words).orElse(""));
    }

    private History find(OpenCase file, String label) {
        return prosecution.of(file).stream()
                .filter(history -> label(history).equals(label))
                .findFirst()
                .orElseThrow(StepPages::notFound);
    }

    private static String label(History history) {
        return history.accused().map(Defendant::label).orElseThrow();
    }

    private static CourtFact wrong(History history, String typed) {
        try {
            return history.fact(UUID.fromString(typed)).orElseThrow(StepPages::notFound);
        } catch (IllegalArgumentException bent) {
            throw notFound();
        }
    }

    private static FactKind<? extends CourtFact> kind(String step) {
        return Step.at(step).orElseThrow(StepPages::notFound);
    }

    // Whoever reads the case sees what is recorded; only those of the court's side find the forms.
    private static void mayRecord(OpenCase file) {
        if (!file.reader().role().recordsCourt()) throw notFound();
    }

    // What was sent for an id and is none is answered with a fresh one: nobody loses a form over a hidden field.
    private UUID fact(MultiValueMap<String, String> sent) {
        try {
            var typed = sent.getFirst(Typing.FACT);
            return typed == null ? facts.id() : UUID.fromString(typed);
        } catch (IllegalArgumentException bent) {
            return facts.id();
        }
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
