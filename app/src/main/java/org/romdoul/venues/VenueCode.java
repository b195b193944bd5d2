package org.romdoul.venues;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.romdoul.input.Crockford;

/** What a venue is called in lists and addresses: five random letters that tell nothing, shown as {@code V-7F3K9}. */
public record VenueCode(String value) {

    private static final int LETTERS = 5;
    private static final Pattern FORM = Pattern.compile("V-" + Crockford.LETTER + "{" + LETTERS + "}");

    public VenueCode {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not a venue code");
    }

    static VenueCode random(RandomGenerator random) {
        return new VenueCode("V-" + Crockford.random(random, LETTERS));
    }

    /** Reads a code as people write it: in small letters, without the V, with an O for a zero. */
    public static Optional<VenueCode> parse(String typed) {
        var meant = Crockford.meant(typed);
        var code = "V-" + (meant.length() > LETTERS && meant.startsWith("V") ? meant.substring(1) : meant);
        return FORM.matcher(code).matches() ? Optional.of(new VenueCode(code)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
