package org.romdoul.cases;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.romdoul.input.Crockford;

/**
 * What a case is called in lists, addresses and on paper: eight random characters that tell nothing, in Crockford's
 * base 32 (no I, L, O, U), shown as {@code 7F3K-9Q2M}.
 */
public record CaseCode(String value) {

    /** Which case has which, from the facts: for the audit of what other rooms keep with a code. */
    public static final String OF_CASES = "SELECT id AS scope, code FROM cases.case_file";

    private static final int LETTERS = 8;
    private static final Pattern FORM = Pattern.compile(Crockford.LETTER + "{" + LETTERS + "}");

    public CaseCode {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not a case code");
    }

    public static CaseCode random(RandomGenerator random) {
        return new CaseCode(Crockford.random(random, LETTERS));
    }

    /** Reads a code as people write it: in small letters, with the hyphen, with an O for a zero. */
    public static Optional<CaseCode> parse(String typed) {
        var plain = Crockford.meant(typed);
        return FORM.matcher(plain).matches() ? Optional.of(new CaseCode(plain)) : Optional.empty();
    }

    /** @return as it is shown: 7F3K-9Q2M */
    @Override
    public String toString() {
        return value.substring(0, 4) + "-" + value.substring(4);
    }
}
