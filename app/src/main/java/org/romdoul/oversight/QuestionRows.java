package org.romdoul.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.input.Codes;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions of oversight, the answers, and what it found. */
@Repository
class QuestionRows {

    /** What access.reader must hold of this room's questions, from the facts alone. */
    static final String READERS_RECOMPUTED = """
            SELECT q.id AS scope, h.hat, q.id AS basis, NULL::timestamptz AS until
              FROM oversight.question q CROSS JOIN LATERAL (VALUES (q.agency), (q.account)) h (hat)""";

    private static final String ASK = """
            INSERT INTO oversight.question (%s, agency, account, about, opening, code, words)
            VALUES (%s, :agency, :account, :about, :opening, :code, :words)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String REPLY = """
            INSERT INTO oversight.reply (%s, question, words) VALUES (%s, :question, :words)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String FIND = """
            INSERT INTO oversight.finding (%s, question, finding, words) VALUES (%s, :question, :finding, :words)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String QUESTIONS = """
            SELECT q.id, q.agency, q.account, q.about, q.opening, q.code, q.words, q.recorded_at,
                   r.id AS reply, r.words AS replied, r.recorded_at AS replied_at,
                   f.id AS found, f.finding, f.words AS found_words, f.recorded_at AS found_at
              FROM oversight.question q
              LEFT JOIN oversight.reply r ON r.question = q.id
              LEFT JOIN oversight.finding f ON f.question = q.id
            """;

    private static final String ONE = QUESTIONS + " WHERE q.id = :id";
    private static final String OF = QUESTIONS
            + " WHERE q.agency = :agency OR q.account = :account ORDER BY q.recorded_at DESC, q.id LIMIT :limit";
    private static final String ABOUT = QUESTIONS + " WHERE q.opening IN (:openings) ORDER BY q.recorded_at, q.id";

    private final JdbcClient sql;

    QuestionRows(JdbcClient sql) {
        this.sql = sql;
    }

    void ask(Fact fact, UUID agency, UUID account, Question.About about, UUID opening, String code, SealedRef words) {
        sql.sql(ASK)
                .params(fact.parameters())
                .param("agency", agency)
                .param("account", account)
                .param("about", Codes.of(about))
                .param("opening", opening)
                .param("code", code)
                .param("words", words.toString())
                .update();
    }

    boolean reply(Fact fact, UUID question, SealedRef words) {
        return sql.sql(REPLY)
                        .params(fact.parameters())
                        .param("question", question)
                        .param("words", words.toString())
                        .update()
                == 1;
    }

    boolean find(Fact fact, UUID question, Question.Finding finding, @Nullable SealedRef words) {
        return sql.sql(FIND)
                        .params(fact.parameters())
                        .param("question", question)
                        .param("finding", Codes.of(finding))
                        .param("words", words == null ? null : words.toString())
                        .update()
                == 1;
    }

    Optional<Question> find(UUID id) {
        return sql.sql(ONE).param("id", id).query(QuestionRows::question).optional();
    }

    List<Question> of(Actor actor, int limit) {
        return sql.sql(OF)
                .param("agency", actor.agency())
                .param("account", actor.account())
                .param("limit", limit)
                .query(QuestionRows::question)
                .list();
    }

    List<Question> about(Collection<UUID> openings) {
        return openings.isEmpty()
                ? List.of()
                : sql.sql(ABOUT)
                        .param("openings", openings)
                        .query(QuestionRows::question)
                        .list();
    }

    private static Question question(ResultSet row, int number) throws SQLException {
        return new Question(
                row.getObject("id", UUID.class),
                row.getObject("agency", UUID.class),
                row.getObject("account", UUID.class),
                Codes.to(Question.About.class, row.getString("about")),
                row.getObject("opening", UUID.class),
                row.getString("code"),
                SealedRef.parse(row.getString("words")),
                row.getTimestamp("recorded_at").toInstant(),
                reply(row),
                found(row));
    }

    private static Question.@Nullable Reply reply(ResultSet row) throws SQLException {
        var id = row.getObject("reply", UUID.class);
        return id == null
                ? null
                : new Question.Reply(
                        id,
                        SealedRef.parse(row.getString("replied")),
                        row.getTimestamp("replied_at").toInstant());
    }

    private static Question.@Nullable Found found(ResultSet row) throws SQLException {
        var id = row.getObject("found", UUID.class);
        if (id == null) return null;
        var words = row.getString("found_words");
        return new Question.Found(
                id,
                Codes.to(Question.Finding.class, row.getString("finding")),
                words == null ? null : SealedRef.parse(words),
                row.getTimestamp("found_at").toInstant());
    }
}
