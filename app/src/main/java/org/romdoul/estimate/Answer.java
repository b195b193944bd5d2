package org.romdoul.estimate;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.romdoul.estimators.Refusal;

/** What came of a file of figures. */
public sealed interface Answer {

    Pattern ROW = Pattern.compile("^row (\\d+)");

    /** An estimate. */
    record Given(Estimation estimation) implements Answer {}

    /**
     * No estimate, and why: where in the file, what is there, and what it means.
     *
     * @param reasons at least one sentence, in the order of the file
     */
    record Refused(List<String> reasons) implements Answer {}

    /** The library refuses by exception, being a library; here a refusal is an answer. */
    static Answer of(Supplier<Estimation> attempt) {
        try {
            return new Given(attempt.get());
        } catch (Refusal refused) {
            return new Refused(List.of(inTheFile(String.valueOf(refused.getMessage()))));
        }
    }

    // The library counts the rows it was given; an editor counts the header too.
    private static String inTheFile(String message) {
        return ROW.matcher(message).replaceFirst(row -> "line " + (Integer.parseInt(row.group(1)) + 1));
    }
}
