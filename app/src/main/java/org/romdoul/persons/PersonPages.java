package org.romdoul.persons;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Account;
import org.romdoul.access.Accounts;
import org.romdoul.cases.CaseFrames;
import org.romdoul.cases.Memberships;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.input.PlainText;
import org.romdoul.input.TypedDate;
import org.romdoul.journal.Facts;
import org.romdoul.law.Law;
import org.romdoul.vault.Openings;
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

/** The people of a case, by label, and one person's page: what she wants, and, masked, who she is. */
@Controller
@RequestMapping("/c/{case}")
class PersonPages {

    private final Persons persons;
    private final CaseFrames frames;
    private final Memberships memberships;
    private final Accounts accounts;
    private final Facts facts;
    private final Law law;

    PersonPages(Persons persons, CaseFrames frames, Memberships memberships, Accounts accounts, Facts facts, Law law) {
        this.persons = persons;
        this.frames = frames;
        this.memberships = memberships;
        this.accounts = accounts;
        this.facts = facts;
        this.law = law;
    }

    record Form(
            @Nullable String fact,
            @Nullable String part,
            @Nullable String sex,
            @Nullable String age,
            @Nullable TypedDate since) {}

    record ChoiceForm(
            @Nullable String fact,
            @Nullable String chosen,
            @Nullable String dropped) {}

    record WishForm(@Nullable String fact, @Nullable String words) {}

    @GetMapping("/people")
    String people(OpenCase file, Model model) {
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("people", persons.in(file));
        return "persons/people";
    }

    @GetMapping("/people/new")
    String ask(OpenCase file, Model model) {
        model.addAttribute("form", new Form(facts.id().toString(), null, "UNKNOWN", "UNKNOWN", TypedDate.EMPTY));
        return form(file, model);
    }

    @PostMapping("/people/new")
    String register(OpenCase file, @ModelAttribute("form") Form form, BindingResult errors, Model model) {
        var fact = Forms.fact(form.fact());
        var part = Forms.required(Part.class, form.part(), errors, "part");
        var sex = Forms.required(Sex.class, form.sex(), errors, "sex");
        var age = Forms.required(Age.class, form.age(), errors, "age");
        var typed = form.since() == null ? TypedDate.EMPTY : form.since();
        var since = typed.optional(law.today()).in(errors, "since");
        if (part == null || sex == null || age == null || since == null) return form(file, model);
        var person = persons.register(file, fact, part, sex, age, since);
        return "redirect:/c/" + file.code().value() + "/p/" + person.label();
    }

    @GetMapping({"/p/{label}", "/p/{label}/choice"})
    String person(OpenCase file, @PathVariable String label, Model model, HttpServletResponse response) {
        model.addAttribute("form", new WishForm(facts.id().toString(), null));
        return withHerName(file, find(file, label), model, response);
    }

    /** Where somebody types no name is shown: this page need not end after ten minutes. */
    @GetMapping("/p/{label}/wish")
    String write(OpenCase file, @PathVariable String label, Model model) {
        model.addAttribute("form", new WishForm(facts.id().toString(), null));
        return masked(file, find(file, label), model);
    }

    @PostMapping("/p/{label}/wish")
    String wish(
            OpenCase file,
            @PathVariable String label,
            @ModelAttribute("form") WishForm form,
            BindingResult errors,
            Model model) {
        var person = find(file, label);
        var fact = Forms.fact(form.fact());
        var words = PlainText.required(form.words(), PlainText.PARAGRAPH).in(errors, "words");
        if (words == null) return masked(file, person, model);
        persons.wishes(file, person, fact, words);
        return "redirect:/c/" + file.code().value() + "/p/" + label;
    }

    /** Decides between two recordings of who she is, both of which are shown. */
    @PostMapping("/p/{label}/choice")
    String choose(
            OpenCase file,
            @PathVariable String label,
            @ModelAttribute("choice") ChoiceForm choice,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        var person = find(file, label);
        var here = "redirect:/c/" + file.code().value() + "/p/" + label;
        // Ten minutes have passed: she decides when she sees them again.
        if (persons.shown(file, person).isEmpty()) return here + "/name";
        return switch (persons.choose(
                file, person, Forms.fact(choice.fact()), Forms.fact(choice.chosen()), Forms.fact(choice.dropped()))) {
            case MADE -> here;
            case UNKNOWN -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case SETTLED -> {
                errors.reject("identity.settled");
                model.addAttribute("form", new WishForm(facts.id().toString(), null));
                yield withHerName(file, person, model, response);
            }
        };
    }

    /**
     * Nothing is typed into a page that shows a name, so the browser may fetch it again by itself, without scripts too, once the
     * name is masked.
     */
    private String withHerName(OpenCase file, PersonInCase person, Model model, HttpServletResponse response) {
        var said = persons.shown(file, person);
        if (!said.isEmpty())
            persons.leftOpen(file, person)
                    .ifPresent(left -> response.setHeader(
                            "Refresh",
                            left.toSeconds() + 1 + "; url=/c/" + file.code().value() + "/p/" + person.label()
                                    + "?masked"));
        return page(file, person, said, model);
    }

    private String masked(OpenCase file, PersonInCase person, Model model) {
        return page(file, person, List.of(), model);
    }

    private String page(OpenCase file, PersonInCase person, List<Persons.Said> said, Model model) {
        if (!model.containsAttribute("choice"))
            model.addAttribute("choice", new ChoiceForm(facts.id().toString(), null, null));
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("person", person);
        model.addAttribute("wishes", persons.wishesOf(file, person));
        model.addAttribute("said", said);
        model.addAttribute("erased", persons.isErased(file, person));
        model.addAttribute("readings", readings(file, person));
        return "persons/person";
    }

    /** Who looked is told to who answers for the case. */
    private List<PersonReading> readings(OpenCase file, PersonInCase person) {
        if (!memberships.runs(file)) return List.of();
        var readings = persons.readings(file, person);
        var people = accounts.byIds(
                readings.stream().map(Openings.Reading::actor).distinct().toList());
        return readings.stream()
                .map(one -> new PersonReading(
                        Optional.ofNullable(people.get(one.actor()))
                                .map(Account::number)
                                .orElse(""),
                        one.purpose(),
                        one.at()))
                .toList();
    }

    private String form(OpenCase file, Model model) {
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("parts", Option.each(Part.class, "person.part"));
        model.addAttribute("sexes", Option.each(Sex.class, "person.sex"));
        model.addAttribute("ages", Option.each(Age.class, "person.age"));
        return "persons/register";
    }

    private PersonInCase find(OpenCase file, String label) {
        return persons.find(file, label).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
