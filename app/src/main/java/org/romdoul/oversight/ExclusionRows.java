package org.romdoul.oversight;

import java.util.List;
import java.util.UUID;
import org.romdoul.access.Actor;
import org.romdoul.cases.CaseCode;
import org.romdoul.input.Codes;
import org.romdoul.journal.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is kept out of which case. Oversight reads its own rows without reading the case. */
@Repository
class ExclusionRows {

    /** What access.excluded must equal, from the facts alone. */
    static final String RECOMPUTED = """
            SELECT x.scope, x.account, x.id AS basis FROM oversight.exclusion x
             WHERE NOT EXISTS (SELECT 1 FROM oversight.exclusion_end e WHERE e.exclusion = x.id)""";

    private static final String EXCLUDE = """
            INSERT INTO oversight.exclusion (%s, agency, code, account, reason)
            VALUES (%s, :agency, :code, :account, :reason)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String LIFT = """
            INSERT INTO oversight.exclusion_end (%s, agency, exclusion) VALUES (%s, :agency, :exclusion)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String IN_FORCE = """
            SELECT x.id, x.scope, x.code, x.account, x.reason, x.recorded_at
              FROM oversight.exclusion x
             WHERE x.agency = :agency AND NOT EXISTS (SELECT 1 FROM oversight.exclusion_end e WHERE e.exclusion = x.id)
             ORDER BY x.recorded_at DESC LIMIT 500""";

    private final JdbcClient sql;

    ExclusionRows(JdbcClient sql) {
        this.sql = sql;
    }

    boolean exclude(Fact fact, Actor decider, CaseCode code, UUID account, Exclusion.Reason reason) {
        return sql.sql(EXCLUDE)
                        .params(fact.parameters())
                        .param("agency", decider.agency())
                        .param("code", code.value())
                        .param("account", account)
                        .param("reason", Codes.of(reason))
                        .update()
                == 1;
    }

    boolean lift(Fact fact, Actor decider, UUID exclusion) {
        return sql.sql(LIFT)
                        .params(fact.parameters())
                        .param("agency", decider.agency())
                        .param("exclusion", exclusion)
                        .update()
                == 1;
    }

    List<Exclusion> inForce(UUID agency) {
        return sql.sql(IN_FORCE)
                .param("agency", agency)
                .query((row, n) -> new Exclusion(
                        row.getObject("id", UUID.class),
                        row.getObject("scope", UUID.class),
                        new CaseCode(row.getString("code")),
                        row.getObject("account", UUID.class),
                        Codes.to(Exclusion.Reason.class, row.getString("reason")),
                        row.getTimestamp("recorded_at").toInstant()))
                .list();
    }
}
