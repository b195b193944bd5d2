package org.romdoul.estimators.mse;

import java.util.Arrays;
import java.util.List;
import org.romdoul.estimators.Refusal;

/**
 * Who is on which lists: for every combination of lists (a capture history) the number of people who are on exactly
 * these lists. A history is a bit mask, bit {@code j} for list {@code j}; history 0, people on no list, is what
 * multiple systems estimation is after. Immutable.
 */
public final class CaptureTable {
    /** Fewest lists that can say anything about who is missing. */
    public static final int FEWEST_LISTS = 2;

    /** Most lists; the work grows with {@code 2^lists}. */
    public static final int MOST_LISTS = 10;

    private final List<String> names;
    private final int[] counts;
    private final int observed;

    private CaptureTable(List<String> names, int[] counts) {
        this.names = List.copyOf(names);
        this.counts = counts;
        this.observed = Math.toIntExact(Arrays.stream(counts).asLongStream().sum());
    }

    /**
     * A table from counts already arranged.
     *
     * @param names the lists, 2 to 10
     * @param counts number of people by capture history, {@code 2^lists} whole numbers of 0 or more; entry 0 is 0
     * @throws IllegalArgumentException when there are not 2^lists counts
     * @throws Refusal when a count is negative, entry 0 is not 0, or the people are more than 2,147,483,647
     */
    public static CaptureTable of(List<String> names, int... counts) {
        if (names.size() < FEWEST_LISTS || names.size() > MOST_LISTS || counts.length != 1 << names.size()) {
            throw new IllegalArgumentException(names.size() + " lists need 2^lists counts, not " + counts.length);
        }
        if (Arrays.stream(counts).anyMatch(count -> count < 0)) {
            throw Refusal.of("table", "a negative count", "This is not a table of people.");
        }
        if (counts[0] != 0) {
            throw Refusal.of(
                    "table",
                    counts[0] + " people on no list",
                    "These are the people to be estimated and cannot be counted.");
        }
        if (Arrays.stream(counts).asLongStream().sum() > Integer.MAX_VALUE) {
            throw Refusal.of("table", "more than " + Integer.MAX_VALUE + " people", "Too many to count here.");
        }
        return new CaptureTable(names, counts.clone());
    }

    /**
     * Reads comma-separated text: a header with one column for each list and last the count, then one row for each
     * capture history, 1 for "on the list" and 0 for not. Histories left out count 0.
     *
     * @return the table with remarks, or every reason why the text is not a table to estimate from
     */
    public static TableReading read(String csv) {
        return new TableReader(csv).read();
    }

    /** Number of lists. */
    public int lists() {
        return names.size();
    }

    /** Names of the lists, in order. */
    public List<String> names() {
        return names;
    }

    /** People who are on exactly these lists. */
    public int count(int history) {
        return counts[history];
    }

    /** People who are on all these lists and perhaps on others. */
    public int overlap(int lists) {
        int sum = 0;
        for (int history = 1; history < counts.length; history++) {
            sum += (history & lists) == lists ? counts[history] : 0;
        }
        return sum;
    }

    /** People who are on at least one list. */
    public int observed() {
        return observed;
    }

    /** People who are on exactly this many lists. */
    public int onExactly(int lists) {
        int sum = 0;
        for (int history = 1; history < counts.length; history++) {
            sum += Integer.bitCount(history) == lists ? counts[history] : 0;
        }
        return sum;
    }

    int[] counts() {
        return counts.clone();
    }

    CaptureTable withCounts(int[] other) {
        return new CaptureTable(names, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaptureTable that && names.equals(that.names) && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return observed + " people on " + names.size() + " lists";
    }
}
