package org.romdoul.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.blobs.Condition;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.Codes;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who looked how exhibits are, and what they found. */
@Repository
class InspectionRows {

    private static final String ADD = """
            INSERT INTO evidence.inspection (%s, subject, found, seal, new_seal, stored, words)
            VALUES (%s, :subject, :found, :seal, :new_seal, :stored, :words)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String OF_EXHIBIT =
            "SELECT * FROM evidence.inspection WHERE subject = :exhibit ORDER BY recorded_at, id";
    private static final String IN_CASE =
            "SELECT * FROM evidence.inspection WHERE scope = :case ORDER BY recorded_at, id";

    /** An inspection, and of what. */
    record OfExhibit(UUID exhibit, Inspection inspection) {}

    private final JdbcClient sql;

    InspectionRows(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Fact fact, UUID exhibit, Inspection inspection, @Nullable SealedRef words) {
        sql.sql(ADD)
                .params(fact.parameters())
                .param("subject", exhibit)
                .param("found", Codes.of(inspection.found()))
                .param("seal", inspection.seal())
                .param("new_seal", inspection.newSeal())
                .param("stored", HandOverRows.code(inspection.stored()))
                .param("words", words == null ? null : words.toString())
                .update();
    }

    List<Inspection> of(UUID exhibit) {
        return sql.sql(OF_EXHIBIT)
                .param("exhibit", exhibit)
                .query((row, n) -> inspection(row))
                .list();
    }

    List<OfExhibit> in(OpenCase file) {
        return sql.sql(IN_CASE)
                .param("case", file.id())
                .query((row, n) -> new OfExhibit(row.getObject("subject", UUID.class), inspection(row)))
                .list();
    }

    private static Inspection inspection(ResultSet row) throws SQLException {
        return new Inspection(
                row.getObject("id", UUID.class),
                row.getObject("actor", UUID.class),
                Codes.to(Found.class, row.getString("found")),
                row.getString("seal"),
                row.getString("new_seal"),
                HandOverRows.constant(Condition.class, row.getString("stored")),
                new PartialDate(row.getString("happened")),
                row.getTimestamp("recorded_at").toInstant());
    }
}
