package org.romdoul.evidence;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.Digits;
import org.romdoul.input.Typed;

/** Codes of places and numbers of seals as people write them: in small letters, with spaces, in figures of any script. */
final class ShortCodes {

    private static final Pattern PLACE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,15}");
    private static final Pattern SEAL = Pattern.compile("[A-Z0-9][A-Z0-9./-]{0,31}");

    private ShortCodes() {}

    /** @return the code, empty where none was typed */
    static Typed<String> place(@Nullable String typed) {
        return read(typed, PLACE, "exhibit.place.form");
    }

    static Typed<String> seal(@Nullable String typed) {
        return read(typed, SEAL, "exhibit.seal.form");
    }

    static @Nullable String orNull(@Nullable String code) {
        return code == null || code.isEmpty() ? null : code;
    }

    private static Typed<String> read(@Nullable String typed, Pattern form, String problem) {
        var code = Digits.ascii(Objects.requireNonNullElse(typed, ""))
                .strip()
                .toUpperCase(Locale.ROOT)
                .replace(' ', '-');
        return code.isEmpty() || form.matcher(code).matches() ? new Typed.Value<>(code) : Typed.problem(problem);
    }
}
