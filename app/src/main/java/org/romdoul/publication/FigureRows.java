package org.romdoul.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads figures as the role <em>publication</em>, to which people do not exist. */
@Repository
class FigureRows {

    private static final String DOCKETS = """
            SELECT docket, title, source, jurisdiction, censored FROM prosecution.figure_docket ORDER BY docket""";

    private static final String ACCUSED = """
            SELECT charge_date, outcome, finality, coalesce(life, false) AS life,
                   months_prison - coalesce(months_suspended, 0) AS months_prison,
                   CASE WHEN outcome <> 'open' THEN coalesce(ended_date, decided_date) END AS disposed
              FROM prosecution.figure_defendant
             WHERE docket IS NOT DISTINCT FROM :docket::text AND outcome <> 'not_charged'
             ORDER BY charge_date, disposed, outcome, finality, months_prison""";

    private static final String CHARGES = """
            SELECT statute, coalesce(outcome, 'unknown') AS outcome FROM prosecution.figure_charge
             WHERE docket IS NOT DISTINCT FROM :docket::text
             ORDER BY statute, outcome""";

    private static final String HEAD = "SELECT note, at FROM ledger.checkpoint ORDER BY size DESC LIMIT 1";

    private final JdbcClient sql;
    private final TransactionTemplate moment;

    FigureRows(@Qualifier("publication") DataSource publication) {
        sql = JdbcClient.create(publication);
        moment = new TransactionTemplate(new JdbcTransactionManager(publication));
        moment.setReadOnly(true);
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    List<Docket> dockets() {
        return sql.sql(DOCKETS)
                .query((row, n) -> new Docket(
                        row.getString("docket"),
                        row.getString("title"),
                        row.getString("source"),
                        row.getString("jurisdiction"),
                        new PartialDate(row.getString("censored"))))
                .list();
    }

    /** @param docket null: the cases worked here */
    Snapshot snapshot(@Nullable Docket docket, PartialDate censored) {
        return java.util.Objects.requireNonNull(moment.execute(status -> {
            var code = docket == null ? null : docket.code();
            var position = position().orElse(null);
            return new Snapshot(docket, accused(code), charges(code), censored, position);
        }));
    }

    private List<Accused> accused(@Nullable String docket) {
        return sql.sql(ACCUSED)
                .param("docket", docket)
                .query((row, n) -> new Accused(
                        date(row, "charge_date"),
                        date(row, "disposed"),
                        Stand.of(row.getString("outcome"), row.getString("finality")),
                        row.getObject("months_prison", Integer.class),
                        row.getBoolean("life")))
                .list();
    }

    private List<Charged> charges(@Nullable String docket) {
        return sql.sql(CHARGES)
                .param("docket", docket)
                .query((row, n) -> new Charged(row.getString("statute"), Stand.of(row.getString("outcome"), null)))
                .list();
    }

    Optional<Position> position() {
        return sql.sql(HEAD)
                .query((row, n) -> Position.of(
                        row.getString("note"), row.getTimestamp("at").toInstant()))
                .optional()
                .flatMap(found -> found);
    }

    private static @Nullable PartialDate date(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? null : new PartialDate(text);
    }
}
