package org.romdoul.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.law.LegalClock;

/**
 * Something to be done in a case by a time.
 *
 * @param kind what; its message key is {@code task.} and this, in the messages of the room that sets it
 * @param due by when
 * @param agency the agency that owes it
 * @param account who at that agency; nobody yet where null
 * @param subject whom or what in the case it is about
 * @param clock the limit of law behind it
 * @param path where it is done, below the case's address: {@code court}
 * @param note a remark, which is sealed
 */
public record Task(
        String kind,
        Instant due,
        UUID agency,
        @Nullable UUID account,
        @Nullable UUID subject,
        @Nullable LegalClock clock,
        String path,
        @Nullable String note) {

    /** A task by a day that people agreed on. */
    public static Task by(Instant due, String kind, UUID agency) {
        return new Task(kind, due, agency, null, null, null, "", null);
    }

    /** A task under a limit of law. */
    public static Task under(LegalClock clock, String kind, UUID agency) {
        return new Task(kind, clock.due(), agency, null, null, clock, "", null);
    }

    public Task to(UUID whom) {
        return new Task(kind, due, whom, account, subject, clock, path, note);
    }

    public Task of(@Nullable UUID whom) {
        return new Task(kind, due, agency, whom, subject, clock, path, note);
    }

    public Task about(@Nullable UUID whom) {
        return new Task(kind, due, agency, account, whom, clock, path, note);
    }

    public Task at(String where) {
        return new Task(kind, due, agency, account, subject, clock, where, note);
    }

    public Task noting(@Nullable String words) {
        return new Task(kind, due, agency, account, subject, clock, path, words);
    }

    /** An imported docket tells of the past: a limit that began before the record knew the case is nobody's work today. */
    boolean startsIn(CaseFile file) {
        return file.origin() != CaseFile.Origin.DOCKET
                || clock == null
                || !clock.from().isBefore(file.recordedAt());
    }
}
