package org.romdoul.input;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What came of reading something typed: the value meant, or what is wrong with it.
 *
 * @param <T> the value
 */
public sealed interface Typed<T> {

    /** Understood. */
    record Value<T>(T value) implements Typed<T> {}

    /**
     * Not understood.
     *
     * @param code the message key that says what is wrong
     * @param arguments what the message names: a limit, a character
     */
    record Problem<T>(String code, List<Object> arguments) implements Typed<T> {}

    static <T> Typed<T> problem(String code, Object... arguments) {
        return new Problem<>(code, List.of(arguments));
    }

    /** @return the value; null where it is refused, which is then said beside the field */
    default @Nullable T in(Errors errors, String field) {
        return switch (this) {
            case Value<T> good -> good.value();
            case Problem<T> bad -> {
                errors.rejectValue(field, bad.code(), bad.arguments().toArray(), null);
                yield null;
            }
        };
    }
}
