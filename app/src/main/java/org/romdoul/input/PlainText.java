package org.romdoul.input;

import java.text.Normalizer;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Text without tricks: composed (NFC), trimmed, of a known length, and showing to everybody what it says.
 *
 * <p>Refused are control characters and the marks that turn the direction of writing, with which a text can be shown in
 * another order than it is stored in (Unicode Technical Report 36, 2.4). What is refused is named by its code point,
 * for it cannot be seen. Zero-width spaces and joiners stay: Khmer is written with them.
 */
public final class PlainText {

    /** A name, a code, a place: one line. */
    public static final int LINE = 200;
    /** A reason, a note. */
    public static final int PARAGRAPH = 4_000;
    /** An account of what happened. */
    public static final int ACCOUNT = 40_000;

    private PlainText() {}

    /** @return the text, which must say something */
    public static Typed<String> required(@Nullable String typed, int longest) {
        var read = optional(typed, longest);
        return read.equals(new Typed.Value<>("")) ? Typed.problem("input.missing") : read;
    }

    /**
     * @param longest how many letters (code points) it may have; more than {@link #LINE} means that it may have lines
     * @return the text; empty where nothing was typed
     */
    public static Typed<String> optional(@Nullable String typed, int longest) {
        var text = plain(Objects.requireNonNullElse(typed, ""));
        var trick = firstTrick(text, longest > LINE);
        if (trick.isPresent()) return Typed.problem("input.text.trick", "U+%04X".formatted(trick.getAsInt()));
        var length = text.codePointCount(0, text.length());
        return length > longest ? Typed.problem("input.text.too-long", longest, length) : new Typed.Value<>(text);
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .strip();
    }

    private static OptionalInt firstTrick(String text, boolean lines) {
        return text.codePoints()
                .filter(letter -> isTrick(letter) && !(lines && (letter == '\n' || letter == '\t')))
                .findFirst();
    }

    private static boolean isTrick(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> turnsDirection(letter);
        };
    }

    /** The bidirectional embeddings, overrides, isolates and marks. */
    private static boolean turnsDirection(int letter) {
        return letter >= 0x202A && letter <= 0x202E
                || letter >= 0x2066 && letter <= 0x2069
                || letter == 0x200E
                || letter == 0x200F
                || letter == 0x061C;
    }
}
