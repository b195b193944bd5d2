package org.romdoul.persons;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.CaseFrames;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.input.PartialDate;
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

/** Who a person is: opened for a reason and ten minutes, recorded, and corrected. */
@Controller
@RequestMapping("/c/{case}/p/{label}")
class IdentityPages {

    private final Persons persons;
    private final CaseFrames frames;
    private final Facts facts;
    private final Law law;

    IdentityPages(Persons persons, CaseFrames frames, Facts facts, Law law) {
        this.persons = persons;
        this.frames = frames;
        this.facts = facts;
        this.law = law;
    }

    record ReasonForm(@Nullable String purpose, @Nullable String reason) {}

    record Form(
            @Nullable String fact,
            @Nullable String supersedes,
            @Nullable String local,
            @Nullable String latin,
            @Nullable String alias,
            @Nullable String phone,
            @Nullable String address,
            @Nullable TypedDate born) {}

    @GetMapping("/name")
    String askReason(OpenCase file, @PathVariable String label, Model model) {
        model.addAttribute("form", new ReasonForm(null, null));
        return reason(file, find(file, label), model);
    }

    @PostMapping("/name")
    String unseal(
            OpenCase file,
            @PathVariable String label,
            @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model) {
        var person = find(file, label);
        var purpose = Forms.required(Purpose.class, form.purpose(), errors, "purpose");
        var reason = PlainText.required(form.reason(), PlainText.PARAGRAPH).in(errors, "reason");
        if (purpose == null || reason == null) return reason(file, person, model);
        persons.unseal(file, person, purpose, reason);
        return back(file, person);
    }

    @GetMapping("/identity")
    String edit(OpenCase file, @PathVariable String label, Model model) {
        var person = find(file, label);
        var recorded = persons.isIdentified(file, person);
        var said = persons.shown(file, person);
        // What is on file is corrected by somebody who sees it.
        if (recorded && said.isEmpty()) return "redirect:/c/" + file.code().value() + "/p/" + label + "/name";
        model.addAttribute("form", said.isEmpty() ? empty() : filled(said.getLast()));
        return identity(file, person, model);
    }

    @PostMapping("/identity")
    String record(
            OpenCase file,
            @PathVariable String label,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model) {
        var person = find(file, label);
        var fact = Forms.fact(form.fact());
        var reads = Forms.corrected(form.supersedes());
        var said = read(form, errors);
        if (errors.hasErrors() || said == null) return identity(file, person, model);
        return switch (persons.record(file, person, fact, said, reads)) {
            case RECORDED, CONTESTED -> back(file, person);
            case UNKNOWN -> throw notFound();
            case EMPTY -> refused("identity.empty", errors, file, person, model);
            case ERASED -> refused("identity.erased", errors, file, person, model);
        };
    }

    private String refused(String why, BindingResult errors, OpenCase file, PersonInCase person, Model model) {
        errors.reject(why);
        return identity(file, person, model);
    }

    private @Nullable Identity<String> read(Form form, BindingResult errors) {
        var local = line(form.local(), "local", errors);
        var latin = line(form.latin(), "latin", errors);
        var alias = line(form.alias(), "alias", errors);
        var phone = line(form.phone(), "phone", errors);
        var address = line(form.address(), "address", errors);
        var typed = form.born() == null ? TypedDate.EMPTY : form.born();
        var born = typed.optional(law.today()).in(errors, "born");
        if (errors.hasErrors() || born == null) return null;
        return new Identity<>(local, latin, alias, phone, address, born.isUnknown() ? null : born.edtf());
    }

    private static @Nullable String line(@Nullable String typed, String field, BindingResult errors) {
        var text = PlainText.optional(typed, PlainText.LINE).in(errors, field);
        return text == null || text.isEmpty() ? null : text;
    }

    private Form empty() {
        return new Form(facts.id().toString(), null, null, null, null, null, null, TypedDate.EMPTY);
    }

    private Form filled(Persons.Said said) {
        var is = said.identity();
        var born = Optional.ofNullable(is.born()).flatMap(PartialDate::parse).orElse(PartialDate.UNKNOWN);
        return new Form(
                facts.id().toString(),
                said.fact().toString(),
                is.local(),
                is.latin(),
                is.alias(),
                is.phone(),
                is.address(),
                TypedDate.of(born));
    }

    private String reason(OpenCase file, PersonInCase person, Model model) {
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("person", person);
        model.addAttribute("purposes", Option.each(Purpose.class, "person.purpose"));
        return "persons/unseal";
    }

    private String identity(OpenCase file, PersonInCase person, Model model) {
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("person", person);
        model.addAttribute(
                "covers",
                persons.leftOpen(file, person).map(Duration::toSeconds).orElse(null));
        return "persons/identity";
    }

    private PersonInCase find(OpenCase file, String label) {
        return persons.find(file, label).orElseThrow(IdentityPages::notFound);
    }

    private static String back(OpenCase file, PersonInCase person) {
        return "redirect:/c/" + file.code().value() + "/p/" + person.label();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
