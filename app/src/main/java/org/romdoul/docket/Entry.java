package org.romdoul.docket;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One statute of a defendant's row: the charge, what was decided on its counts, and what was given for it. What the source
 * leaves out is null.
 *
 * @param section as the source writes it
 */
record Entry(
        String section,
        @Nullable Integer counts,
        @Nullable Integer notProsecuted,
        @Nullable Integer dismissed,
        @Nullable Integer guiltyByPlea,
        @Nullable Integer guiltyAtTrial,
        @Nullable Integer notGuilty,
        @Nullable Long fine,
        @Nullable Integer monthsPrison,
        @Nullable Integer monthsProbation) {

    static final List<String> COLUMNS = List.of(
            "statute_sentence",
            "statute_counts",
            "statute_counts_np",
            "statute_plea_dismissed",
            "statute_plea_guilty",
            "statute_trial_guilty",
            "statute_trial_ng",
            "statute_fines",
            "statute_months_sentenced",
            "statute_months_probation");

    private static final int MOST = 9999;

    static List<Entry> of(Cells cells) {
        return cells.list("statute_sentence")
                .map(sections -> of(cells, sections))
                .orElse(List.of());
    }

    private static List<Entry> of(Cells cells, List<String> sections) {
        var size = sections.size();
        if (sections.stream().anyMatch(section -> !section.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,40}")))
            cells.wrong("statute_sentence", Problem.of("docket.value.statute"));
        if (sections.stream().distinct().count() < size)
            cells.wrong("statute_sentence", Problem.of("docket.value.statute-twice"));
        var counts = cells.wholes("statute_counts", size, MOST);
        var notProsecuted = cells.wholes("statute_counts_np", size, MOST);
        var dismissed = cells.wholes("statute_plea_dismissed", size, MOST);
        var byPlea = cells.wholes("statute_plea_guilty", size, MOST);
        var atTrial = cells.wholes("statute_trial_guilty", size, MOST);
        var notGuilty = cells.wholes("statute_trial_ng", size, MOST);
        var fines = cells.moneys("statute_fines", size);
        var prison = cells.months("statute_months_sentenced", size);
        var probation = cells.months("statute_months_probation", size);
        var entries = new ArrayList<Entry>();
        for (var i = 0; i < size; i++)
            entries.add(new Entry(
                    sections.get(i),
                    counts.get(i),
                    notProsecuted.get(i),
                    dismissed.get(i),
                    byPlea.get(i),
                    atTrial.get(i),
                    notGuilty.get(i),
                    fines.get(i),
                    prison.get(i),
                    probation.get(i)));
        return List.copyOf(entries);
    }

    /** Something was decided on its counts. */
    boolean isDecided() {
        return Stream.of(notProsecuted, dismissed, guiltyByPlea, guiltyAtTrial, notGuilty)
                .anyMatch(number -> number != null && number > 0);
    }

    private boolean isGuilty() {
        return Stream.of(guiltyByPlea, guiltyAtTrial).anyMatch(number -> number != null && number > 0);
    }

    /** Something was given for it: known amounts after a conviction, or any that is not nothing. */
    boolean isSentenced() {
        var given = Stream.of(monthsPrison, monthsProbation, fine).toList();
        return given.stream().anyMatch(amount -> amount != null && amount.longValue() > 0)
                || isGuilty() && given.stream().anyMatch(amount -> amount != null);
    }
}
