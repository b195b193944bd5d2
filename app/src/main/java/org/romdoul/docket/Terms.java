package org.romdoul.docket;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.romdoul.input.PartialDate;

/**
 * What is said of a docket as a whole, beside its files.
 *
 * @param code what results call it, and what its ids are made from: another code is another docket
 * @param title its public title
 * @param source where it comes from and on what terms
 * @param jurisdiction where its prosecutions were
 * @param watched until when the source watched; unknown: until the last end it knows
 */
public record Terms(String code, String title, String source, Jurisdiction jurisdiction, PartialDate watched) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_SOURCE = 1_000;

    /** @return the folder's name as a code */
    public static String code(String folder) {
        return folder.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }

    /** @return what is wrong with them */
    Optional<Problem> problem() {
        if (!CODE.matcher(code).matches()) return Optional.of(Problem.of("docket.terms.code"));
        if (title.isBlank() || title.length() > LONGEST_TITLE)
            return Optional.of(Problem.of("docket.terms.title", LONGEST_TITLE));
        if (source.isBlank() || source.length() > LONGEST_SOURCE)
            return Optional.of(Problem.of("docket.terms.source", LONGEST_SOURCE));
        return Optional.empty();
    }
}
