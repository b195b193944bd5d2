package org.romdoul.prosecution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A detention against the limit of law it is under.
 *
 * @param end what ended it; null while it lasts
 * @param from the moment from which the limit counts
 * @param until when it ended; now, where it lasts or nobody knows when it ended
 * @param due when it must end, by law or by what let it last longer
 * @param longest the last moment to which the law lets anybody extend it; null where it names none
 * @param limit the limit's key, whose words are {@code limit.key}
 */
public record Custody(
        Detention detention,
        @Nullable DetentionEnd end,
        Instant from,
        Instant until,
        Instant due,
        @Nullable Instant longest,
        String limit) {

    public boolean lasts() {
        return end == null;
    }

    public boolean isPast() {
        return until.isAfter(due);
    }
}
