package org.romdoul.web;

import java.util.Objects;
import java.util.stream.Stream;
import org.romdoul.site.Language;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.ObjectError;

/**
 * The words of one reader.
 *
 * @param source every message of every room
 * @param language hers
 */
record Wording(MessageSource source, Language language) {

    String text(String key, Object... arguments) {
        return Objects.requireNonNull(source.getMessage(key, arguments, key, language.locale()));
    }

    /** A refusal of Spring's binding in words: the most particular of its keys that has any. */
    String problem(ObjectError error) {
        var keys = Stream.of(Objects.requireNonNullElse(error.getCodes(), new String[0]))
                .toArray(String[]::new);
        var fallback =
                Objects.requireNonNullElse(error.getDefaultMessage(), keys.length == 0 ? "" : keys[keys.length - 1]);
        var worded = new DefaultMessageSourceResolvable(keys, error.getArguments(), fallback);
        return source.getMessage(worded, language.locale());
    }
}
