package org.romdoul.cases;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;

/**
 * A case as it lies on the desk: a line of lists.
 *
 * @param agency the agency that answers for it now
 * @param owner the person who answers for it now
 * @param opened when it was recorded
 * @param place code of the province it was opened for
 * @param nextDue when its next task is due
 * @param legalDue when its next limit of law ends
 */
public record Desk(
        UUID id,
        CaseCode code,
        Stage stage,
        Status status,
        UUID agency,
        UUID owner,
        Instant opened,
        @Nullable String place,
        @Nullable Instant nextDue,
        @Nullable Instant legalDue) {

    /** Who answers for the case runs it, and so does the lead of the agency that holds it. */
    public boolean isRunBy(Actor reader) {
        return owner.equals(reader.account()) || reader.role().leads() && agency.equals(reader.agency());
    }

    /** @return the worst of its tasks' */
    public @Nullable Urgency urgency(Instant now) {
        if (nextDue == null) return null;
        var next = Urgency.of(nextDue, Objects.equals(nextDue, legalDue), now);
        var legal = legalDue == null ? Urgency.LATER : Urgency.of(legalDue, true, now);
        return next.compareTo(legal) < 0 ? next : legal;
    }
}
