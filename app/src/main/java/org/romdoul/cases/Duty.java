package org.romdoul.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits: a line of Today and of the case's next steps.
 *
 * @param task the task's fact
 * @param legalLimit the limit of law behind it
 * @param rulePack the version of the law its clock was started under
 * @param path where it is done, below the case's address
 */
public record Duty(
        UUID task,
        UUID caseId,
        CaseCode code,
        String kind,
        @Nullable UUID subject,
        UUID agency,
        @Nullable UUID account,
        Instant due,
        @Nullable String legalLimit,
        @Nullable String rulePack,
        String path) {

    public Urgency urgency(Instant now) {
        return Urgency.of(due, legalLimit != null, now);
    }

    /** @return where it is done */
    public String address() {
        return "/c/" + code + (path.isEmpty() ? "" : "/" + path);
    }
}
