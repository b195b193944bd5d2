package org.romdoul.input;

import java.util.Locale;
import java.util.random.RandomGenerator;

/** Codes that people read aloud and write by hand: Crockford's base 32, which has no I, L, O and U. */
public final class Crockford {

    /** The letters, for a regular expression. */
    public static final String LETTER = "[0-9A-HJKMNP-TV-Z]";

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Crockford() {}

    public static String random(RandomGenerator random, int letters) {
        var code = new StringBuilder(letters);
        for (var i = 0; i < letters; i++) code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        return code.toString();
    }

    /** @return a code as it is meant: written in small letters, in parts, with an O for a zero, in figures of any script */
    public static String meant(String typed) {
        return Digits.ascii(typed)
                .strip()
                .toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace(" ", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
