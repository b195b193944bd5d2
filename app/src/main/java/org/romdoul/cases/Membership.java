package org.romdoul.cases;

import java.util.UUID;

/**
 * Somebody works on a case.
 *
 * @param id the fact
 * @param account who
 * @param part what she is to it
 */
public record Membership(UUID id, UUID account, Part part) {

    /** The owner answers for the case; the last one named counts. */
    public enum Part {
        OWNER,
        MEMBER
    }
}
