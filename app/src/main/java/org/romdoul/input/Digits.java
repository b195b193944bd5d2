package org.romdoul.input;

import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Figures of any script, as 0 to 9: ២០២៥ is 2025. */
public final class Digits {

    private Digits() {}

    /** @return the text with every decimal digit written 0 to 9; everything else as it was */
    public static String ascii(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints()
                .map(letter -> Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** @return the whole number typed, which must lie between the two, both included */
    public static Typed<Integer> whole(@Nullable String typed, int least, int most) {
        var text = ascii(Objects.requireNonNullElse(typed, "")).strip();
        if (text.isEmpty()) return Typed.problem("input.missing");
        if (!text.matches("[+-]?\\d+")) return Typed.problem("input.number.not-whole");
        var number = new BigInteger(text);
        var fits = number.compareTo(BigInteger.valueOf(least)) >= 0 && number.compareTo(BigInteger.valueOf(most)) <= 0;
        return fits ? new Typed.Value<>(number.intValue()) : Typed.problem("input.number.range", least, most);
    }
}
