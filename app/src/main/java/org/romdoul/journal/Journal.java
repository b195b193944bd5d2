package org.romdoul.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.witnessing.Witnesses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the timeline. The lines are written in the database, by the trigger that hands each fact to the ledger. */
@Component
public class Journal {

    private static final String OF_SCOPE = """
            SELECT l.*, leaf.log AS leaf_log, leaf.index AS leaf_index
              FROM journal.line l LEFT JOIN ledger.leaf leaf ON leaf.fact = l.fact
             WHERE l.scope = :scope
             ORDER BY l.recorded_at DESC, l.fact DESC
             LIMIT :limit OFFSET :offset""";

    private final JdbcClient sql;
    private final Witnesses witnesses;

    Journal(JdbcClient sql, Witnesses witnesses) {
        this.sql = sql;
        this.witnesses = witnesses;
    }

    /** @return the newest lines of a scope first, as far as the reader of this transaction may see them */
    public List<Line> of(UUID scope, int limit, int offset) {
        var reach = witnesses.reach();
        return sql.sql(OF_SCOPE)
                .param("scope", scope)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> line(row, reach))
                .list();
    }

    private static Line line(ResultSet row, Witnesses.Reach reach) throws SQLException {
        return new Line(
                row.getObject("fact", UUID.class),
                row.getString("noun"),
                row.getObject("subject", UUID.class),
                new PartialDate(row.getString("happened")),
                row.getTimestamp("recorded_at").toInstant(),
                row.getObject("actor", UUID.class),
                row.getObject("behalf", UUID.class),
                row.getObject("supersedes", UUID.class),
                reach.of(row.getObject("leaf_log", Integer.class), row.getObject("leaf_index", Long.class)));
    }
}
