package org.romdoul.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.romdoul.journal.Fact;
import org.romdoul.journal.ManyFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stages a case has come to. */
@Repository
class StageRows {

    private static final String REACH =
            "INSERT INTO cases.stage (%s, stage) VALUES (%s, :stage)".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String REACH_ALL = ManyFacts.insert("cases.stage", "stage");

    private final JdbcClient sql;

    StageRows(JdbcClient sql) {
        this.sql = sql;
    }

    void reach(Fact fact, Stage stage) {
        sql.sql(REACH)
                .params(fact.parameters())
                .param("stage", stage.name().toLowerCase(Locale.ROOT))
                .update();
    }

    void reachAll(List<Fact> facts, Stage stage) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var fact : facts) {
            var row = fact.parameters();
            row.put("stage", stage.name().toLowerCase(Locale.ROOT));
            rows.add(row);
        }
        sql.sql(REACH_ALL).param("rows", ManyFacts.rows(rows)).update();
    }
}
