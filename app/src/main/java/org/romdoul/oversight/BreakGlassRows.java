package org.romdoul.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.Codes;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Emergencies: every attempt, and what it opened. */
@Repository
class BreakGlassRows {

    /** Whoever opened a case in an emergency may read it until then. */
    static final String READERS_RECOMPUTED =
            "SELECT scope, actor AS hat, id AS basis, until FROM oversight.break_glass";

    private static final String ATTEMPT = """
            INSERT INTO oversight.break_glass_attempt (%s, told, typed, reason, granted, until)
            VALUES (%s, :told, :typed, :reason, :granted, :until)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String OPEN = """
            INSERT INTO oversight.break_glass (%s, attempt, reason, words, until)
            VALUES (%s, :attempt, :reason, :words, :until)""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String ATTEMPTS =
            "SELECT id, told, actor, typed, reason, until, recorded_at FROM oversight.break_glass_attempt";
    private static final String ONE = ATTEMPTS + " WHERE id = :id";
    private static final String TOLD =
            ATTEMPTS + " WHERE told = :agency OR told IS NULL ORDER BY recorded_at DESC LIMIT :limit";

    private static final String OPENED = """
            SELECT b.scope, b.actor, b.reason, b.words, b.until, b.recorded_at FROM oversight.break_glass b
            """;
    private static final String OF_CASE = OPENED + " WHERE b.scope = :case ORDER BY b.recorded_at DESC";
    private static final String SINCE = OPENED + " WHERE b.recorded_at > :since ORDER BY b.recorded_at DESC LIMIT 200";

    /** A case was opened in an emergency; why in words is sealed. */
    record Opening(UUID scope, UUID actor, BreakGlass.Reason reason, SealedRef words, Instant until, Instant at) {}

    private final JdbcClient sql;

    BreakGlassRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return whether it is recorded now; otherwise it had been, by the same form sent a moment before */
    boolean attempt(Fact fact, @Nullable UUID told, String typed, BreakGlass.Reason reason, @Nullable Instant until) {
        return sql.sql(ATTEMPT)
                        .params(fact.parameters())
                        .param("told", told)
                        .param("typed", typed)
                        .param("reason", Codes.of(reason))
                        .param("granted", until != null)
                        .param("until", until == null ? null : utc(until))
                        .update()
                == 1;
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

    Optional<Attempt> attempt(UUID id) {
        return sql.sql(ONE).param("id", id).query(BreakGlassRows::attempt).optional();
    }

    List<Attempt> told(UUID agency, int limit) {
        return sql.sql(TOLD)
                .param("agency", agency)
                .param("limit", limit)
                .query(BreakGlassRows::attempt)
                .list();
    }

    List<Opening> openings(UUID caseId) {
        return sql.sql(OF_CASE)
                .param("case", caseId)
                .query(BreakGlassRows::opening)
                .list();
    }

    /** @return the latest openings of cases the reader of the transaction may read */
    List<Opening> since(Instant since) {
        return sql.sql(SINCE)
                .param("since", utc(since))
                .query(BreakGlassRows::opening)
                .list();
    }

    private static Opening opening(ResultSet row, int number) throws SQLException {
        return new Opening(
                row.getObject("scope", UUID.class),
                row.getObject("actor", UUID.class),
                Codes.to(BreakGlass.Reason.class, row.getString("reason")),
                SealedRef.parse(row.getString("words")),
                row.getTimestamp("until").toInstant(),
                row.getTimestamp("recorded_at").toInstant());
    }

    private static Attempt attempt(ResultSet row, int number) throws SQLException {
        var until = row.getTimestamp("until");
        return new Attempt(
                row.getObject("id", UUID.class),
                row.getObject("told", UUID.class),
                row.getObject("actor", UUID.class),
                row.getString("typed"),
                Codes.to(BreakGlass.Reason.class, row.getString("reason")),
                until == null ? null : until.toInstant(),
                row.getTimestamp("recorded_at").toInstant());
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
