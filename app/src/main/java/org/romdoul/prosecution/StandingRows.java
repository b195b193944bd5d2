package org.romdoul.prosecution;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.romdoul.cases.CaseCode;
import org.romdoul.cases.OpenCase;
import org.romdoul.journal.Derived;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What stands now, beside the facts it follows from: the court board. */
@Repository
class StandingRows {

    private static final String PUT = """
            INSERT INTO prosecution.standing (defendant, scope, code, label, role, outcome, finality)
            SELECT defendant, scope, code, label, role, outcome, finality
              FROM jsonb_populate_recordset(NULL::prosecution.standing, :rows::jsonb)
            ON CONFLICT (defendant) DO UPDATE
               SET label = excluded.label, role = excluded.role, outcome = excluded.outcome, finality = excluded.finality""";

    // The code is the board's link: one that pointed to another case would lead there unseen.
    private static final String RECOMPUTED =
            "SELECT * FROM prosecution.standing_recomputed JOIN (%s) c USING (scope)".formatted(CaseCode.OF_CASES);

    private final JdbcClient sql;
    private final JsonMapper json = JsonMapper.shared();

    StandingRows(JdbcClient sql) {
        this.sql = sql;
    }

    void put(List<History> histories, Map<UUID, OpenCase> files) {
        if (histories.isEmpty()) return;
        var rows = histories.stream().map(history -> row(history, files)).toList();
        sql.sql(PUT).param("rows", json.writeValueAsString(rows)).update();
    }

    private static Map<String, Object> row(History history, Map<UUID, OpenCase> files) {
        var accused = history.accused().orElseThrow();
        var file = Objects.requireNonNull(files.get(accused.fact().scope()));
        var outcome = Standing.of(history).outcome();
        var row = new java.util.HashMap<String, Object>(Map.of(
                "defendant", history.defendant(),
                "scope", file.id(),
                "code", file.code().value(),
                "label", accused.label(),
                "role", accused.role().name().toLowerCase(java.util.Locale.ROOT),
                "outcome", outcome.code()));
        if (!outcome.firmness().isEmpty()) row.put("finality", outcome.firmness());
        return row;
    }

    /** The audit reads the same from the facts by itself. */
    @Configuration
    static class Audited {
        @Bean
        Derived standing() {
            return new Derived("prosecution.standing", RECOMPUTED);
        }
    }
}
