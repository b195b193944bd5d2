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

    /** What a room set is done in that room, and ends there; so does a limit of law. The rest people end by hand. */
    public boolean endsByHand() {
        return path.isEmpty() && legalLimit == null;
    }

    /** @return where it is done; what has no page of its own is done on the task's */
    public String address() {
        return path.isEmpty() ? page() : "/c/" + code + "/" + path;
    }

    /** @return its own page */
    public String page() {
        return "/c/" + code + "/tasks/" + task;
    }
}
