package org.romdoul.oversight;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.CaseCode;

/**
 * Somebody tried to open a case in an emergency, as oversight sees it.
 *
 * @param told the oversight agency; null where there was none yet
 * @param actor who tried
 * @param typed the code she typed, as far as it can be one; else empty
 * @param until until when it is open; null where it did not open
 */
public record Attempt(
        UUID id,
        @Nullable UUID told,
        UUID actor,
        String typed,
        BreakGlass.Reason reason,
        @Nullable Instant until,
        Instant at) {

    /** @return the code as codes are shown; empty where what she typed cannot be one */
    public String shown() {
        return typed.isEmpty() ? "" : new CaseCode(typed).toString();
    }

    /** @return the case it opened, if it did */
    public Optional<CaseCode> opened() {
        return until == null ? Optional.empty() : Optional.of(new CaseCode(typed));
    }
}
