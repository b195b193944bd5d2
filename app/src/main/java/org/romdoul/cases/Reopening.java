package org.romdoul.cases;

/** A closed case is opened again. */
public final class Reopening {

    private Reopening() {}

    /** Why. */
    public enum Reason {
        NEW_EVIDENCE,
        NEW_PERSON,
        COURT_ORDER,
        CLOSED_IN_ERROR,
        OTHER
    }
}
