package org.romdoul.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.journal.ManyFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Case files, one row each, written once. */
@Repository
class CaseFileRows {

    private static final String ADD = """
            INSERT INTO cases.case_file (%s, code, agency, origin, place)
            VALUES (%s, :code, :agency, :origin, :place)""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String ADD_ALL = ManyFacts.insert("cases.case_file", "code", "agency", "origin", "place");

    private static final String FIND = """
            SELECT id, code, agency, origin, happened, recorded_at, place
              FROM cases.case_file WHERE code = :code AND access.may_read(id)""";

    private static final String FIND_BY_ID = """
            SELECT id, code, agency, origin, happened, recorded_at, place
              FROM cases.case_file WHERE id = :id AND access.may_read(id)""";

    private static final String FIND_ALL = """
            SELECT id, code, agency, origin, happened, recorded_at, place
              FROM cases.case_file WHERE id = ANY (:ids::uuid[]) AND access.may_read(id)""";

    private static final String TURN = "SELECT pg_advisory_xact_lock(hashtextextended(:case::uuid::text, 1))";

    private final JdbcClient sql;

    CaseFileRows(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Fact fact, CaseCode code, UUID agency, CaseFile.Origin origin, @Nullable String place) {
        sql.sql(ADD)
                .params(fact.parameters())
                .param("code", code.value())
                .param("agency", agency)
                .param("origin", origin.name().toLowerCase(Locale.ROOT))
                .param("place", place)
                .update();
    }

    void addAll(List<Cases.Beginning> beginnings, Supplier<CaseCode> codes, Actor opener) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var one : beginnings) {
            var row = new Fact(one.id(), one.id(), one.happened(), opener.account(), null, null).parameters();
            row.put("code", codes.get().value());
            row.put("agency", opener.agency());
            row.put("origin", one.origin().name().toLowerCase(Locale.ROOT));
            row.put("place", one.place());
            rows.add(row);
        }
        sql.sql(ADD_ALL).param("rows", ManyFacts.rows(rows)).update();
    }

    void waitForTurn(UUID caseId) {
        sql.sql(TURN).param("case", caseId).query(row -> {});
    }

    List<CaseFile> find(Collection<UUID> ids) {
        return sql.sql(FIND_ALL)
                .param("ids", ids.toArray(UUID[]::new))
                .query(CaseFileRows::file)
                .list();
    }

    Optional<CaseFile> find(CaseCode code) {
        return sql.sql(FIND)
                .param("code", code.value())
                .query(CaseFileRows::file)
                .optional();
    }

    Optional<CaseFile> find(UUID id) {
        return sql.sql(FIND_BY_ID).param("id", id).query(CaseFileRows::file).optional();
    }

    private static CaseFile file(ResultSet row, int number) throws SQLException {
        return new CaseFile(
                row.getObject("id", UUID.class),
                new CaseCode(row.getString("code")),
                row.getObject("agency", UUID.class),
                CaseFile.Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
                new PartialDate(row.getString("happened")),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("place"));
    }
}
