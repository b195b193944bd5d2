package org.romdoul.cases.closing;

import java.time.Instant;
import java.util.UUID;
import org.romdoul.vault.SealedRef;

/** A closed case is opened again. */
public record Reopening(UUID id, UUID by, Instant at, Reason reason, SealedRef words) {

    /** Why. */
    public enum Reason {
        NEW_EVIDENCE,
        NEW_PERSON,
        COURT_ORDER,
        CLOSED_IN_ERROR,
        OTHER
    }
}
