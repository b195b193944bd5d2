package org.romdoul.prosecution;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.CaseFrames;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.Option;
import org.romdoul.journal.Facts;
import org.romdoul.law.Law;
import org.romdoul.persons.PersonInCase;
import org.romdoul.persons.Persons;
import org.romdoul.prosecution.CourtForm.Step;
import org.romdoul.vault.Vault;
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

/** A case before the courts: each accused, what stands and why; and the forms that record what happens there. */
@Controller
@RequestMapping("/c/{case}/court")
class CourtPages {

    private final Prosecution prosecution;
    private final DetentionStrips strips;
    private final Persons persons;
    private final CaseFrames frames;
    private final CourtClocks clocks;
    private final Law law;
    private final Vault vault;
    private final Facts facts;
    private final Clock clock;

    CourtPages(
            Prosecution prosecution,
            DetentionStrips strips,
            Persons persons,
            CaseFrames frames,
            CourtClocks clocks,
            Law law,
            Vault vault,
            Facts facts,
            Clock clock) {
        this.prosecution = prosecution;
        this.strips = strips;
        this.persons = persons;
        this.frames = frames;
        this.clocks = clocks;
        this.law = law;
        this.vault = vault;
        this.facts = facts;
        this.clock = clock;
    }

    @GetMapping
    String court(OpenCase file, Locale locale, Model model) {
        var accused = prosecution.of(file).stream()
                .map(history -> Before.of(history, strips.of(history, locale)))
                .toList();
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("accused", accused);
        model.addAttribute("records", file.reader().role().recordsCourt());
        return "prosecution/court";
    }

    @GetMapping("/accused")
    String askAccused(OpenCase file, Model model) {
        model.addAttribute("form", CourtForm.blank(facts.id()));
        return form(file, Step.ACCUSED, null, model);
    }

    @PostMapping("/accused")
    String accuse(OpenCase file, @ModelAttribute("form") CourtForm form, BindingResult errors, Model model) {
        var fact = fact(form);
        return file(file, Step.ACCUSED, null, filing(file, form, errors, fact, fact), model);
    }

    @GetMapping("/{label}/{step}")
    String ask(OpenCase file, @PathVariable String label, @PathVariable String step, Model model) {
        model.addAttribute("form", CourtForm.blank(facts.id()));
        return form(file, step(step), find(file, label), model);
    }

    @PostMapping("/{label}/{step}")
    String send(
            OpenCase file,
            @PathVariable String label,
            @PathVariable String step,
            @ModelAttribute("form") CourtForm form,
            BindingResult errors,
            Model model) {
        var history = find(file, label);
        return file(file, step(step), history, filing(file, form, errors, fact(form), history.defendant()), model);
    }

    private String file(OpenCase file, Step step, @Nullable History history, Filing filing, Model model) {
        mayRecord(file);
        var fact = filing.read(step, persons.in(file));
        if (fact.isEmpty()) return form(file, step, history, model);
        if (prosecution.record(file, fact.get()) instanceof Answer.Refused no) {
            reject(filing, step, no);
            return form(file, step, history, model);
        }
        return "redirect:/c/" + file.code().value() + "/court";
    }

    // Beside the field where the form has it, else above it.
    private static void reject(Filing filing, Step step, Answer.Refused no) {
        var field = step.asks().contains(no.field())
                || List.of("happened", "override").contains(no.field());
        if (field) filing.errors().rejectValue(no.field(), no.reason());
        else filing.errors().reject(no.reason());
    }

    private Filing filing(OpenCase file, CourtForm form, BindingResult errors, UUID fact, UUID defendant) {
        return new Filing(
                form,
                errors,
                file,
                fact,
                defendant,
                clocks.today(clock.instant()),
                law.now().zone(),
                words -> vault.seal(file.id(), file.id(), words).toString());
    }

    private String form(OpenCase file, Step step, @Nullable History history, Model model) {
        mayRecord(file);
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("step", step.path());
        model.addAttribute("label", history == null ? "" : label(history));
        model.addAttribute("asks", asks(file, step, history));
        model.addAttribute("choices", choices(file, history));
        return "prosecution/record";
    }

