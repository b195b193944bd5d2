package org.romdoul.court;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.Option;
import org.romdoul.input.Phrase;
import org.romdoul.law.Law;
import org.romdoul.persons.Part;
import org.romdoul.persons.Persons;
import org.romdoul.prosecution.AppealOutcome;
import org.romdoul.prosecution.Charge;
import org.romdoul.prosecution.CourtFact;
import org.romdoul.prosecution.Defendant;
import org.romdoul.prosecution.FactKind;
import org.romdoul.prosecution.History;
import org.romdoul.prosecution.Judgment;
import org.romdoul.prosecution.Sentence;
import org.romdoul.prosecution.Verdict;
import org.springframework.stereotype.Component;

/** Makes the form that records a step, or mends what was recorded wrong. */
@Component
class StepForms {

    /** A correction mends what was said; it moves nothing to another place. */
    private static final Set<String> PLACES = Set.of("person", "against", "appeal", "follows", "decision");

    private static final Set<String> LISTED = Set.of("statute", "basis");

    private final Persons persons;
    private final Law law;

    StepForms(Persons persons, Law law) {
        this.persons = persons;
        this.law = law;
    }

    /**
     * @param fact the id of the first fact it will make
     * @param sent the fields that came back: what was asked when the form was read is read, whatever was decided since
     */
    StepForm step(OpenCase file, FactKind<? extends CourtFact> kind, UUID fact, History history, Set<String> sent) {
        var parts = new ArrayList<StepForm.Part>();
        parts.add(first(file, kind, fact, history, Set.of("label")));
        if (kind.type() == Judgment.class)
            for (var charge : history.all(Charge.class))
                if (history.undecided().contains(charge) || isSent(charge, sent)) parts.add(verdict(fact, charge));
        if (kind.type() == Judgment.class || kind.type() == AppealOutcome.class)
            parts.add(sentence(file, fact, history));
        return new StepForm(List.copyOf(parts), null);
    }

    StepForm correction(OpenCase file, CourtFact earlier, UUID fact, History history) {
        var unasked = new ArrayList<>(PLACES);
        unasked.add("label");
        return new StepForm(List.of(first(file, FactKind.of(earlier), fact, history, Set.copyOf(unasked))), earlier);
    }

    private StepForm.Part first(
            OpenCase file, FactKind<? extends CourtFact> kind, UUID fact, History history, Set<String> unasked) {
        var questions = new ArrayList<>(List.of(Question.happened(kind)));
        if (Question.isTimed(kind)) questions.add(Question.time());
        questions.addAll(questions(file, kind, "", history, unasked));
        return new StepForm.Part(kind, fact, "", null, List.copyOf(questions), Map.of());
    }

    private static boolean isSent(Charge charge, Set<String> sent) {
        return sent.stream().anyMatch(field -> field.startsWith(prefix(charge)));
    }

    // A charge keeps its fields, however many others are decided between reading the form and sending it.
    private static String prefix(Charge charge) {
        return "charge-" + charge.charge() + ".";
    }

    private static StepForm.Part verdict(UUID judgment, Charge charge) {
        var kind = new FactKind<>(Verdict.class);
        var prefix = prefix(charge);
        return new StepForm.Part(
                kind,
                part(judgment, charge.charge().toString()),
                prefix,
                Phrase.of("court.verdict.on", charge.statute(), charge.counts()),
                charge.counts() == 1 ? List.of(Finding.question(kind, prefix)) : Finding.counts(kind, prefix),
                Map.of("decision", judgment, "charge", charge.charge()));
    }

    private StepForm.Part sentence(OpenCase file, UUID decision, History history) {
        var kind = new FactKind<>(Sentence.class);
        var prefix = "sentence.";
        return new StepForm.Part(
                kind,
                part(decision, prefix),
                prefix,
                Phrase.of("court.step.sentence"),
                questions(file, kind, prefix, history, Set.of("decision", "charge")),
                Map.of("decision", decision));
    }

    // Sent twice, the form makes the same facts.
    private static UUID part(UUID first, String part) {
        return UUID.nameUUIDFromBytes((first + "/" + part).getBytes(StandardCharsets.UTF_8));
    }

    private List<Question> questions(
            OpenCase file, FactKind<? extends CourtFact> kind, String prefix, History history, Set<String> unasked) {
        var questions = new ArrayList<Question>();
        Question.parts(kind).filter(part -> !unasked.contains(part.getName())).forEach(part -> {
            var options = options(file, kind, part, history);
            if (isAsked(part, options, history, file)) questions.add(Question.of(kind, part, prefix, options));
        });
        return List.copyOf(questions);
    }

    // Where there is nothing to choose between, nothing is asked; why a presumed victim is charged, only where one is.
    private boolean isAsked(RecordComponent part, List<Option> options, History history, OpenCase file) {
        if (part.getName().equals("override")) return isPresumedVictim(file, history);
        return !Question.refers(part) || !Question.isOptional(part) || options.size() > 1;
    }

    boolean isPresumedVictim(OpenCase file, History history) {
        return history.accused()
                .map(Defendant::person)
                .filter(person -> persons.in(file).stream()
                        .anyMatch(one -> one.id().equals(person) && one.part() == Part.PRESUMED_VICTIM))
                .isPresent();
    }

    private List<Option> options(OpenCase file, FactKind<?> kind, RecordComponent part, History history) {
        if (part.getType().isEnum()) return constants(part.getType());
        if (part.getName().equals("person")) return people(file);
        if (LISTED.contains(part.getName())) return articles(part.getName());
        if (!Question.refers(part)) return List.of();
        var options = new ArrayList<Option>();
        if (Question.isOptional(part))
            options.add(Option.phrase(
                    Question.NONE,
                    Phrase.of(Question.label(kind, part.getName()).key() + ".none")));
        var saying = new Saying(history);
        for (var fact : Step.referredTo(part.getName(), history))
            options.add(Option.phrase(fact.name().toString(), Phrase.of("court.on", fact.happened(), saying.of(fact))));
        return List.copyOf(options);
    }

    private static List<Option> constants(Class<?> type) {
        var options = new ArrayList<Option>();
        for (var constant : type.getEnumConstants())
            options.add(Option.phrase(((Enum<?>) constant).name(), Saying.is((Enum<?>) constant)));
        return List.copyOf(options);
    }

    private List<Option> people(OpenCase file) {
        return persons.in(file).stream()
                .map(one -> Option.phrase(
                        one.id().toString(),
                        Phrase.of("court.coded", one.label(), Phrase.of("person.part", one.part()))))
                .toList();
    }

    private List<Option> articles(String kind) {
        return law.now().codes(kind).stream()
                .map(code -> Option.phrase(code, Phrase.of("court.coded", code, Phrase.of("court.article." + code))))
                .toList();
    }
}
