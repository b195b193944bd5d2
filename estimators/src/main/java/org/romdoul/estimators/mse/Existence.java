package org.romdoul.estimators.mse;

/**
 * Whether a model has one best estimate on a table, in the sense of Fienberg and Rinaldo (2012, Annals of Statistics
 * 40), after pairs (or triples) of lists that share nobody have been given the parameter minus infinity.
 */
public enum Existence {
    EXISTS(0, "one best estimate exists"),
    NO_MAXIMUM(1, "the likelihood keeps rising towards infinite parameters: too few people are on several lists"),
    NOT_UNIQUE(2, "several parameter values fit equally well: the number of unseen people cannot be told"),
    NEITHER(3, "the likelihood has no maximum and several parameter values fit equally well");

    private final int code;
    private final String meaning;

    Existence(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The code that {@code checkident} of the R package SparseMSE gives. */
    public int code() {
        return code;
    }

    /** One sentence for the person who reads the estimate. */
    public String meaning() {
        return meaning;
    }

    static Existence of(boolean maximum, boolean unique) {
        if (maximum) {
            return unique ? EXISTS : NOT_UNIQUE;
        }
        return unique ? NO_MAXIMUM : NEITHER;
    }
}
