package org.romdoul.cases.closing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.CaseCode;
import org.romdoul.input.Codes;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposals to close, what the second reader said, and reopenings. */
@Repository
class ClosingRows {

    private static final String PROPOSE = """
            INSERT INTO cases.closing (%s, contests, reason, words) VALUES (%s, :contests, :reason, :words)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String ANSWER = """
            INSERT INTO cases.closing_answer (%s, closing, accepted, chosen, words)
            VALUES (%s, :closing, :accepted, :chosen, :words)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String REOPEN = """
            INSERT INTO cases.reopening (%s, closing, reason, words) VALUES (%s, :closing, :reason, :words)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String LAST = """
            SELECT c.id, c.actor, c.recorded_at, c.reason, c.words,
                   a.id AS answer, a.actor AS reader, a.recorded_at AS read_at, a.accepted, a.chosen, a.words AS answered,
                   r.id AS reopening, r.actor AS reopener, r.recorded_at AS reopened_at, r.reason AS reopened_for,
                   r.words AS reopened
              FROM cases.closing c
              LEFT JOIN cases.closing_answer a ON a.closing = c.id
              LEFT JOIN cases.reopening r ON r.closing = c.id
             WHERE c.scope = :case AND c.contests IS NULL
             ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1""";

    private static final String CONTESTED = """
            SELECT id, actor, recorded_at, reason, words FROM cases.closing
             WHERE contests = :closing ORDER BY recorded_at, id""";

    private static final String TO_READ = """
            SELECT d.code, c.recorded_at FROM cases.desk d JOIN cases.closing c ON c.scope = d.scope
             WHERE d.agency = :agency AND d.status = 'closing' AND c.contests IS NULL AND c.actor <> :account
               AND NOT EXISTS (SELECT 1 FROM cases.closing o WHERE o.contests = c.id AND o.actor = :account)
               AND NOT EXISTS (SELECT 1 FROM cases.closing_answer a WHERE a.closing = c.id)
             ORDER BY c.recorded_at LIMIT 50""";

    private static final String ANSWERED = """
            SELECT d.code, a.recorded_at, a.accepted, coalesce(a.chosen, a.closing) = c.id AS hers
              FROM cases.closing c
              JOIN cases.closing_answer a ON a.closing = coalesce(c.contests, c.id)
              JOIN cases.desk d ON d.scope = c.scope
             WHERE c.actor = :account AND a.recorded_at > :since
             ORDER BY a.recorded_at DESC LIMIT 50""";

    /**
     * News of a closing.
     *
     * @param accepted null while somebody is to answer
     * @param hers whether it was her reason that held, not another's who proposed at the same time
     */
    record News(CaseCode code, Instant at, @Nullable Boolean accepted, boolean hers) {}

    private final JdbcClient sql;

    ClosingRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param contests the proposal that was there first; null where none was */
    boolean propose(Fact fact, @Nullable UUID contests, Closing.Reason reason, SealedRef words) {
        return sql.sql(PROPOSE)
                        .params(fact.parameters())
                        .param("contests", contests)
                        .param("reason", Codes.of(reason))
                        .param("words", words.toString())
                        .update()
                == 1;
    }

    boolean isThere(UUID proposal) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM cases.closing WHERE id = :id)")
                .param("id", proposal)
                .query(Boolean.class)
                .single();
    }

    /** @param chosen whose reason holds, where more than one proposed */
    boolean answer(Fact fact, UUID closing, boolean accepted, @Nullable UUID chosen, @Nullable SealedRef words) {
        return sql.sql(ANSWER)
                        .params(fact.parameters())
                        .param("closing", closing)
                        .param("accepted", accepted)
                        .param("chosen", chosen)
                        .param("words", words == null ? null : words.toString())
                        .update()
                == 1;
    }

    boolean reopen(Fact fact, UUID closing, Reopening.Reason reason, SealedRef words) {
        return sql.sql(REOPEN)
                        .params(fact.parameters())
                        .param("closing", closing)
                        .param("reason", Codes.of(reason))
                        .param("words", words.toString())
                        .update()
                == 1;
    }

    Optional<Closing> last(UUID caseId) {
        return sql.sql(LAST).param("case", caseId).query(this::closing).optional();
    }

    private List<Closing.Proposal> contested(UUID closing) {
        return sql.sql(CONTESTED)
                .param("closing", closing)
                .query((row, n) -> new Closing.Proposal(
                        row.getObject("id", UUID.class),
                        row.getObject("actor", UUID.class),
                        at(row, "recorded_at"),
                        Codes.to(Closing.Reason.class, row.getString("reason")),
                        SealedRef.parse(row.getString("words"))))
                .list();
    }

    /** @return what waits in an agency for a second reader, who is not who proposed it */
    List<News> toRead(UUID agency, UUID account) {
        return sql.sql(TO_READ)
                .param("agency", agency)
                .param("account", account)
                .query((row, n) -> new News(new CaseCode(row.getString("code")), at(row, "recorded_at"), null, false))
                .list();
    }

    /** @return the answers to what somebody proposed */
    List<News> answered(UUID account, Instant since) {
        return sql.sql(ANSWERED)
                .param("account", account)
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .query((row, n) -> new News(
                        new CaseCode(row.getString("code")),
                        at(row, "recorded_at"),
                        row.getBoolean("accepted"),
                        row.getBoolean("hers")))
                .list();
    }

    private Closing closing(ResultSet row, int number) throws SQLException {
        return new Closing(
                row.getObject("id", UUID.class),
                row.getObject("actor", UUID.class),
                at(row, "recorded_at"),
                Codes.to(Closing.Reason.class, row.getString("reason")),
                SealedRef.parse(row.getString("words")),
                contested(row.getObject("id", UUID.class)),
                read(row),
                reopening(row));
    }

    private static Closing.@Nullable Read read(ResultSet row) throws SQLException {
        var id = row.getObject("answer", UUID.class);
        if (id == null) return null;
        var words = row.getString("answered");
        return new Closing.Read(
                id,
                row.getObject("reader", UUID.class),
                at(row, "read_at"),
                row.getBoolean("accepted"),
                row.getObject("chosen", UUID.class),
                words == null ? null : SealedRef.parse(words));
    }

    private static @Nullable Reopening reopening(ResultSet row) throws SQLException {
        var id = row.getObject("reopening", UUID.class);
        return id == null
                ? null
                : new Reopening(
                        id,
                        row.getObject("reopener", UUID.class),
                        at(row, "reopened_at"),
                        Codes.to(Reopening.Reason.class, row.getString("reopened_for")),
                        SealedRef.parse(row.getString("reopened")));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
