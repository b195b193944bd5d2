package org.romdoul.persons;

import org.jspecify.annotations.Nullable;
import org.romdoul.cases.CaseFrames;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.input.PlainText;
import org.romdoul.journal.Facts;
import org.romdoul.vault.ErasureRequest;
import org.romdoul.vault.Erasures;
import org.romdoul.vault.LegalHold;
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

/** Asking that a person be erased, and saying that her data are needed: from her own page, in a case that is open. */
@Controller
@RequestMapping("/c/{case}/p/{label}/erasure")
class ErasureOfAPersonPages {

    private final Persons persons;
    private final Erasures erasures;
    private final CaseFrames frames;
    private final Facts facts;

    ErasureOfAPersonPages(Persons persons, Erasures erasures, CaseFrames frames, Facts facts) {
        this.persons = persons;
        this.erasures = erasures;
        this.frames = frames;
        this.facts = facts;
    }

    record Ask(@Nullable String fact, @Nullable String reason) {}

    record Hold(
            @Nullable String fact,
            @Nullable String lifted,
            @Nullable String ground,
            @Nullable String reason) {}

    @GetMapping({"", "/hold"})
    String look(OpenCase file, @PathVariable String label, Model model) {
        return page(file, find(file, label), model);
    }

    @PostMapping
    String ask(
            OpenCase file,
            @PathVariable String label,
            @ModelAttribute("ask") Ask form,
            BindingResult errors,
            Model model) {
        var person = find(file, label);
        var reason = PlainText.required(form.reason(), PlainText.PARAGRAPH).in(errors, "reason");
        if (reason == null) return page(file, person, model);
        return answer(
                file,
                person,
                erasures.ask(Forms.fact(form.fact()), file.id(), person.id(), reason, file.reader()),
                errors,
                model);
    }

    @PostMapping("/hold")
    String hold(
            OpenCase file,
            @PathVariable String label,
            @ModelAttribute("hold") Hold form,
            BindingResult errors,
            Model model) {
        var person = find(file, label);
        var ground = Forms.required(LegalHold.Ground.class, form.ground(), errors, "ground");
        var reason = PlainText.required(form.reason(), PlainText.PARAGRAPH).in(errors, "reason");
        if (ground == null || reason == null) return page(file, person, model);
        // As the form says, and not as it stands by now: of two who set a hold at once, the second must not lift it.
        var lifted = Boolean.parseBoolean(form.lifted());
        return answer(
                file,
                person,
                erasures.hold(Forms.fact(form.fact()), file.id(), person.id(), ground, lifted, reason, file.reader()),
                errors,
                model);
    }

    private String answer(
            OpenCase file, PersonInCase person, ErasureRequest.Judgment judgment, BindingResult errors, Model model) {
        if (judgment instanceof ErasureRequest.Refused no) {
            errors.reject(no.reason());
            return page(file, person, model);
        }
        return "redirect:/c/" + file.code().value() + "/p/" + person.label() + "/erasure";
    }

    private String page(OpenCase file, PersonInCase person, Model model) {
        if (!model.containsAttribute("ask")) model.addAttribute("ask", new Ask(fresh(), null));
        if (!model.containsAttribute("hold")) model.addAttribute("hold", new Hold(fresh(), null, null, null));
        var requests = erasures.on(file.content(), person.id());
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("person", person);
        model.addAttribute("requests", requests);
        model.addAttribute(
                "complete",
                requests.stream()
                        .flatMap(one -> erasures.complete(one).stream())
                        .findFirst()
                        .orElse(null));
        model.addAttribute("held", erasures.isHeld(person.id()));
        model.addAttribute("holds", erasures.holdsOn(file.content(), person.id()));
        model.addAttribute("mayHold", LegalHold.maySay(file.reader()));
        model.addAttribute("identified", persons.isIdentified(file, person));
        model.addAttribute("grounds", Option.each(LegalHold.Ground.class, "vault.hold.ground"));
        return "persons/erasure";
    }

    private String fresh() {
        return facts.id().toString();
    }

    private PersonInCase find(OpenCase file, String label) {
        return persons.find(file, label).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
