package org.romdoul.cases;

/** What a rule says to what somebody wants to do. */
public sealed interface Answer {

    /** Done, or done before: a form sent twice is answered twice alike. */
    record Accepted() implements Answer {}

    /**
     * Not done.
     *
     * @param reason message key
     */
    record Refused(String reason) implements Answer {}

    static Answer accepted() {
        return new Accepted();
    }

    static Answer refused(String reason) {
        return new Refused(reason);
    }
}
