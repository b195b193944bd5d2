package org.romdoul.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.journal.Facts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agencies that work in the record. */
@Service
@Transactional
public class Agencies {

    private static final String ADD = """
            INSERT INTO access.agency (%s, code, kind, name) VALUES (%s, :code, :kind, :name)
            ON CONFLICT (code) DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);
    private static final String ALL = "SELECT id, code, kind, name FROM access.agency ORDER BY code";
    private static final String BY_CODE = "SELECT id, code, kind, name FROM access.agency WHERE code = :code";
    private static final String OVERSIGHT = """
            SELECT id, code, kind, name FROM access.agency WHERE kind = 'oversight' ORDER BY recorded_at, id LIMIT 1""";
    private static final String BY_ID = "SELECT id, code, kind, name FROM access.agency WHERE id = :id";

    private final JdbcClient sql;
    private final Facts facts;

    Agencies(JdbcClient sql, Facts facts) {
        this.sql = sql;
        this.facts = facts;
    }

    /** @return the agency of this code, added if it was not there */
    public Agency add(String code, String kind, String name, PartialDate since, UUID by) {
        var id = facts.id();
        sql.sql(ADD)
                .params(new Fact(id, id, since, by, null, null).parameters())
                .param("code", code)
                .param("kind", kind)
                .param("name", name)
                .update();
        return byCode(code).orElseThrow();
    }

    public List<Agency> all() {
        return sql.sql(ALL).query(Agencies::agency).list();
    }

    public Optional<Agency> byCode(String code) {
        return Agency.isCode(code)
                ? sql.sql(BY_CODE).param("code", code).query(Agencies::agency).optional()
                : Optional.empty();
    }

    public Optional<Agency> byId(UUID id) {
        return sql.sql(BY_ID).param("id", id).query(Agencies::agency).optional();
    }

    /** @return the agency that watches over the others; where there are several, the first */
    public Optional<Agency> oversight() {
        return sql.sql(OVERSIGHT).query(Agencies::agency).optional();
    }

    private static Agency agency(ResultSet row, int number) throws SQLException {
        return new Agency(
                row.getObject("id", UUID.class), row.getString("code"), row.getString("kind"), row.getString("name"));
    }
}
