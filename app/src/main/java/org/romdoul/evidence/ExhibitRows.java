package org.romdoul.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.blobs.BlobRef;
import org.romdoul.cases.OpenCase;
import org.romdoul.evidence.Exhibit.Filed;
import org.romdoul.evidence.Exhibit.Origin;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Exhibits of cases. */
@Repository
class ExhibitRows {

    // Sent twice, it is found under its id; two at once would take the same label, and the second takes the next.
    private static final String ADD = """
            INSERT INTO evidence.exhibit (%s, label, origin, place, seal, description,
                                          file, file_name, declared_type, detected_type, unlike)
            VALUES (%s, :label, :origin, :place, :seal, :description,
                    :file, :file_name, :declared_type, :detected_type, :unlike)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String IN_CASE = """
            SELECT * FROM evidence.exhibit WHERE scope = :case ORDER BY length(label), label""";

    private static final String FIND = "SELECT * FROM evidence.exhibit WHERE scope = :case AND label = :label";
    private static final String BY_ID = "SELECT * FROM evidence.exhibit WHERE scope = :case AND id = :id";

    private static final String NEXT = """
            SELECT 'E' || coalesce(max(substr(label, 2)::int), 0) + 1 FROM evidence.exhibit WHERE scope = :case""";

    private final JdbcClient sql;

    ExhibitRows(JdbcClient sql) {
        this.sql = sql;
    }

    String nextLabel(OpenCase file) {
        return sql.sql(NEXT).param("case", file.id()).query(String.class).single();
    }

    boolean add(Fact fact, String label, Described described, SealedRef description, @Nullable Filed file) {
        return sql.sql(ADD)
                        .params(fact.parameters())
                        .param("label", label)
                        .param("origin", Codes.of(described.origin()))
                        .param("place", described.place())
                        .param("seal", described.seal())
                        .param("description", description.toString())
                        .params(columns(file))
                        .update()
                == 1;
    }

    List<Exhibit> in(OpenCase file) {
        return sql.sql(IN_CASE)
                .param("case", file.id())
                .query((row, n) -> exhibit(file, row))
                .list();
    }

    Optional<Exhibit> find(OpenCase file, String label) {
        return sql.sql(FIND)
                .param("case", file.id())
                .param("label", label)
                .query((row, n) -> exhibit(file, row))
                .optional();
    }

    Optional<Exhibit> find(OpenCase file, UUID id) {
        return sql.sql(BY_ID)
                .param("case", file.id())
                .param("id", id)
                .query((row, n) -> exhibit(file, row))
                .optional();
    }

    private static Map<String, @Nullable Object> columns(@Nullable Filed file) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("file", file == null ? null : file.blob().toString());
        columns.put(
                "file_name",
                file == null || file.name() == null ? null : file.name().toString());
        columns.put("declared_type", file == null ? null : file.declaredType());
        columns.put("detected_type", file == null ? null : file.type());
        columns.put("unlike", file == null ? null : file.unlike());
        return columns;
    }

    private static Exhibit exhibit(OpenCase file, ResultSet row) throws SQLException {
        return new Exhibit(
                row.getObject("id", UUID.class),
                row.getObject("scope", UUID.class),
                file.code() + "-" + row.getString("label"),
                row.getString("label"),
                Codes.to(Origin.class, row.getString("origin")),
                row.getString("place"),
                row.getString("seal"),
                SealedRef.parse(row.getString("description")),
                filed(row),
                new PartialDate(row.getString("happened")),
                row.getTimestamp("recorded_at").toInstant(),
                row.getObject("actor", UUID.class));
    }

    private static @Nullable Filed filed(ResultSet row) throws SQLException {
        var file = row.getString("file");
        if (file == null) return null;
        var name = row.getString("file_name");
        return new Filed(
                BlobRef.parse(file),
                name == null ? null : SealedRef.parse(name),
                row.getString("declared_type"),
                row.getString("detected_type"),
                row.getBoolean("unlike"));
    }
}
