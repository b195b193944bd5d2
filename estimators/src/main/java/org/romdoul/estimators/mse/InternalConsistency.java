package org.romdoul.estimators.mse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.romdoul.estimators.Refusal;

/**
 * Whether a method finds totals that are known. Everybody on one list is a population of known size; the other lists
 * are lists of it, and the people on no other list are its unseen. A method that misses these totals has no claim to be
 * believed on the total that nobody knows (Binette and Steorts 2022, Journal of the Royal Statistical Society A 185).
 */
public final class InternalConsistency {
    private InternalConsistency() {}

    /**
     * One list used as a population.
     *
     * @param list name of the list
     * @param known number of people on it
     * @param observed those of them who are on another list too: all that the method was shown
     * @param estimate what the method made of them
     */
    public record Check(String list, int known, int observed, PopulationSize estimate) {

        /** Whether the method gave a total at all. */
        public boolean hasTotal() {
            return estimate instanceof PopulationSize.Total;
        }

        /** Whether every interval of the total holds the known number; false without a total or interval. */
        public boolean holds() {
            return estimate instanceof PopulationSize.Total total
                    && !total.intervals().isEmpty()
                    && total.intervals().values().stream().allMatch(limits -> limits.contains(known));
        }
    }

    /**
     * What all checks say.
     *
     * @param checks one for each list, in order
     */
    public record Report(List<Check> checks) {
        /** Number of lists on which the method gave a total. */
        public long answered() {
            return checks.stream().filter(Check::hasTotal).count();
        }

        /** Number of lists whose known size lies in the intervals. */
        public long held() {
            return checks.stream().filter(Check::holds).count();
        }

        /** The words for the reader of the report. */
        public String sentence() {
            return "Of " + checks.size() + " lists, " + answered() + " could be checked; in " + held()
                    + " of these the known number of people lies inside the interval.";
        }
    }

    /**
     * Checks a method on every list.
     *
     * @param table three lists or more
     * @param method from a table to an estimate, for example {@code Stepwise.usual()::estimate}
     * @throws Refusal with two lists: a population of one list is left with one list
     */
    public static Report of(CaptureTable table, Function<CaptureTable, PopulationSize> method) {
        if (table.lists() < 3) {
            throw Refusal.of(
                    "table",
                    "two lists",
                    "A population of one list is left with one list, and how lists overlap cannot be checked.");
        }
        List<Check> checks = new ArrayList<>();
        for (int list = 0; list < table.lists(); list++) {
            CaptureTable inside = inside(table, list);
            checks.add(new Check(
                    table.names().get(list), table.overlap(1 << list), inside.observed(), method.apply(inside)));
        }
        return new Report(List.copyOf(checks));
    }

    /** The people of one list as seen by the others; others that share nobody with it are left out. */
    private static CaptureTable inside(CaptureTable table, int list) {
        List<Integer> others = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int other = 0; other < table.lists(); other++) {
            if (other != list && table.overlap(1 << other | 1 << list) > 0) {
                others.add(other);
                names.add(table.names().get(other));
            }
        }
        while (names.size() < CaptureTable.FEWEST_LISTS) {
            names.add("no list " + names.size());
        }
        int[] counts = new int[1 << names.size()];
        for (int history = 1; history < 1 << table.lists(); history++) {
            int seen = 0;
            for (int i = 0; i < others.size(); i++) {
                seen |= (history >> others.get(i) & 1) << i;
            }
            counts[seen] += (history >> list & 1) == 1 ? table.count(history) : 0;
        }
        counts[0] = 0;
        return CaptureTable.of(names, counts);
    }
}
