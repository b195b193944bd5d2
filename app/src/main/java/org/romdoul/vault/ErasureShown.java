package org.romdoul.vault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request for erasure as it is shown.
 *
 * @param requester a staff number
 * @param state message key
 * @param complete when the last backup of the key is gone; null where nothing was erased
 */
public record ErasureShown(
        String id,
        String requester,
        Instant at,
        String state,
        @Nullable Instant complete,
        boolean over) {}
