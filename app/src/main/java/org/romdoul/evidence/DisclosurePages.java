package org.romdoul.evidence;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Accounts;
import org.romdoul.blobs.Blobs;
import org.romdoul.blobs.Condition;
import org.romdoul.cases.CaseFrames;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.input.PlainText;
import org.romdoul.input.TypedDate;
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

/** The register of copies: what was given to whom, on what order, and whether it came back. */
@Controller
@RequestMapping("/c/{case}/exhibits")
class DisclosurePages {

    private final Disclosures disclosures;
    private final Exhibits exhibits;
    private final HandOvers handOvers;
    private final Accounts accounts;
    private final Blobs blobs;
    private final CaseFrames frames;
    private final Facts facts;
    private final Law law;

    DisclosurePages(
            Disclosures disclosures,
            Exhibits exhibits,
            HandOvers handOvers,
            Accounts accounts,
            Blobs blobs,
            CaseFrames frames,
            Facts facts,
            Law law) {
        this.disclosures = disclosures;
        this.exhibits = exhibits;
        this.handOvers = handOvers;
        this.accounts = accounts;
        this.blobs = blobs;
        this.frames = frames;
        this.facts = facts;
        this.law = law;
    }

    record Form(
            @Nullable String fact,
            @Nullable String recipient,
            @Nullable String whom,
            @Nullable String order,
            @Nullable String medium,
            @Nullable TypedDate happened) {}

    record EndForm(@Nullable String fact, @Nullable String outcome) {}

    @GetMapping("/copies")
    String register(OpenCase file, Model model) {
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("lines", lines(file));
        return "evidence/copies";
    }

    @PostMapping("/copies/{copy}/end")
    String end(OpenCase file, @PathVariable int copy, @ModelAttribute("form") EndForm form) {
        var one = disclosures.of(file).stream()
                .filter(disclosure -> disclosure.copy() == copy)
                .findFirst()
                .orElseThrow(DisclosurePages::notFound);
        var outcome = Forms.chosen(Disclosure.End.class, form.outcome()).orElseThrow(DisclosurePages::notFound);
        var now = facts.now(file.id(), file.reader().account());
        disclosures.end(file, one, Forms.fact(form.fact()), outcome, now.happened());
        return "redirect:/c/" + file.code().value() + "/exhibits/copies";
    }

    @GetMapping("/{label}/copy")
    String ask(OpenCase file, @PathVariable String label, Model model) {
        model.addAttribute("form", new Form(facts.id().toString(), null, null, null, null, TypedDate.EMPTY));
        return form(file, find(file, label), model);
    }

    /** A file is hashed again before a copy of it leaves; one that is not what was sealed is not given out. */
    @PostMapping("/{label}/copy")
    String give(
            OpenCase file,
            @PathVariable String label,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model)
            throws IOException {
        var exhibit = find(file, label);
        var recipient = Forms.required(Disclosure.Recipient.class, form.recipient(), errors, "recipient");
        var whom = PlainText.required(form.whom(), PlainText.LINE).in(errors, "whom");
        var order = PlainText.required(form.order(), PlainText.PARAGRAPH).in(errors, "order");
        var medium = Forms.required(Disclosure.Medium.class, form.medium(), errors, "medium");
        var typed = form.happened() == null ? TypedDate.EMPTY : form.happened();
        var happened = typed.required(law.today()).in(errors, "happened");
        if (errors.hasErrors()
                || recipient == null
                || whom == null
                || order == null
                || medium == null
                || happened == null) return form(file, exhibit, model);
        var filed = exhibit.file();
        var stored = filed == null ? Condition.INTACT : blobs.check(filed.blob());
        if (stored != Condition.INTACT) {
            handOvers.damaged(file, exhibit, stored);
            errors.reject("exhibit.open.damaged");
            return form(file, exhibit, model);
        }
        var to = new Disclosures.To(recipient, whom, order, medium);
        disclosures.give(file, exhibit, Forms.fact(form.fact()), to, happened);
        return "redirect:/c/" + file.code().value() + "/exhibits/copies";
    }

    private List<CopyLine> lines(OpenCase file) {
        return disclosures.of(file).stream()
                .map(one -> new CopyLine(
                        one,
                        disclosures.words(file, one.recipientWords()),
                        disclosures.words(file, one.order()),
                        accounts.number(one.by()),
                        facts.id().toString()))
                .toList();
    }

    private String form(OpenCase file, Exhibit exhibit, Model model) {
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("exhibit", exhibit);
        model.addAttribute("recipients", Option.each(Disclosure.Recipient.class, "disclosure.recipient"));
        model.addAttribute("media", Option.each(Disclosure.Medium.class, "disclosure.medium"));
        return "evidence/copy";
    }

    private Exhibit find(OpenCase file, String label) {
        return exhibits.find(file, label).orElseThrow(DisclosurePages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
