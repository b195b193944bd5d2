package org.romdoul.oversight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.CaseCode;

/**
 * A case was opened in an emergency, as those who hold it see it.
 *
 * @param number the staff number of who opened it
 * @param words her reason in words; null where they have been erased, and where they are not asked for
 */
public record Opened(
        CaseCode code,
        String number,
        BreakGlass.Reason reason,
        Instant at,
        Instant until,
        @Nullable String words) {}
