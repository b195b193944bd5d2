package org.romdoul.access;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who knows the password and is not in yet. Deliberately no {@link Actor}: who holds one is in.
 *
 * @param knows the password she knew, as it is stored: when it is another by now, she begins again
 * @param secondFactor whether she has shown that too, and only has to choose a password of her own
 */
record HalfWay(UUID account, String knows, Instant since, boolean secondFactor) implements Serializable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    boolean isStale(Instant now) {
        return now.isAfter(since.plus(PATIENCE));
    }

    HalfWay withSecondFactor() {
        return new HalfWay(account, knows, since, true);
    }
}
