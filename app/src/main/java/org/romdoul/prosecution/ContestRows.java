package org.romdoul.prosecution;

import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.OpenCase;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What second hands wrote, and what was decided between them and the first. */
@Repository
class ContestRows {

    private static final String WORDS = "words";

    private static final String ADD = """
            INSERT INTO prosecution.contest (%s, subject, noun, against, proposal, words)
            VALUES (%s, :subject, :noun, :against, :proposal::jsonb, :words)
            ON CONFLICT (id) DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String WAITING = """
            SELECT c.id, c.noun, c.against, c.proposal, c.words
              FROM prosecution.contest c
             WHERE c.scope = :case
               AND NOT EXISTS (SELECT 1 FROM prosecution.contest_answer a WHERE a.contest = c.id)
             ORDER BY c.recorded_at, c.id""";

    private static final String IS_THERE =
            "SELECT EXISTS (SELECT 1 FROM prosecution.contest WHERE scope = :case AND id = :id)";

    private static final String ANSWER = """
            INSERT INTO prosecution.contest_answer (%s, subject, contest, taken) VALUES (%s, :subject, :contest, :taken)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private final JdbcClient sql;
    private final JsonMapper json = JsonMapper.shared();

    ContestRows(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Fact fact, Contest contest) {
        var proposal = contest.proposal();
        var table = CourtRows.table(FactKind.of(proposal).noun());
        var row = table.row(proposal);
        var sealed = sealed(FactKind.of(proposal));
        sql.sql(ADD)
                .params(fact.parameters())
                .param("subject", proposal.defendant())
                .param("noun", table.noun())
                .param("against", contest.against())
                .param(WORDS, sealed == null ? null : row.put(sealed, null))
                .param("proposal", json.writeValueAsString(row))
                .update();
    }

    boolean isThere(OpenCase file, UUID id) {
        return sql.sql(IS_THERE)
                .param("case", file.id())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    List<Contest> waiting(OpenCase file) {
        return sql.sql(WAITING).param("case", file.id()).query(this::contest).list();
    }

    /** @return whether it was still to be decided */
    boolean answer(Fact fact, Contest contest, boolean taken) {
        return sql.sql(ANSWER)
                        .params(fact.parameters())
                        .params(Map.of(
                                "subject", contest.proposal().defendant(), "contest", contest.id(), "taken", taken))
                        .update()
                == 1;
    }

    private Contest contest(ResultSet row, int number) throws SQLException {
        var table = CourtRows.table(row.getString("noun"));
        var proposal = (ObjectNode) json.readTree(row.getString("proposal"));
        var sealed = sealed(table.kind());
        if (sealed != null) proposal.put(sealed, row.getString(WORDS));
        return new Contest(row.getObject("id", UUID.class), row.getObject("against", UUID.class), table.fact(proposal));
    }

    // A kind of court fact has at most one part in words.
    private static @Nullable String sealed(FactKind<?> kind) {
        return kind.parts().stream()
                .filter(part -> part.getType() == SealedRef.class)
                .map(RecordComponent::getName)
                .findFirst()
                .orElse(null);
    }
}
