package org.romdoul.prosecution;

/** What a rule says to a fact: it may be recorded, or not and why. */
public sealed interface Answer {

    record Accepted() implements Answer {}

    /**
     * No.
     *
     * @param field of the form it concerns, empty where it concerns the whole
     * @param reason message key
     */
    record Refused(String field, String reason) implements Answer {}

    /** Kept beside what another hand wrote in the same place, until somebody decides between the two. */
    record Contested() implements Answer {}

    static Answer yes() {
        return new Accepted();
    }

    static Answer no(String field, String reason) {
        return new Refused(field, "court.refused." + reason);
    }
}
