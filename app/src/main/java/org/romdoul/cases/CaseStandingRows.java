package org.romdoul.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is told of cases past row-level security, by a function of the database that tells no more. */
@Repository
class CaseStandingRows {

    private static final String BY_CODE =
            "SELECT scope, agency, owner FROM cases.standing(:code) WHERE scope IS NOT NULL";

    private static final String CODES = "SELECT scope, code FROM cases.codes(string_to_array(:scopes, ',')::uuid[])";

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

    Map<UUID, CaseCode> codes(Collection<UUID> scopes) {
        var codes = new HashMap<UUID, CaseCode>();
        sql.sql(CODES)
                .param("scopes", scopes.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .query((row, n) -> codes.put(row.getObject("scope", UUID.class), new CaseCode(row.getString("code"))))
                .list();
        return codes;
    }

    private static Standing standing(CaseCode code, ResultSet row) throws SQLException {
        return new Standing(
                row.getObject("scope", UUID.class),
                code,
                row.getObject("agency", UUID.class),
                row.getObject("owner", UUID.class));
    }
}
