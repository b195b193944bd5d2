package org.romdoul.verifier;

/** What is said of a bundle in the end: the last one in this order that any check found. */
public enum Verdict {
    /** Everything in it is in the log, nothing of the case is missing, and the quorum of witnesses saw it. */
    VERIFIED,
    /** The log signed it, but too few of the policy's witnesses did. */
    NOT_WITNESSED,
    /** Something that belongs to it is not there. */
    INCOMPLETE,
    /** Something in it is not what the log holds. */
    TAMPERED,
    /** No log that the policy trusts signed it, or the policy came with it: nothing in it proves anything. */
    UNANCHORED,
    /** It is no bundle, or cannot be read to its end; or the program was used wrongly. */
    UNREADABLE;

    /** As it is printed: {@code NOT-WITNESSED}. */
    public String words() {
        return name().replace('_', '-');
    }

    /** 0 for verified, 2 for unreadable, 1 for everything else. */
    public int exit() {
        return switch (this) {
            case VERIFIED -> 0;
            case NOT_WITNESSED, INCOMPLETE, TAMPERED, UNANCHORED -> 1;
            case UNREADABLE -> 2;
        };
    }
}