    /** A presumed victim is charged only by somebody who says why: the question is asked before it is refused. */
    private List<String> asks(OpenCase file, Step step, @Nullable History history) {
        var asks = new ArrayList<>(step.asks());
        if (step == Step.CHARGE && history != null && prosecution.isPresumedVictim(file, history)) asks.add("override");
        return asks;
    }

    private Map<String, List<Option>> choices(OpenCase file, @Nullable History history) {
        var choices = new LinkedHashMap<String, List<Option>>();
        choices.put("role", Option.each(Defendant.Role.class, "court.role"));
        choices.put("sex", Option.each(Defendant.Sex.class, "court.sex"));
        choices.put("custody", Option.each(Detention.Kind.class, "court.custody"));
        choices.put("gravity", Option.each(Detention.Gravity.class, "court.gravity"));
        choices.put("way", Option.each(DetentionEnd.Way.class, "court.way"));
        choices.put("bail", Option.each(Bail.Kind.class, "court.bail"));
        choices.put("answer", Option.each(Plea.Answer.class, "court.answer"));
        choices.put("heard", Option.each(Hearing.Kind.class, "court.heard"));
        choices.put("result", Option.each(HearingOutcome.Result.class, "court.result"));
        choices.put("level", Option.each(Decision.Level.class, "court.level"));
        choices.put("party", Option.each(Appeal.Party.class, "court.party"));
        choices.put("outcome", Option.each(AppealOutcome.Result.class, "court.outcome"));
        choices.put("reason", Option.each(Withdrawal.Reason.class, "court.reason"));
        choices.put("ended", Option.each(Termination.Ended.class, "court.ended"));
        choices.put(
                "person",
                persons.in(file).stream()
                        .map(PersonInCase::label)
                        .map(label -> Option.text(label, label))
                        .toList());
        if (history != null) choices.putAll(of(history));
        return choices;
    }

    /** What later facts can refer to, by its date: nothing here needs words. */
    private static Map<String, List<Option>> of(History history) {
        var charges = history.all(Charge.class).stream()
                .map(charge -> Option.text(charge.charge().toString(), charge.statute() + " × " + charge.counts()));
        return Map.of(
                "charge", charges.toList(),
                "detention", dated(history.all(Detention.class).stream()),
                "hearing", dated(history.all(Hearing.class).stream()),
                "decision", dated(history.live().stream().filter(Decision.class::isInstance)),
                "against", dated(history.live().stream().filter(Decision.class::isInstance)),
                "appeal", dated(history.all(Appeal.class).stream()),
                "follows",
                        dated(history.all(AppealOutcome.class).stream()
                                .filter(outcome -> outcome.result() == AppealOutcome.Result.RETRIAL)));
    }

    private static List<Option> dated(Stream<? extends CourtFact> facts) {
        var options = new ArrayList<Option>();
        facts.forEach(fact -> options.add(Option.text(
                fact.name().toString(),
                (options.size() + 1) + ": " + fact.happened().edtf())));
        return options;
    }

    private History find(OpenCase file, String label) {
        return prosecution.of(file).stream()
                .filter(history -> label(history).equals(label))
                .findFirst()
                .orElseThrow(CourtPages::notFound);
    }

    private static String label(History history) {
        return history.accused().map(Defendant::label).orElseThrow();
    }

    // Whoever reads the case sees the page; only those of the court's side find its forms.
    private static void mayRecord(OpenCase file) {
        if (!file.reader().role().recordsCourt()) throw notFound();
    }

    private static Step step(String path) {
        return Step.at(path).filter(step -> step != Step.ACCUSED).orElseThrow(CourtPages::notFound);
    }

    private UUID fact(CourtForm form) {
        try {
            return form.fact() == null ? facts.id() : UUID.fromString(form.fact());
        } catch (IllegalArgumentException bent) {
            return facts.id();
        }
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
