package org.romdoul.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is told of cases past row-level security, by a function of the database that tells no more. */
@Repository
class CaseStandingRows {

    private static final String BY_CODE =
            "SELECT scope, agency, owner FROM cases.standing(:code) WHERE scope IS NOT NULL";

    private final JdbcClient sql;

    CaseStandingRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Standing> find(CaseCode code) {
        return sql.sql(BY_CODE)
                .param("code", code.value())
                .query((row, n) -> standing(code, row))
                .optional();
    }

    private static Standing standing(CaseCode code, ResultSet row) throws SQLException {
        return new Standing(
                row.getObject("scope", UUID.class),
                code,
                row.getObject("agency", UUID.class),
                row.getObject("owner", UUID.class));
    }
}
