package org.romdoul.court;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.Digits;
import org.romdoul.input.PartialDate;
import org.romdoul.input.PlainText;
import org.romdoul.input.Typed;
import org.romdoul.journal.Fact;
import org.romdoul.persons.PersonInCase;
import org.romdoul.prosecution.CourtFact;
import org.romdoul.prosecution.Defendant;
import org.romdoul.prosecution.DetentionExtension;
import org.romdoul.prosecution.FactKind;
import org.romdoul.prosecution.Judgment;
import org.romdoul.prosecution.Sentence;
import org.romdoul.prosecution.Termination;
import org.romdoul.vault.SealedRef;

/**
 * A form on its way to being facts: reads each answer, and says beside the field what is wrong with it.
 *
 * @param defendant the accused; for a new one, the fact itself
 * @param today the last day that anything but a hearing may have happened
 * @param seal seals words under the case's key
 */
record Reading(
        Typing typing,
        OpenCase file,
        UUID defendant,
        List<PersonInCase> people,
        LocalDate today,
        ZoneId zone,
        UnaryOperator<String> seal) {

    private static final int YEARS_AHEAD = 10;
    private static final int MOST_COUNTS = 9_999;
    private static final int MOST_MONTHS = 1_200;
    private static final int MOST_YEARS = 120;

    // Thousands are set apart by commas, points or spaces, as the language has it.
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}|\\d{1,3}([ ,.]\\d{3}){1,4}");

    /** @return the facts; nothing where something typed cannot be read */
    List<CourtFact> of(StepForm form) {
        var facts = new ArrayList<CourtFact>();
        var happened = happened(form.parts().getFirst().kind());
        for (var part : form.parts())
            if (part == form.parts().getFirst() || typing.answered(part).isPresent())
                facts.add(fact(form, part, happened));
        if (facts.getFirst() instanceof Judgment && facts.size() == 1 && form.corrects() == null)
            typing.errors().reject("court.judgment.says-nothing");
        return typing.errors().hasErrors() ? List.of() : List.copyOf(facts);
    }

    private CourtFact fact(StepForm form, StepForm.Part part, PartialDate happened) {
        var corrects = form.corrects();
        var fact = new Fact(
                part.fact(),
                file.id(),
                happened,
                file.reader().account(),
                null,
                corrects == null ? null : corrects.id());
        return part.kind().make(fact, component -> value(component, part, corrects));
    }

    private @Nullable Object value(RecordComponent component, StepForm.Part part, @Nullable CourtFact corrects) {
        var name = component.getName();
        if (Question.isOwnName(part.kind(), component)) return corrects == null ? part.fact() : corrects.name();
        if (name.equals("defendant")) return defendant;
        if (part.given().containsKey(name)) return part.given().get(name);
        if (Finding.isCounted(component) && corrects == null) return found(component, part);
        var question = part.question(name);
        if (question.isPresent()) return answer(component, question.get());
        if (corrects != null) return FactKind.value(component, corrects);
        return name.equals("label") ? label(part) : null;
    }

    /** The counts a court found so; what is left empty is none of them. */
    private Integer found(RecordComponent component, StepForm.Part part) {
        var choice = part.question(Finding.NAME);
        if (choice.isPresent()) return typing.text(choice.get().name()).equals(component.getName()) ? 1 : 0;
        var counts = number(
                component, part.question(component.getName()).orElseThrow().name());
        return Objects.requireNonNullElse(counts, 0);
    }

    private String label(StepForm.Part part) {
        var person = part.question("person")
                .map(question -> typing.text(question.name()))
                .orElse("");
        return people.stream()
                .filter(one -> one.id().toString().equals(person))
                .findFirst()
                .map(PersonInCase::label)
                .orElse("");
    }

    private @Nullable Object answer(RecordComponent component, Question question) {
        var name = question.name();
        return switch (question.shape()) {
            case CHOICE -> chosen(component, question);
            case TICK -> "true".equals(typing.text(name));
            case NUMBER -> number(component, name);
            case AMOUNT -> amount(name);
            case CODE -> code(component, question);
            case WORDS -> words(name);
            case DATE -> date(name, component.getDeclaringRecord() == DetentionExtension.class ? ahead() : today);
            case TIME -> throw new IllegalStateException("a time of day is part of when it happened");
        };
    }

    private PartialDate happened(FactKind<?> kind) {
        var last = Question.last(kind.type(), today);
        // Of proceedings of which nobody can tell whether they have ended, nobody can tell when.
        if (kind.type() == Termination.class)
            return date(Question.HAPPENED, typing.date(Question.HAPPENED).optional(last));
        var day = date(Question.HAPPENED, last);
        var time = typing.text(Question.TIME);
        if (!Question.isTimed(kind) || time.isBlank()) return day;
        return Moments.at(day, time, zone).orElseGet(() -> {
            typing.errors().rejectValue(Question.TIME, "court.time.wrong");
            return day;
        });
    }

    private LocalDate ahead() {
        return today.plusYears(YEARS_AHEAD);
    }

    private PartialDate date(String name, LocalDate last) {
        return date(name, typing.date(name).required(last));
    }

    private PartialDate date(String name, Typed<PartialDate> typed) {
        var date = in(name, typed);
        return date == null ? PartialDate.UNKNOWN : date;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private @Nullable Object chosen(RecordComponent component, Question question) {
        var typed = typing.text(question.name());
        var offered =
                question.options().stream().anyMatch(option -> option.value().equals(typed));
        if (!offered) {
            typing.errors().rejectValue(question.name(), "input.missing");
            return component.getType().isEnum() ? component.getType().getEnumConstants()[0] : null;
        }
        if (component.getType().isEnum()) return Enum.valueOf((Class<Enum>) component.getType(), typed);
        return typed.equals(Question.NONE) ? null : UUID.fromString(typed);
    }

    private @Nullable Integer number(RecordComponent component, String name) {
        var optional = Question.isOptional(component);
        if (optional && typing.text(name).isBlank()) return null;
        var counts = component.getName().equals("counts");
        var record = component.getDeclaringRecord();
        var most = record == Sentence.class ? MOST_MONTHS : record == Defendant.class ? MOST_YEARS : MOST_COUNTS;
        var number = in(name, Digits.whole(typing.text(name), counts ? 1 : 0, most));
        return number == null ? Integer.valueOf(1) : number;
    }

    private @Nullable Long amount(String name) {
        var written = Digits.ascii(typing.text(name)).strip();
        if (written.isEmpty()) return null;
        if (AMOUNT.matcher(written).matches()) return Long.valueOf(written.replaceAll("\\D", ""));
        typing.errors().rejectValue(name, "court.amount.wrong");
        return null;
    }

    private @Nullable String code(RecordComponent component, Question question) {
        var other = question.name() + Question.OTHER;
        var field = typing.text(other).isBlank() ? question.name() : other;
        var typed = PlainText.optional(typing.text(field), PlainText.LINE);
        var code = in(question.name(), typed);
        if (code == null || code.isEmpty()) {
            if (Question.isOptional(component)) return null;
            if (code != null) typing.errors().rejectValue(question.name(), "input.missing");
            return "";
        }
        return component.getName().equals("statute") ? code : code.toUpperCase(Locale.ROOT);
    }

    private @Nullable SealedRef words(String name) {
        var words = in(name, PlainText.optional(typing.text(name), PlainText.PARAGRAPH));
        return words == null || words.isEmpty() || typing.errors().hasErrors()
                ? null
                : SealedRef.parse(seal.apply(words));
    }

    private <T> @Nullable T in(String field, Typed<T> typed) {
        return typed.in(typing.errors(), field);
    }
}
