package org.romdoul.prosecution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Dockets, and which case comes from which. */
@Repository
class DocketRows {

    private static final String OPEN = """
            INSERT INTO prosecution.docket (%s, code, title, source, jurisdiction, censored)
            VALUES (%s, :code, :title, :source, :jurisdiction, :censored)
            ON CONFLICT (code) DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String FIND = "SELECT * FROM prosecution.docket WHERE code = :code";

    private static final String OF_CASE = """
            SELECT d.* FROM prosecution.docket d JOIN prosecution.docket_case c ON c.docket = d.id
             WHERE c.scope = :case""";

    private static final String ADD = """
            INSERT INTO prosecution.docket_case (id, scope, happened, actor, docket)
            SELECT f.id, f.scope, :happened, f.actor, :docket
              FROM unnest(:ids::uuid[], :scopes::uuid[], :actors::uuid[]) AS f (id, scope, actor)
            ON CONFLICT (scope) DO NOTHING""";

    private final JdbcClient sql;

    DocketRows(JdbcClient sql) {
        this.sql = sql;
    }

    Docket open(Docket docket) {
        sql.sql(OPEN)
                .params(docket.fact().parameters())
                .param("code", docket.code())
                .param("title", docket.title())
                .param("source", docket.source())
                .param("jurisdiction", docket.jurisdiction())
                .param("censored", docket.censored().edtf())
                .update();
        return find(docket.code()).orElseThrow();
    }

    Optional<Docket> find(String code) {
        return sql.sql(FIND).param("code", code).query(DocketRows::docket).optional();
    }

    Optional<Docket> of(OpenCase file) {
        return sql.sql(OF_CASE)
                .param("case", file.id())
                .query(DocketRows::docket)
                .optional();
    }

    private static Docket docket(ResultSet row, int n) throws SQLException {
        return new Docket(
                new Fact(
                        row.getObject("id", UUID.class),
                        row.getObject("scope", UUID.class),
                        new PartialDate(row.getString("happened")),
                        row.getObject("actor", UUID.class),
                        null,
                        null),
                row.getString("code"),
                row.getString("title"),
                row.getString("source"),
                row.getString("jurisdiction"),
                new PartialDate(row.getString("censored")));
    }

    void add(Docket docket, List<Fact> cases) {
        sql.sql(ADD)
                .param("happened", docket.fact().happened().edtf())
                .param("docket", docket.fact().id())
                .param("ids", cases.stream().map(Fact::id).toArray(UUID[]::new))
                .param("scopes", cases.stream().map(Fact::scope).toArray(UUID[]::new))
                .param("actors", cases.stream().map(Fact::actor).toArray(UUID[]::new))
                .update();
    }
}
