package org.romdoul.cases;

import java.util.Locale;
import org.romdoul.journal.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stages a case has come to. */
@Repository
class StageRows {

    private static final String REACH =
            "INSERT INTO cases.stage (%s, stage) VALUES (%s, :stage)".formatted(Fact.COLUMNS, Fact.VALUES);

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
}
