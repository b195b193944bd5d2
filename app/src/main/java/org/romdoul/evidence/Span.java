package org.romdoul.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of an exhibit's custody.
 *
 * @param holder who held it; on the way, who had given it; null after it left custody
 */
public record Span(
        Instant from, Instant to, Kind kind, @Nullable UUID holder) {

    /** What is known of it. */
    public enum Kind {
        HELD,
        ON_THE_WAY
    }
}
