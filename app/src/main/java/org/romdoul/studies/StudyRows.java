package org.romdoul.studies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.estimators.survey.LonelyVenue;
import org.romdoul.estimators.survey.Visit.Outcome;
import org.romdoul.input.Codes;
import org.romdoul.input.PartialDate;
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
            INSERT INTO studies.draw (%s, seed, sizes, revisits) VALUES (%s, :seed, :sizes, :revisits)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);
    private static final String ENTER = """
            INSERT INTO studies.entry (%s, venue, hand, collector, outcome, replacement, found_type, observed, minors, young)
            VALUES (%s, :venue, :hand, :collector, :outcome, :replacement, :found, :observed, :minors, :young)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);
    private static final String ENTERED = "SELECT EXISTS (SELECT FROM studies.entry WHERE id = :fact)";
    private static final String RECOUNT = """
            INSERT INTO studies.recount (%s, venue, kind, collector, observed, minors, young)
            VALUES (%s, :venue, :kind, :collector, :observed, :minors, :young)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String ALL = "SELECT id, code, title, agency FROM studies.study ORDER BY recorded_at DESC, id";
    private static final String FIND = "SELECT id, code, title, agency FROM studies.study WHERE code = :code";
    private static final String FRAME_OF = "SELECT venues FROM studies.frame WHERE scope = :study";
    private static final String DRAW_OF = """
            SELECT id, seed, sizes, revisits, recorded_at, studies.leaf_of(id) AS leaf FROM studies.draw WHERE scope = :study""";
    private static final String OTHER_DRAWS = "SELECT code, drawn, shared FROM studies.other_draws(:study)";
    private static final String CHOOSE = """
            INSERT INTO studies.policy (%s, lonely, reason) VALUES (%s, :lonely, :reason)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);
    private static final String POLICY = """
            SELECT lonely, reason FROM studies.policy WHERE scope = :study ORDER BY recorded_at DESC, id DESC LIMIT 1""";
    private static final String ENTRIES = """
            SELECT venue, hand, actor, happened, collector, outcome, replacement, found_type, observed, minors, young
              FROM studies.entry WHERE scope = :study ORDER BY venue, hand""";
    private static final String RECOUNTS = """
            SELECT venue, kind, happened, collector, observed, minors, young
              FROM studies.recount WHERE scope = :study ORDER BY venue, id""";
    private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtextextended(:study::text, 0))";

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
                        .param("revisits", draw.revisits())
                        .update()
                == 1;
    }

    /** Until the end of the transaction nobody else types a sheet of the study. */
    void alone(UUID study) {
        sql.sql(ALONE).param("study", study).query((row, n) -> n).list();
    }

    boolean enter(Fact fact, Entry entry) {
        var said = entry.said();
        return sql.sql(ENTER)
                        .params(fact.parameters())
                        .param("venue", entry.venue())
                        .param("hand", entry.hand())
                        .param("collector", collector(said.visited()))
                        .param("outcome", said.outcome().name().toLowerCase(Locale.ROOT))
                        .param("replacement", said.replacement())
                        .param("found", said.found())
                        .params(counted(said.count()))
                        .update()
                == 1;
    }

    boolean isEntered(UUID fact) {
        return sql.sql(ENTERED).param("fact", fact).query(Boolean.class).single();
    }

    void recount(Fact fact, Recount recount) {
        sql.sql(RECOUNT)
                .params(fact.parameters())
                .param("venue", recount.venue())
                .param("kind", recount.kind().name().toLowerCase(Locale.ROOT))
                .param("collector", collector(recount.visited()))
                .params(counted(recount.count()))
                .update();
    }

    void choose(Fact fact, Policy policy) {
        sql.sql(CHOOSE)
                .params(fact.parameters())
                .param("lonely", Codes.of(policy.lonely()))
                .param("reason", policy.reason())
                .update();
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

    Optional<Drawn> drawn(UUID study) {
        return sql.sql(DRAW_OF)
                .param("study", study)
                .query((row, n) -> new Drawn(
                        row.getObject("id", UUID.class),
                        Draw.of(row.getString("seed"), row.getString("sizes"), row.getString("revisits")),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getObject("leaf", Long.class)))
                .optional();
    }

    List<OtherDraw> otherDraws(UUID study) {
        return sql.sql(OTHER_DRAWS)
                .param("study", study)
                .query((row, n) -> new OtherDraw(
                        row.getString("code"), row.getTimestamp("drawn").toInstant(), row.getInt("shared")))
                .list();
    }

    Policy policy(UUID study) {
        return sql.sql(POLICY)
                .param("study", study)
                .query((row, n) ->
                        new Policy(Codes.to(LonelyVenue.class, row.getString("lonely")), row.getString("reason")))
                .optional()
                .orElse(Policy.NONE);
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
                        visited(row),
                        count(row)))
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
                        visited(row),
                        Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                        row.getString("replacement"),
                        row.getString("found_type"),
                        count(row)));
    }

    private static @Nullable String collector(@Nullable Visited visited) {
        return visited == null ? null : visited.collector();
    }

    private static @Nullable Visited visited(ResultSet row) throws SQLException {
        var collector = row.getString("collector");
        var day = new PartialDate(row.getString("happened")).earliest();
        return collector == null ? null : new Visited(day.orElseThrow(), collector);
    }

    private static Map<String, Object> counted(Count count) {
        return Map.of("observed", count.observed(), "minors", count.minors(), "young", count.young());
    }

    private static Count count(ResultSet row) throws SQLException {
        return new Count(row.getInt("observed"), row.getInt("minors"), row.getInt("young"));
    }
}
