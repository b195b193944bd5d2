package org.romdoul.vault;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;

/**
 * Somebody says that a person's data must not be erased for now, or may be again. The last one counts.
 *
 * @param words her reason, sealed under the case's key
 * @param by the account that said it
 */
public record LegalHold(
        UUID id, Ground ground, boolean lifted, @Nullable SealedRef words, UUID by, Instant at) {

    /** What the data are needed for. */
    public enum Ground {
        INVESTIGATION,
        TRIAL,
        APPEAL,
        COURT_ORDER
    }

    /** A prosecutor of the case sets and lifts it; oversight lifts what stands in a survivor's way for no reason. */
    public static boolean maySay(Actor actor) {
        return actor.role() == Role.PROSECUTOR || actor.role() == Role.PROSECUTION_LEAD || actor.role() == Role.MONITOR;
    }
}
