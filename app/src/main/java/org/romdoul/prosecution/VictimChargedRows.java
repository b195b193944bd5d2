package org.romdoul.prosecution;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.romdoul.cases.CaseCode;
import org.romdoul.cases.OpenCase;
import org.romdoul.journal.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Presumed victims who were charged all the same: codes only, read by oversight and by the leads. */
@Repository
class VictimChargedRows {

    private static final String ADD = """
            INSERT INTO prosecution.victim_charged (%s, subject, charge, code, agency)
            VALUES (%s, :subject, :charge, :code, :agency)""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String SINCE = """
            SELECT code, agency, recorded_at, access.may_read(scope) AS mine FROM prosecution.victim_charged
             WHERE recorded_at > :since ORDER BY recorded_at DESC LIMIT 100""";

    /** @param mine whether whoever asks may open the case */
    record Alarm(CaseCode code, UUID agency, Instant at, boolean mine) {}

    private final JdbcClient sql;

    VictimChargedRows(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Fact fact, Charge charge, OpenCase file) {
        sql.sql(ADD)
                .params(fact.parameters())
                .param("subject", charge.defendant())
                .param("charge", charge.charge())
                .param("code", file.code().value())
                .param("agency", file.reader().agency())
                .update();
    }

    List<Alarm> since(Instant since) {
        return sql.sql(SINCE)
                .param("since", Timestamp.from(since))
                .query((row, n) -> new Alarm(
                        new CaseCode(row.getString("code")),
                        row.getObject("agency", UUID.class),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getBoolean("mine")))
                .list();
    }
}
