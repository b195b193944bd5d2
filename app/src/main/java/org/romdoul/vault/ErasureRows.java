package org.romdoul.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.input.Codes;
import org.romdoul.journal.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests for erasure, their answers, and the holds that stand in the way. */
@Repository
class ErasureRows {

    /** The oversight agency that is told may read a request, and so its reason. */
    static final String READERS_RECOMPUTED = """
            SELECT id AS scope, told AS hat, id AS basis, NULL::timestamptz AS until
              FROM vault.erasure_request WHERE told IS NOT NULL""";

    private static final String ASK = """
            INSERT INTO vault.erasure_request (%s, subject, agency, told, reason, words)
            VALUES (%s, :subject, :agency, :told, :reason, :words)""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String ANSWER = """
            INSERT INTO vault.erasure_answer (%s, subject, request, granted)
            VALUES (%s, :subject, :request, :granted)
            ON CONFLICT (request) DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String HOLD = """
            INSERT INTO vault.legal_hold (%s, subject, ground, lifted, words)
            VALUES (%s, :subject, :ground, :lifted, :words)
            ON CONFLICT (id) DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String TURN = "SELECT pg_advisory_xact_lock(hashtextextended(:subject::uuid::text, 2))";

    private static final String HELD = """
            coalesce((SELECT NOT h.lifted FROM vault.legal_hold h WHERE h.subject = %s
                       ORDER BY h.recorded_at DESC, h.id DESC LIMIT 1), false)""";

    private static final String IS_HELD = "SELECT " + HELD.formatted(":subject");

    private static final String ALL = """
            SELECT r.id, r.scope, r.subject, r.actor, r.agency, r.reason, r.words, r.recorded_at, %s AS held,
                   a.granted, a.recorded_at AS answered_at
              FROM vault.erasure_request r LEFT JOIN vault.erasure_answer a ON a.request = r.id""".formatted(HELD.formatted("r.subject"));

    private static final String HOLDS_ON = """
            SELECT id, ground, lifted, words, actor, recorded_at FROM vault.legal_hold
             WHERE scope = :scope AND subject = :subject ORDER BY recorded_at DESC, id DESC LIMIT 100""";

    private static final String ON =
            ALL + " WHERE r.scope = :scope AND r.subject = :subject ORDER BY r.recorded_at DESC";
    private static final String NEWEST = ALL + " ORDER BY r.recorded_at DESC, r.id DESC LIMIT 200";
    private static final String BY_ID = ALL + " WHERE r.id = :id";

    private static final String IDENTIFIED = """
            SELECT EXISTS (SELECT 1 FROM vault.sealed WHERE scope = :scope AND key = :subject AND key <> scope)""";

    private static final String GRANTED = "SELECT subject FROM vault.erasure_answer WHERE granted";

    private final JdbcClient sql;

    ErasureRows(JdbcClient sql) {
        this.sql = sql;
    }

    void turn(UUID subject) {
        sql.sql(TURN).param("subject", subject).query(row -> {});
    }

    void ask(Fact fact, UUID subject, UUID agency, UUID told, SealedRef reason, SealedRef words) {
        sql.sql(ASK)
                .params(fact.parameters())
                .param("subject", subject)
                .param("agency", agency)
                .param("told", told)
                .param("reason", reason.toString())
                .param("words", words.toString())
                .update();
    }

    /** @return false where somebody else answered first */
    boolean answer(Fact fact, ErasureRequest request, boolean granted) {
        return sql.sql(ANSWER)
                        .params(fact.parameters())
                        .param("subject", request.subject())
                        .param("request", request.id())
                        .param("granted", granted)
                        .update()
                == 1;
    }

    void hold(Fact fact, UUID subject, LegalHold.Ground ground, boolean lifted, SealedRef words) {
        sql.sql(HOLD)
                .params(fact.parameters())
                .param("subject", subject)
                .param("ground", Codes.of(ground))
                .param("lifted", lifted)
                .param("words", words.toString())
                .update();
    }

    List<LegalHold> holdsOn(UUID scope, UUID subject) {
        return sql.sql(HOLDS_ON)
                .param("scope", scope)
                .param("subject", subject)
                .query(ErasureRows::hold)
                .list();
    }

    List<ErasureRequest> on(UUID scope, UUID subject) {
        return sql.sql(ON)
                .param("scope", scope)
                .param("subject", subject)
                .query(ErasureRows::request)
                .list();
    }

    boolean isHeld(UUID subject) {
        return sql.sql(IS_HELD).param("subject", subject).query(Boolean.class).single();
    }

    boolean isIdentified(UUID scope, UUID subject) {
        return sql.sql(IDENTIFIED)
                .param("scope", scope)
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    List<ErasureRequest> newest() {
        return sql.sql(NEWEST).query(ErasureRows::request).list();
    }

    Optional<ErasureRequest> byId(UUID id) {
        return sql.sql(BY_ID).param("id", id).query(ErasureRows::request).optional();
    }

    List<UUID> granted() {
        return sql.sql(GRANTED).query(UUID.class).list();
    }

    private static LegalHold hold(ResultSet row, int number) throws SQLException {
        var words = row.getString("words");
        return new LegalHold(
                row.getObject("id", UUID.class),
                Codes.to(LegalHold.Ground.class, row.getString("ground")),
                row.getBoolean("lifted"),
                words == null ? null : SealedRef.parse(words),
                row.getObject("actor", UUID.class),
                row.getTimestamp("recorded_at").toInstant());
    }

    private static ErasureRequest request(ResultSet row, int number) throws SQLException {
        Timestamp answered = row.getTimestamp("answered_at");
        var words = row.getString("words");
        return new ErasureRequest(
                row.getObject("id", UUID.class),
                row.getObject("scope", UUID.class),
                row.getObject("subject", UUID.class),
                row.getObject("actor", UUID.class),
                row.getObject("agency", UUID.class),
                SealedRef.parse(row.getString("reason")),
                words == null ? null : SealedRef.parse(words),
                row.getTimestamp("recorded_at").toInstant(),
                row.getBoolean("held"),
                row.getObject("granted", Boolean.class),
                answered == null ? null : answered.toInstant());
    }
}
