package org.romdoul.estimate;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
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
    static Answer of(byte[] file, Function<Sheet, Estimation> attempt) {
        try {
            var sheet = Sheet.of(file);
            return of(() -> attempt.apply(sheet), sheet::line);
        } catch (Refusal refused) {
            return new Refused(List.of(String.valueOf(refused.getMessage())));
        }
    }

    /** @param line where a row of the figures stands in the file, both counted from 1 */
    static Answer of(Supplier<Estimation> attempt, IntUnaryOperator line) {
        try {
            return new Given(attempt.get());
        } catch (Refusal refused) {
            return new Refused(List.of(inTheFile(String.valueOf(refused.getMessage()), line)));
        }
    }

    // The library counts the rows it was given; an editor counts the header and blank lines too.
    private static String inTheFile(String message, IntUnaryOperator line) {
        return ROW.matcher(message).replaceFirst(row -> "line " + line.applyAsInt(Integer.parseInt(row.group(1))));
    }
}
