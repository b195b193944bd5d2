package org.romdoul.bundle;

import java.time.Instant;
import java.util.UUID;
import org.romdoul.access.Role;
import org.romdoul.vault.SealedRef;

/**
 * A copy of a case that was made for somebody.
 *
 * @param id its fact
 * @param number which copy of the case, from 1
 * @param recipient whom it is for, sealed
 * @param ordered on what order, sealed
 * @param contents SHA-256 of its list, in hexadecimal
 * @param by the account that made it
 */
public record Copy(
        UUID id, int number, SealedRef recipient, SealedRef ordered, String contents, Instant recordedAt, UUID by) {

    /** Whether somebody may make copies. */
    public sealed interface Judgment {}

    public record Accepted() implements Judgment {}

    /** @param reason message key */
    public record Refused(String reason) implements Judgment {}

    /** Those who speak to the court, and who leads the investigation; nobody who only works on the case. */
    public static Judgment mayMake(Role role) {
        return role.recordsCourt() || role.leads() ? new Accepted() : new Refused("copy.role");
    }
}
