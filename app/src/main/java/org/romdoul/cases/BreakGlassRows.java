package org.romdoul.cases;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Emergencies: every attempt, and what it opened. */
@Repository
class BreakGlassRows {

    /** An attempt as oversight sees it. */
    record Attempt(UUID id, String number, String typed, String reason, boolean granted, Instant at) {}

    /** A case of hers that somebody opened. */
    record Opened(CaseCode code, String number, String reason, Instant at) {}

    private static final String OVERSIGHT =
            "SELECT id FROM access.agency WHERE kind = 'oversight' ORDER BY recorded_at, id LIMIT 1";

    private static final String ATTEMPT = """
            INSERT INTO cases.break_glass_attempt (%s, told, typed, reason, granted, until)
            VALUES (%s, :told, :typed, :reason, :granted, :until)""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String OPEN = """
            INSERT INTO cases.break_glass (%s, attempt, reason, words, until)
            VALUES (%s, :attempt, :reason, :words, :until)""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String TOLD = """
            SELECT b.id, a.number, b.typed, b.reason, b.granted, b.recorded_at
              FROM cases.break_glass_attempt b JOIN access.account a ON a.id = b.actor
             WHERE b.told = :agency ORDER BY b.recorded_at DESC LIMIT :limit""";

    private static final String IN_HERS = """
            SELECT d.code, a.number, b.reason, b.recorded_at
              FROM cases.break_glass b JOIN cases.desk d ON d.scope = b.scope JOIN access.account a ON a.id = b.actor
             WHERE d.owner = :owner AND b.recorded_at > :since
             ORDER BY b.recorded_at DESC LIMIT 50""";

    private final JdbcClient sql;

    BreakGlassRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<UUID> oversight() {
        return sql.sql(OVERSIGHT).query(UUID.class).optional();
    }

    void attempt(Fact fact, UUID told, String typed, BreakGlass.Reason reason, @Nullable Instant until) {
        sql.sql(ATTEMPT)
                .params(fact.parameters())
                .param("told", told)
                .param("typed", typed)
                .param("reason", Codes.of(reason))
                .param("granted", until != null)
                .param("until", until == null ? null : utc(until))
                .update();
    }

    void open(Fact fact, UUID attempt, BreakGlass.Reason reason, SealedRef words, Instant until) {
        sql.sql(OPEN)
                .params(fact.parameters())
                .param("attempt", attempt)
                .param("reason", Codes.of(reason))
                .param("words", words.toString())
                .param("until", utc(until))
                .update();
    }

    List<Attempt> told(UUID agency, int limit) {
        return sql.sql(TOLD)
                .param("agency", agency)
                .param("limit", limit)
                .query((row, n) -> new Attempt(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("typed"),
                        row.getString("reason"),
                        row.getBoolean("granted"),
                        row.getTimestamp("recorded_at").toInstant()))
                .list();
    }

    List<Opened> inHers(UUID owner, Instant since) {
        return sql.sql(IN_HERS)
                .param("owner", owner)
                .param("since", utc(since))
                .query((row, n) -> new Opened(
                        new CaseCode(row.getString("code")),
                        row.getString("number"),
                        row.getString("reason"),
                        row.getTimestamp("recorded_at").toInstant()))
                .list();
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
