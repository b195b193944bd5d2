package org.romdoul.input;

import java.util.List;

/**
 * Something to be said in the reader's language.
 *
 * @param key message key
 * @param arguments what the message names: figures, codes, dates ({@link PartialDate}, Instant), other phrases
 */
public record Phrase(String key, List<Object> arguments) {

    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }

    /** @return the phrase of a constant, {@code NEVER_ALONE} worded by {@code prefix.never-alone} */
    public static Phrase of(String prefix, Enum<?> constant) {
        return of(Option.keyOf(prefix, constant));
    }
}
