package org.romdoul.venues;

import java.util.UUID;
import org.romdoul.input.PartialDate;

/**
 * A venue was inspected.
 *
 * @param by the account that recorded it
 * @param happened when, as far as known
 */
public record Inspection(UUID by, PartialDate happened, Result result) {

    /** What was found. */
    public enum Result {
        NOTHING,
        PEOPLE_AT_RISK,
        CHILD,
        CLOSED_DOWN,
        REFUSED_ENTRY
    }
}
