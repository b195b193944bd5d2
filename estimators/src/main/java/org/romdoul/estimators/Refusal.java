package org.romdoul.estimators;

/**
 * Data from which no honest number can be computed: where the trouble is, what was found there, and what it means
 * statistically. The message joins the three and is fit to be shown to the person who brought the data; it never
 * contains more of the data than the offending value.
 */
public final class Refusal extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String where;
    private final String found;
    private final String meaning;

    private Refusal(String where, String found, String meaning) {
        super(where + ": " + found + ". " + meaning);
        this.where = where;
        this.found = found;
        this.meaning = meaning;
    }

    /**
     * Refuses a whole data set, stratum or table.
     *
     * @param where the place, such as {@code "stratum PP-KTV"}
     * @param found what is there, with the value, without a full stop
     * @param meaning what follows for the estimate: one or two sentences
     */
    public static Refusal of(String where, String found, String meaning) {
        return new Refusal(where, found, meaning);
    }

    /**
     * Refuses one row of the data.
     *
     * @param index position of the row in the caller's list, from 0; people count from 1, and so does the message
     * @param found what is there, with the value, without a full stop
     * @param meaning what follows for the estimate: one or two sentences
     */
    public static Refusal ofRow(int index, String found, String meaning) {
        return new Refusal("row " + (index + 1), found, meaning);
    }

    /** The place: {@code "row 17"}, {@code "stratum PP-KTV"}. */
    public String where() {
        return where;
    }

    /** What was found there. */
    public String found() {
        return found;
    }

    /** What it means statistically. */
    public String meaning() {
        return meaning;
    }
}
