package org.romdoul.cases;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What a case is called in lists, addresses and on paper: eight random characters that tell nothing, in Crockford's
 * base 32 (no I, L, O, U), shown as {@code 7F3K-9Q2M}.
 */
public record CaseCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{8}");

    public CaseCode {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not a case code");
    }

    public static CaseCode random(RandomGenerator random) {
        var code = new StringBuilder(8);
        for (var i = 0; i < 8; i++) code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        return new CaseCode(code.toString());
    }

    /** Reads a code as people write it: in small letters, with the hyphen, with an O for a zero. */
    public static Optional<CaseCode> parse(String typed) {
        var plain = typed.strip()
                .toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace(" ", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return FORM.matcher(plain).matches() ? Optional.of(new CaseCode(plain)) : Optional.empty();
    }

    /** @return as it is shown: 7F3K-9Q2M */
    @Override
    public String toString() {
        return value.substring(0, 4) + "-" + value.substring(4);
    }
}
