package org.romdoul.input;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;
import org.springframework.web.server.ResponseStatusException;

/** Reads what forms have in common: the fact they will make, and answers from a list. */
public final class Forms {

    private Forms() {}

    /** @return the fact's id a form carries; a form without one is not ours */
    public static UUID fact(@Nullable String carried) {
        try {
            return UUID.fromString(carried == null ? "" : carried);
        } catch (IllegalArgumentException forged) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    /** @return the fact that a form corrects; null where there was none when it was read */
    public static @Nullable UUID corrected(@Nullable String carried) {
        return carried == null || carried.isEmpty() ? null : fact(carried);
    }

    public static <E extends Enum<E>> Optional<E> chosen(Class<E> answers, @Nullable String typed) {
        return Arrays.stream(answers.getEnumConstants())
                .filter(one -> one.name().equals(typed))
                .findFirst();
    }

    /** @return the answer, or null where there is none of ours, which is then said beside the field */
    public static <E extends Enum<E>> @Nullable E required(
            Class<E> answers, @Nullable String typed, Errors errors, String field) {
        var one = chosen(answers, typed);
        if (one.isEmpty()) errors.rejectValue(field, "input.missing");
        return one.orElse(null);
    }

    /** @return the answer, or {@code unanswered} where she left it out, or null where it is none of ours, which is then said */
    public static <E extends Enum<E>> @Nullable E optional(
            Class<E> answers, @Nullable String typed, E unanswered, Errors errors, String field) {
        return typed == null || typed.isEmpty() ? unanswered : required(answers, typed, errors, field);
    }

    public static <E extends Enum<E>> Set<E> all(Class<E> answers, @Nullable List<String> typed) {
        var set = EnumSet.noneOf(answers);
        if (typed != null) typed.forEach(one -> chosen(answers, one).ifPresent(set::add));
        return set;
    }
}
