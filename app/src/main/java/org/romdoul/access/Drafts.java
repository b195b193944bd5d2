package org.romdoul.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.journal.Facts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was typed and could not be taken, because she was locked out or away, encrypted under its writer's key until she is back. */
@Component
class Drafts {

    private static final String USE = "draft";
    static final Duration KEPT = Duration.ofDays(7);

    private static final String KEEP = """
            INSERT INTO access.draft (id, account, at, ciphertext) VALUES (:id, :account, :at, :ciphertext)""";
    private static final String FIRST = """
            SELECT id, ciphertext FROM access.draft WHERE account = :account AND at > :since ORDER BY at, id LIMIT 1""";
    private static final String DROP = "DELETE FROM access.draft WHERE account = :account AND id = :id";
    private static final String FORGET = "DELETE FROM access.draft WHERE at <= :before";

    record Kept(UUID id, Draft draft) {}

    private record Row(UUID id, byte[] ciphertext) {}

    private final JdbcClient sql;
    private final StaffSecrets secrets;
    private final Facts facts;
    private final Clock clock;

    Drafts(JdbcClient sql, StaffSecrets secrets, Facts facts, Clock clock) {
        this.sql = sql;
        this.secrets = secrets;
        this.facts = facts;
        this.clock = clock;
    }

    void keep(UUID account, Draft draft) {
        sql.sql(FORGET).param("before", utc(clock.instant().minus(KEPT))).update();
        sql.sql(KEEP)
                .param("id", facts.id())
                .param("account", account)
                .param("at", utc(clock.instant()))
                .param("ciphertext", secrets.encrypt(account, USE, draft.bytes()))
                .update();
    }

    /** @return the oldest one waiting */
    Optional<Kept> first(UUID account) {
        return sql.sql(FIRST)
                .param("account", account)
                .param("since", utc(clock.instant().minus(KEPT)))
                .query((row, n) -> new Row(row.getObject("id", UUID.class), row.getBytes("ciphertext")))
                .optional()
                .flatMap(row -> secrets.decrypt(account, USE, row.ciphertext())
                        .map(bytes -> new Kept(row.id(), Draft.read(bytes))));
    }

    void drop(UUID account, UUID id) {
        sql.sql(DROP).param("account", account).param("id", id).update();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
