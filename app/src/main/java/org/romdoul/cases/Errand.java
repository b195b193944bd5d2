package org.romdoul.cases;

/** What people set each other to do; its message key is {@code task.} and this. Rooms set further kinds of their own. */
public enum Errand {
    CALL,
    VISIT,
    MEETING,
    RECORDS,
    LOCATE,
    REPORT,
    REFERRAL,
    OTHER;

    /** Why one is taken back undone; its message key is {@code task-end.} and this. */
    public enum Withdrawal {
        NOT_NEEDED,
        OVERTAKEN,
        DUPLICATE,
        MISTAKE
    }
}
