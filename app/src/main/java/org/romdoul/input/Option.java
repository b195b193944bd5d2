package org.romdoul.input;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One answer that can be chosen.
 *
 * @param value what the form sends
 * @param words a message key, or the words themselves (a code, a place)
 * @param isKey whether {@code words} is a message key
 * @param arguments of the message
 * @param hint a message key, for the few answers that need explaining
 */
public record Option(
        String value,
        String words,
        boolean isKey,
        List<Object> arguments,
        @Nullable String hint) {

    public static Option key(String value, String key) {
        return new Option(value, key, true, List.of(), null);
    }

    public static Option text(String value, String text) {
        return new Option(value, text, false, List.of(), null);
    }

    public static Option phrase(String value, Phrase phrase) {
        return new Option(value, phrase.key(), true, phrase.arguments(), null);
    }

    public Option withHint(String key) {
        return new Option(value, words, isKey, arguments, key);
    }

    /** @return the constants as answers, {@code NEVER_ALONE} worded by {@code prefix.never-alone} */
    public static <E extends Enum<E>> List<Option> each(Class<E> answers, String prefix) {
        return Stream.of(answers.getEnumConstants())
                .map(answer -> key(answer.name(), keyOf(prefix, answer)))
                .toList();
    }

    /** @return the message key that words a constant */
    public static String keyOf(String prefix, Enum<?> answer) {
        return prefix + "." + answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
