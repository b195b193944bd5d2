package org.romdoul.ledger.witness;

/** What a witness answers: an HTTP status, and a body of one media type. */
record Answer(int status, String type, String body) {

    private static final String TEXT = "text/plain; charset=utf-8";

    static Answer text(int status, String words) {
        return new Answer(status, TEXT, words.endsWith("\n") ? words : words + "\n");
    }

    /** The log believes that another checkpoint was signed last: this is its size. */
    static Answer conflict(long size) {
        return new Answer(409, "text/x.tlog.size", size + "\n");
    }
}
