package org.romdoul.access;

import java.time.Instant;

/**
 * What somebody else did to an account.
 *
 * @param number whose it is
 * @param agency code of the agency she works for
 * @param by the staff number of who did it; empty where it was done on the machine that runs the record
 */
public record AccountChange(Instant at, Kind kind, String number, String agency, Role role, String by) {

    /** What was done. */
    public enum Kind {
        ADDED,
        RESET,
        LOCKED,
        UNLOCKED
    }

    /** @return whether it was done with no account, by whoever may use the machine itself */
    public boolean onTheMachine() {
        return by.isEmpty();
    }
}
