package org.romdoul.studies;

import java.util.List;
import org.springframework.validation.Errors;

/**
 * What is wrong with something typed.
 *
 * @param field where it was typed; empty: the whole of it
 * @param code the message key
 * @param arguments what the message names
 */
record Objection(String field, String code, List<Object> arguments) {

    static Objection to(String field, String code, Object... arguments) {
        return new Objection(field, code, List.of(arguments));
    }

    static Objection whole(String code) {
        return to("", code);
    }

    void in(Errors errors) {
        if (field.isEmpty()) errors.reject(code, arguments.toArray(), null);
        else errors.rejectValue(field, code, arguments.toArray(), null);
    }
}
