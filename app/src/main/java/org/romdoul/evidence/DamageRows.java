package org.romdoul.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.romdoul.access.Actor;
import org.romdoul.blobs.Condition;
import org.romdoul.input.Codes;
import org.romdoul.journal.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files that were found to be gone or not what was sealed: codes that everybody who must know may read. */
@Repository
class DamageRows {

    private static final String ADD = """
            INSERT INTO evidence.damage (%s, subject, code, agency, stored) VALUES (%s, :subject, :code, :agency, :stored)""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String SINCE = """
            SELECT code, agency, stored, recorded_at, access.may_read(scope) AS mine
              FROM evidence.damage WHERE recorded_at > :since ORDER BY recorded_at""";

    /**
     * A finding.
     *
     * @param mine whether the reader of this transaction may open the case
     */
    record Damage(String code, UUID agency, Condition stored, Instant at, boolean mine) {}

    private final JdbcClient sql;

    DamageRows(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Fact fact, Exhibit exhibit, Condition stored, Actor finder) {
        sql.sql(ADD)
                .params(fact.parameters())
                .param("subject", exhibit.id())
                .param("code", exhibit.code())
                .param("agency", finder.agency())
                .param("stored", Codes.of(stored))
                .update();
    }

    List<Damage> since(Instant moment) {
        return sql.sql(SINCE)
                .param("since", OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
                .query(DamageRows::damage)
                .list();
    }

    private static Damage damage(ResultSet row, int number) throws SQLException {
        return new Damage(
                row.getString("code"),
                row.getObject("agency", UUID.class),
                Codes.to(Condition.class, row.getString("stored")),
                row.getTimestamp("recorded_at").toInstant(),
                row.getBoolean("mine"));
    }
}
