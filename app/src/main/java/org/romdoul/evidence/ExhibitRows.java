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
import org.romdoul.input.Codes;
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
            INSERT INTO evidence.exhibit (%s, label, code, origin, place, seal, description,
                                          file, file_name, declared_type, detected_type, unlike)
            VALUES (%s, :label, :code, :origin, :place, :seal, :description,
                    :file, :file_name, :declared_type, :detected_type, :unlike)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String IN_CASE = """
            SELECT * FROM evidence.exhibit WHERE scope = :case ORDER BY length(label), label""";

    private static final String FIND = "SELECT * FROM evidence.exhibit WHERE scope = :case AND label = :label";
    private static final String BY_ID = "SELECT * FROM evidence.exhibit WHERE scope = :case AND id = :id";

    private static final String NEXT = """
            SELECT 'E' || coalesce(max(substr(label, 2)::int), 0) + 1 FROM evidence.exhibit WHERE scope = :case""";

    private static final String SEEN = "SELECT * FROM evidence.exhibit WHERE id = :id";

    // What she recorded or had a hand in, as far as she has it still, or has to answer for it.
    private static final String IN_HANDS = """
            WITH hers AS (
                SELECT id FROM evidence.exhibit WHERE actor = :account
                UNION SELECT subject FROM evidence.hand_over WHERE :account IN (actor, receiver, witness))
            SELECT e.* FROM hers JOIN evidence.exhibit e USING (id)
              LEFT JOIN LATERAL (
                   SELECT h.actor, h.receiver, h.witness, h.ended, r.outcome, w.id AS witnessed
                     FROM evidence.hand_over h
                     LEFT JOIN evidence.receipt r ON r.hand_over = h.id
                     LEFT JOIN evidence.witnessing w ON w.hand_over = h.id
                    WHERE h.subject = e.id ORDER BY h.recorded_at DESC, h.id DESC LIMIT 1) last ON true
             WHERE CASE WHEN last.actor IS NULL THEN e.actor = :account
                        WHEN last.witness = :account AND last.witnessed IS NULL THEN true
                        WHEN last.ended IS NOT NULL THEN false
                        WHEN last.outcome IS NULL THEN :account IN (last.actor, last.receiver)
                        WHEN last.outcome = 'received' THEN last.receiver = :account
                        ELSE last.actor = :account END
             ORDER BY e.recorded_at DESC, e.id LIMIT :limit""";

    private final JdbcClient sql;

    ExhibitRows(JdbcClient sql) {
        this.sql = sql;
    }

    String nextLabel(OpenCase file) {
        return sql.sql(NEXT).param("case", file.id()).query(String.class).single();
    }

    boolean add(
            OpenCase file, Fact fact, String label, Described described, SealedRef description, @Nullable Filed filed) {
        return sql.sql(ADD)
                        .params(fact.parameters())
                        .param("label", label)
                        .param("code", file.code() + "-" + label)
                        .param("origin", Codes.of(described.origin()))
                        .param("place", described.place())
                        .param("seal", described.seal())
                        .param("description", description.toString())
                        .params(columns(filed))
                        .update()
                == 1;
    }

    List<Exhibit> in(OpenCase file) {
        return sql.sql(IN_CASE)
                .param("case", file.id())
                .query(ExhibitRows::exhibit)
                .list();
    }

    Optional<Exhibit> find(OpenCase file, String label) {
        return sql.sql(FIND)
                .param("case", file.id())
                .param("label", label)
                .query(ExhibitRows::exhibit)
                .optional();
    }

    Optional<Exhibit> find(OpenCase file, UUID id) {
        return sql.sql(BY_ID)
                .param("case", file.id())
                .param("id", id)
                .query(ExhibitRows::exhibit)
                .optional();
    }

    /** @return an exhibit that the reader of this transaction may see, whether or not she may read its case */
    Optional<Exhibit> seen(UUID id) {
        return sql.sql(SEEN).param("id", id).query(ExhibitRows::exhibit).optional();
    }

    /** @return what somebody holds, is asked to take, or is asked to have seen */
    List<Exhibit> inHands(UUID account, int limit) {
        return sql.sql(IN_HANDS)
                .param("account", account)
                .param("limit", limit)
                .query(ExhibitRows::exhibit)
                .list();
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

    private static Exhibit exhibit(ResultSet row, int number) throws SQLException {
        var label = row.getString("label");
        var code = row.getString("code");
        return new Exhibit(
                row.getObject("id", UUID.class),
                row.getObject("scope", UUID.class),
                code == null ? label : code,
                label,
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
