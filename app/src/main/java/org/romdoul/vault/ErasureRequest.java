package org.romdoul.vault;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;

/**
 * A wish that what identifies a person be erased, and what became of it.
 *
 * @param scope the case
 * @param subject the person
 * @param requester who asks
 * @param agency her agency
 * @param reason her reason, sealed under the request's own key for oversight
 * @param words the same, under the case's key for whoever may read the case
 * @param held whether a legal hold is in the way now
 * @param granted what a second person answered; null while nobody has
 * @param answeredAt when
 */
public record ErasureRequest(
        UUID id,
        UUID scope,
        UUID subject,
        UUID requester,
        UUID agency,
        SealedRef reason,
        @Nullable SealedRef words,
        Instant at,
        boolean held,
        @Nullable Boolean granted,
        @Nullable Instant answeredAt) {

    public boolean isOpen() {
        return granted == null;
    }

    /** Whether the data are erased. */
    public boolean isDone() {
        return Boolean.TRUE.equals(granted);
    }

    /** Whether somebody may answer. */
    public sealed interface Judgment {}

    public record Accepted() implements Judgment {}

    /** @param reason message key */
    public record Refused(String reason) implements Judgment {}

    /** Two people of two agencies, the second from oversight or a lead; and no hold of law. */
    public Judgment judge(Actor second, boolean grant) {
        if (granted != null) return new Refused("vault.erasure.answered");
        if (second.account().equals(requester)) return new Refused("vault.erasure.own");
        if (second.role() != Role.MONITOR && !second.role().leads()) return new Refused("vault.erasure.role");
        if (second.agency().equals(agency)) return new Refused("vault.erasure.agency");
        if (grant && held) return new Refused("vault.erasure.held");
        return new Accepted();
    }
}
