package org.romdoul.court;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;
import org.romdoul.input.TypedDate;
import org.romdoul.prosecution.CourtFact;
import org.romdoul.prosecution.FactKind;
import org.romdoul.vault.SealedRef;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;

/** What was typed into a form, word for word, and what is wrong with it. */
final class Typing {

    static final String FORM = "form";
    static final String FACT = "fact";

    private final Map<String, Object> typed = new HashMap<>();
    private final BindingResult errors = new MapBindingResult(typed, FORM);

    private Typing(StepForm form) {
        typed.put(FACT, form.parts().getFirst().fact().toString());
    }

    /** Nothing yet, but for what there is only one answer to. */
    static Typing blank(StepForm form) {
        var typing = new Typing(form);
        form.questions().filter(one -> one.shape() == Question.Shape.CHOICE).forEach(one -> {
            var options = one.options();
            if (options.size() == 1)
                typing.typed.put(one.name(), options.getFirst().value());
            for (var option : options)
                if (option.value().equals(Question.NONE)) typing.typed.put(one.name(), Question.NONE);
        });
        return typing;
    }

    static Typing sent(StepForm form, MultiValueMap<String, String> fields) {
        var typing = new Typing(form);
        form.questions().forEach(one -> typing.keep(one, fields));
        return typing;
    }

    /** @param opened opens what is sealed; empty where it has been erased */
    static Typing of(CourtFact fact, StepForm form, ZoneId zone, Function<SealedRef, String> opened) {
        var typing = new Typing(form);
        var happened = fact.happened();
        typing.typed.put(Question.HAPPENED, TypedDate.of(local(happened, zone)));
        if (happened.precision() == PartialDate.Precision.MINUTE)
            typing.typed.put(Question.TIME, Moments.time(happened, zone));
        var part = form.parts().getFirst();
        for (var component : FactKind.of(fact).parts()) {
            var value = FactKind.value(component, fact);
            part.question(component.getName()).ifPresent(question -> typing.keep(question, value, zone, opened));
        }
        return typing;
    }

    private void keep(Question question, MultiValueMap<String, String> fields) {
        var name = question.name();
        if (question.shape() == Question.Shape.DATE)
            typed.put(
                    name,
                    new TypedDate(
                            fields.getFirst(name + ".day"),
                            fields.getFirst(name + ".month"),
                            fields.getFirst(name + ".year"),
                            fields.getFirst(name + ".about")));
        for (var field : List.of(name, name + Question.OTHER)) {
            var sent = fields.getFirst(field);
            if (sent != null) typed.put(field, sent);
        }
    }

    private void keep(Question question, @Nullable Object value, ZoneId zone, Function<SealedRef, String> opened) {
        var name = question.name();
        switch (value) {
            case null -> {
                if (question.shape() == Question.Shape.CHOICE) typed.put(name, Question.NONE);
            }
            case PartialDate date -> typed.put(name, TypedDate.of(local(date, zone)));
            case SealedRef words -> typed.put(name, opened.apply(words));
            case Enum<?> one -> typed.put(name, one.name());
            case String code -> typed.put(isListed(question, code) ? name : name + Question.OTHER, code);
            default -> typed.put(name, value.toString());
        }
    }

    private static boolean isListed(Question question, String code) {
        return question.options().isEmpty()
                || question.options().stream().anyMatch(option -> option.value().equals(code));
    }

    private static PartialDate local(PartialDate date, ZoneId zone) {
        return date.precision() == PartialDate.Precision.MINUTE ? Moments.day(date, zone) : date;
    }

    String text(String name) {
        return Objects.requireNonNullElse(typed.get(name), "").toString();
    }

    /** @return the first question of a part that was answered; a currency alone says nothing */
    Optional<Question> answered(StepForm.Part part) {
        return part.questions().stream()
                .filter(question -> !question.name().endsWith("currency"))
                .filter(question -> {
                    var answer = text(question.name()).strip();
                    return !answer.isEmpty() && !answer.equals(Question.NONE);
                })
                .findFirst();
    }

    TypedDate date(String name) {
        return typed.get(name) instanceof TypedDate date ? date : TypedDate.EMPTY;
    }

    BindingResult errors() {
        return errors;
    }
}
