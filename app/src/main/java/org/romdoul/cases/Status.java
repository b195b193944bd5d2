package org.romdoul.cases;

/** Whether a case is worked on. */
public enum Status {
    OPEN,
    /** Somebody proposes to close it; nobody else has read that yet. */
    CLOSING,
    CLOSED
}
