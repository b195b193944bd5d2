package org.romdoul.cases;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.Codes;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposals to close, what the second reader said, and reopenings. */
@Repository
class ClosingRows {

    private static final String PROPOSE = """
            INSERT INTO cases.closing (%s, reason, words) VALUES (%s, :reason, :words)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String ANSWER = """
            INSERT INTO cases.closing_answer (%s, closing, accepted, words) VALUES (%s, :closing, :accepted, :words)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String REOPEN = """
            INSERT INTO cases.reopening (%s, closing, reason, words) VALUES (%s, :closing, :reason, :words)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String LAST = """
            SELECT id, actor, reason, words FROM cases.closing
             WHERE scope = :case ORDER BY recorded_at DESC, id DESC LIMIT 1""";

    private final JdbcClient sql;

    ClosingRows(JdbcClient sql) {
        this.sql = sql;
    }

    boolean propose(Fact fact, Closing.Reason reason, SealedRef words) {
        return sql.sql(PROPOSE)
                        .params(fact.parameters())
                        .param("reason", Codes.of(reason))
                        .param("words", words.toString())
                        .update()
                == 1;
    }

    boolean answer(Fact fact, UUID closing, boolean accepted, @Nullable SealedRef words) {
        return sql.sql(ANSWER)
                        .params(fact.parameters())
                        .param("closing", closing)
                        .param("accepted", accepted)
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
        return sql.sql(LAST)
                .param("case", caseId)
                .query((row, n) -> new Closing(
                        row.getObject("id", UUID.class),
                        row.getObject("actor", UUID.class),
                        Codes.to(Closing.Reason.class, row.getString("reason")),
                        SealedRef.parse(row.getString("words"))))
                .optional();
    }
}
