package org.romdoul.studies;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.romdoul.journal.Fact;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts as the role <em>publication</em>, to which people do not exist, and keeps what was counted. */
@Repository
class OverlapRows {

    private static final String COUNT = "SELECT lists, people FROM studies.figure_overlap ORDER BY lists";

    private static final String ADD = """
            INSERT INTO studies.overlap (%s, code, agency, lists, sha256, log_size, log_root)
            VALUES (%s, :code, :agency, :lists, :sha256, :size, :root)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String ALL = """
            SELECT code, lists, log_size, log_root, recorded_at FROM studies.overlap ORDER BY recorded_at DESC, id""";
    private static final String FIND = """
            SELECT code, lists, log_size, log_root, recorded_at FROM studies.overlap WHERE id = :fact""";

    private final JdbcClient sql;
    private final JdbcClient publication;

    OverlapRows(JdbcClient sql, @Qualifier("publication") DataSource publication) {
        this.sql = sql;
        this.publication = JdbcClient.create(publication);
    }

    List<Overlap.Counted> count() {
        return publication
                .sql(COUNT)
                .query((row, n) -> new Overlap.Counted(words(row.getArray("lists")), row.getInt("people")))
                .list();
    }

    void add(Fact fact, UUID agency, Overlap overlap) {
        var position = overlap.position();
        sql.sql(ADD)
                .params(fact.parameters())
                .param("code", overlap.code())
                .param("agency", agency)
                .param("lists", overlap.file())
                .param("sha256", Draw.sha256(overlap.file()))
                .param("size", position == null ? null : position.size())
                .param("root", position == null ? null : position.root())
                .update();
    }

    List<Overlap> all() {
        return sql.sql(ALL).query((row, n) -> overlap(row)).list();
    }

    /** @return what a form has made already */
    Optional<Overlap> find(UUID fact) {
        return sql.sql(FIND).param("fact", fact).query((row, n) -> overlap(row)).optional();
    }

    private static Overlap overlap(ResultSet row) throws SQLException {
        return Overlap.of(row.getString("code"), row.getString("lists"), LogPosition.of(row));
    }

    private static List<String> words(Array array) throws SQLException {
        return List.of((String[]) Objects.requireNonNull(array).getArray());
    }
}
