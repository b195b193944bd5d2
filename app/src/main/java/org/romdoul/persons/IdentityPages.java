package org.romdoul.persons;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.CaseFrames;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.Option;
import org.romdoul.input.PartialDate;
import org.romdoul.input.PlainText;
import org.romdoul.input.TypedDate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Who a person is: opened for a reason and ten minutes, recorded, corrected, and decided between two hands. */
@Controller
@RequestMapping("/c/{case}/p/{label}")
class IdentityPages {

    private final Persons persons;
    private final CaseFrames frames;
    private final Clock clock;

    IdentityPages(Persons persons, CaseFrames frames, Clock clock) {
        this.persons = persons;
        this.frames = frames;
        this.clock = clock;
    }

    record ReasonForm(@Nullable String purpose, @Nullable String reason) {}

    record Form(
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
        var purpose = Arrays.stream(Purpose.values())
                .filter(one -> one.name().equals(form.purpose()))
                .findFirst();
        if (purpose.isEmpty()) errors.rejectValue("purpose", "input.missing");
        var reason = PlainText.required(form.reason(), PlainText.PARAGRAPH).in(errors, "reason");
        if (errors.hasErrors() || reason == null) return reason(file, person, model);
        persons.unseal(file, person, purpose.orElseThrow(), reason);
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
        var said = read(form, errors);
        if (errors.hasErrors() || said == null) return identity(file, person, model);
        return switch (persons.record(file, person, said, id(form.supersedes()))) {
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

    @PostMapping("/choice")
    String choose(
            OpenCase file, @PathVariable String label, @RequestParam String chosen, @RequestParam String dropped) {
        var person = find(file, label);
        var said = persons.shown(file, person);
        var known = said.stream().map(Persons.Said::fact).map(UUID::toString).toList();
        if (chosen.equals(dropped) || !known.contains(chosen) || !known.contains(dropped)) throw notFound();
        persons.choose(file, person, UUID.fromString(chosen), UUID.fromString(dropped));
        return back(file, person);
    }

    private @Nullable Identity<String> read(Form form, BindingResult errors) {
        var local = line(form.local(), "local", errors);
        var latin = line(form.latin(), "latin", errors);
        var alias = line(form.alias(), "alias", errors);
        var phone = line(form.phone(), "phone", errors);
        var address = line(form.address(), "address", errors);
        var typed = form.born() == null ? TypedDate.EMPTY : form.born();
        var born = typed.optional(LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14)))
                .in(errors, "born");
        if (errors.hasErrors() || born == null) return null;
        return new Identity<>(local, latin, alias, phone, address, born.isUnknown() ? null : born.edtf());
    }

    private static @Nullable String line(@Nullable String typed, String field, BindingResult errors) {
        var text = PlainText.optional(typed, PlainText.LINE).in(errors, field);
        return text == null || text.isEmpty() ? null : text;
    }

    private static Form empty() {
        return new Form(null, null, null, null, null, null, TypedDate.EMPTY);
    }

    private static Form filled(Persons.Said said) {
        var is = said.identity();
        var born = Optional.ofNullable(is.born()).flatMap(PartialDate::parse).orElse(PartialDate.UNKNOWN);
        return new Form(
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
        return "persons/identity";
    }

    private PersonInCase find(OpenCase file, String label) {
        return persons.find(file, label).orElseThrow(IdentityPages::notFound);
    }

    private static @Nullable UUID id(@Nullable String typed) {
        try {
            return Objects.requireNonNullElse(typed, "").isEmpty() ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException bent) {
            throw notFound();
        }
    }

    private static String back(OpenCase file, PersonInCase person) {
        return "redirect:/c/" + file.code().value() + "/p/" + person.label();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
