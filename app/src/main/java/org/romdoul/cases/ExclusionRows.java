package org.romdoul.cases;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.access.Actor;
import org.romdoul.journal.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is kept out of which case. Oversight reads its own rows without reading the case. */
@Repository
class ExclusionRows {

    /** What access.excluded must equal, from the facts alone. */
    static final String RECOMPUTED = """
            SELECT DISTINCT ON (x.scope, x.account) x.scope, x.account, x.id AS basis
              FROM cases.exclusion x LEFT JOIN cases.exclusion_end e ON e.exclusion = x.id
             WHERE e.id IS NULL
             ORDER BY x.scope, x.account, x.recorded_at, x.id""";

    private static final String STANDING =
            "SELECT scope, agency, owner FROM cases.standing(:code) WHERE scope IS NOT NULL";

    private static final String EXCLUDE = """
            INSERT INTO cases.exclusion (%s, agency, code, account, reason)
            VALUES (%s, :agency, :code, :account, :reason)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String LIFT = """
            INSERT INTO cases.exclusion_end (%s, agency, exclusion) VALUES (%s, :agency, :exclusion)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String IN_FORCE = """
            SELECT x.id, x.scope, x.code, x.account, a.number, x.reason, x.recorded_at
              FROM cases.exclusion x JOIN access.account a ON a.id = x.account
             WHERE x.agency = :agency AND NOT EXISTS (SELECT 1 FROM cases.exclusion_end e WHERE e.exclusion = x.id)
             ORDER BY x.recorded_at DESC LIMIT 500""";

    private static final String EXCLUDED =
            "SELECT count(*) FROM access.excluded WHERE scope = :case AND account = :account";

    private final JdbcClient sql;

    ExclusionRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Standing> standing(CaseCode code) {
        return sql.sql(STANDING)
                .param("code", code.value())
                .query((row, n) -> new Standing(
                        row.getObject("scope", UUID.class),
                        row.getObject("agency", UUID.class),
                        row.getObject("owner", UUID.class)))
                .optional();
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
                        row.getString("number"),
                        Codes.to(Exclusion.Reason.class, row.getString("reason")),
                        row.getTimestamp("recorded_at").toInstant()))
                .list();
    }

    boolean isExcluded(UUID caseId, UUID account) {
        return sql.sql(EXCLUDED)
                        .param("case", caseId)
                        .param("account", account)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
