package org.romdoul.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the checks found, in their order. A check that found nothing wrong says so in one line. */
final class Report {

    /** Adverse lines of one check that are kept; the rest are counted. */
    private static final int SHOWN = 20;

    /**
     * One line.
     *
     * @param finding what this line alone would make of the bundle
     * @param note true where the line only tells something
     */
    record Line(String check, Verdict finding, boolean note, String text) {}

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Integer> adverse = new HashMap<>();
    private Verdict verdict = Verdict.VERIFIED;
    private @Nullable Standing standing;

    /**
     * What a bundle shows where nothing speaks against it.
     *
     * @param scope the case
     * @param events facts, of which none is missing
     * @param asOf when the last of them, the case's signed head, was recorded
     * @param copy the number of this copy
     */
    record Standing(String scope, long events, Instant asOf, String copy) {}

    void good(String check, String text) {
        lines.add(new Line(check, Verdict.VERIFIED, false, text));
    }

    void note(String check, String text) {
        lines.add(new Line(check, Verdict.VERIFIED, true, text));
    }

    void bad(String check, Verdict finding, String text) {
        if (finding.compareTo(verdict) > 0) {
            verdict = finding;
        }
        if (adverse.merge(check, 1, Integer::sum) <= SHOWN) {
            lines.add(new Line(check, finding, false, text));
        }
    }

    /** The one line of a check, unless it has adverse lines already. */
    void conclude(String check, String text) {
        int count = adverse.getOrDefault(check, 0);
        if (count == 0) {
            good(check, text);
        } else if (count > SHOWN) {
            note(check, "and " + (count - SHOWN) + " more");
        }
    }

    boolean isClean(String check) {
        return !adverse.containsKey(check);
    }

    void standing(Standing shown) {
        standing = shown;
    }

    /** What is said beside a good verdict; null where the bundle was not readable so far. */
    @Nullable
    Standing standing() {
        return standing;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    Verdict verdict() {
        return verdict;
    }
}
