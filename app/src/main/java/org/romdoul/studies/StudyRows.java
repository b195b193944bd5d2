package org.romdoul.studies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.estimators.survey.Visit.Outcome;
import org.romdoul.journal.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Studies, as far as the reader of this transaction may see them. */
@Repository
class StudyRows {

    private static final String BEGIN = """
            INSERT INTO studies.study (%s, code, title, agency) VALUES (%s, :code, :title, :agency)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);
    private static final String FRAME = """
            INSERT INTO studies.frame (%s, venues) VALUES (%s, :venues) ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);
    private static final String DRAW = """
            INSERT INTO studies.draw (%s, seed, sizes) VALUES (%s, :seed, :sizes)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);
    private static final String ENTER = """
            INSERT INTO studies.entry (%s, venue, hand, outcome, replacement, observed, minors, young)
            VALUES (%s, :venue, :hand, :outcome, :replacement, :observed, :minors, :young)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);
    private static final String RECOUNT = """
            INSERT INTO studies.recount (%s, venue, kind, observed, minors, young)
            VALUES (%s, :venue, :kind, :observed, :minors, :young)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);
    private static final String RELEASE = """
            INSERT INTO studies.release (%s, code, title, sha256, visits) VALUES (%s, :code, :title, :sha256, :visits)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String ALL = "SELECT id, code, title, agency FROM studies.study ORDER BY recorded_at DESC, id";
    private static final String FIND = "SELECT id, code, title, agency FROM studies.study WHERE code = :code";
    private static final String FRAME_OF = "SELECT venues FROM studies.frame WHERE scope = :study";
    private static final String DRAW_OF = "SELECT seed, sizes FROM studies.draw WHERE scope = :study";
    private static final String ENTRIES = """
            SELECT venue, hand, actor, outcome, replacement, observed, minors, young
              FROM studies.entry WHERE scope = :study ORDER BY venue, hand""";
    private static final String RECOUNTS = """
            SELECT venue, kind, observed, minors, young FROM studies.recount WHERE scope = :study ORDER BY venue, id""";
    private static final String RELEASES =
            "SELECT code, title, visits FROM studies.release ORDER BY recorded_at DESC, id";

    private final JdbcClient sql;

    StudyRows(JdbcClient sql) {
        this.sql = sql;
    }

    void begin(Fact fact, String code, String title, UUID agency) {
        sql.sql(BEGIN)
                .params(fact.parameters())
                .param("code", code)
                .param("title", title)
                .param("agency", agency)
                .update();
    }

    boolean frame(Fact fact, Frame frame) {
        return sql.sql(FRAME)
                        .params(fact.parameters())
                        .param("venues", frame.text())
                        .update()
                == 1;
    }

    boolean draw(Fact fact, Draw draw) {
        return sql.sql(DRAW)
                        .params(fact.parameters())
                        .param("seed", draw.seed())
                        .param("sizes", draw.text())
                        .update()
                == 1;
    }

    boolean enter(Fact fact, Entry entry) {
        return sql.sql(ENTER)
                        .params(fact.parameters())
                        .param("venue", entry.venue())
                        .param("hand", entry.hand())
                        .param("outcome", entry.said().outcome().name().toLowerCase(Locale.ROOT))
                        .param("replacement", entry.said().replacement())
                        .param("observed", entry.said().observed())
                        .param("minors", entry.said().minors())
                        .param("young", entry.said().young())
                        .update()
                == 1;
    }

    void recount(Fact fact, Recount recount) {
        sql.sql(RECOUNT)
                .params(fact.parameters())
                .param("venue", recount.venue())
                .param("kind", recount.kind().name().toLowerCase(Locale.ROOT))
                .param("observed", recount.observed())
                .param("minors", recount.minors())
                .param("young", recount.young())
                .update();
    }

    boolean release(Fact fact, Study study, String visits) {
        return sql.sql(RELEASE)
                        .params(fact.parameters())
                        .param("code", study.code())
                        .param("title", study.title())
                        .param("sha256", Draw.sha256(visits))
                        .param("visits", visits)
                        .update()
                == 1;
    }

    List<Study> all() {
        return sql.sql(ALL).query(StudyRows::study).list();
    }

    Optional<Study> find(String code) {
        return sql.sql(FIND).param("code", code).query(StudyRows::study).optional();
    }

    Optional<Frame> frame(UUID study) {
        return sql.sql(FRAME_OF)
                .param("study", study)
                .query(String.class)
                .optional()
                .map(Frame::of);
    }

    Optional<Draw> draw(UUID study) {
        return sql.sql(DRAW_OF)
                .param("study", study)
                .query((row, n) -> Draw.of(row.getString("seed"), row.getString("sizes")))
                .optional();
    }

    List<Entry> entries(UUID study) {
        return sql.sql(ENTRIES).param("study", study).query(StudyRows::entry).list();
    }

    List<Recount> recounts(UUID study) {
        return sql.sql(RECOUNTS)
                .param("study", study)
                .query((row, n) -> new Recount(
                        row.getString("venue"),
                        Recount.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getInt("observed"),
                        row.getInt("minors"),
                        row.getInt("young")))
                .list();
    }

    List<Release> releases() {
        return sql.sql(RELEASES)
                .query((row, n) -> new Release(row.getString("code"), row.getString("title"), row.getString("visits")))
                .list();
    }

    private static Study study(ResultSet row, int number) throws SQLException {
        return new Study(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("title"),
                row.getObject("agency", UUID.class));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("venue"),
                row.getInt("hand"),
                row.getObject("actor", UUID.class),
                new Entry.Said(
                        Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                        row.getString("replacement"),
                        row.getInt("observed"),
                        row.getInt("minors"),
                        row.getInt("young")));
    }
}
