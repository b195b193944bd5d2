package org.romdoul.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.romdoul.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tasks that wait, in the order they are due. */
@Repository
class DutyRows {

    /** What the table must equal, from the facts alone. */
    static final String RECOMPUTED = """
            SELECT t.id AS task, t.scope, t.kind, t.subject, t.agency, t.account, t.due, t.legal_limit, t.rule_pack, t.path
              FROM cases.task t
             WHERE NOT EXISTS (SELECT 1 FROM cases.task_end e WHERE e.task = t.id)
               AND NOT EXISTS (SELECT 1 FROM cases.task n WHERE n.supersedes = t.id)""";

    private static final String OF_CASE = """
            SELECT d.*, k.code FROM cases.duty d JOIN cases.desk k ON k.scope = d.scope
             WHERE d.scope = :case ORDER BY d.due, d.task""";

    private static final String MINE = """
            SELECT d.*, k.code FROM cases.duty d JOIN cases.desk k ON k.scope = d.scope
             WHERE d.account = :account ORDER BY d.due, d.task LIMIT :limit""";

    private static final String OF_TEAM = """
            SELECT d.*, k.code FROM cases.duty d JOIN cases.desk k ON k.scope = d.scope
             WHERE d.agency = :agency ORDER BY d.due, d.task LIMIT :limit""";

    private static final String OF_NOBODY = """
            SELECT d.*, k.code FROM cases.duty d JOIN cases.desk k ON k.scope = d.scope
             WHERE d.agency = :agency AND d.account IS NULL ORDER BY d.due, d.task LIMIT :limit""";

    private static final String HERS = """
            SELECT d.*, k.code FROM cases.duty d JOIN cases.desk k ON k.scope = d.scope
             WHERE d.account = :account AND d.agency = :agency ORDER BY d.due, d.task""";

    private final JdbcClient sql;

    DutyRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<Duty> of(UUID caseId) {
        return sql.sql(OF_CASE).param("case", caseId).query(DutyRows::duty).list();
    }

    List<Duty> of(Actor reader, Tasks.Whose whose, int limit) {
        var query = switch (whose) {
            case MINE -> sql.sql(MINE).param("account", reader.account());
            case TEAM -> sql.sql(OF_TEAM).param("agency", reader.agency());
            case NOBODY -> sql.sql(OF_NOBODY).param("agency", reader.agency());
        };
        return query.param("limit", limit).query(DutyRows::duty).list();
    }

    /** @return what waits for one of an agency's people, as far as the reader of the transaction may see it */
    List<Duty> of(UUID account, UUID agency) {
        return sql.sql(HERS)
                .param("account", account)
                .param("agency", agency)
                .query(DutyRows::duty)
                .list();
    }

    static Duty duty(ResultSet row, int number) throws SQLException {
        return new Duty(
                row.getObject("task", UUID.class),
                row.getObject("scope", UUID.class),
                new CaseCode(row.getString("code")),
                row.getString("kind"),
                row.getObject("subject", UUID.class),
                row.getObject("agency", UUID.class),
                row.getObject("account", UUID.class),
                row.getTimestamp("due").toInstant(),
                row.getString("legal_limit"),
                row.getString("rule_pack"),
                row.getString("path"));
    }
}
