package org.romdoul.publication;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.romdoul.chart.Chart;
import org.romdoul.chart.Table;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.site.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Releases and their figures, for everybody. */
@Repository
class ReleaseRows {

    private static final String ADD = """
            INSERT INTO publication.release (%s, code, docket, censored, log_size, log_root, log_at, sha256)
            VALUES (%s, :code, :docket, :censored, :size, :root, :at, :sha256)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);
    private static final String ADD_FIGURE = """
            INSERT INTO publication.release_figure (%s, figure, place, language, finding, picture, shown, notes, data)
            VALUES (%s, :figure, :place, :language, :finding, :picture, :shown, :notes, :data)""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String ALL = """
            SELECT id, code, docket, censored, log_size, log_root, log_at, sha256
              FROM publication.release ORDER BY recorded_at DESC, id""";
    private static final String FIGURES = """
            SELECT figure, finding, picture, shown, notes, data
              FROM publication.release_figure WHERE scope = :release AND language = :language ORDER BY place""";

    // One at a time: what two release at once nobody has held against each other.
    private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtext('publication.release'))";

    private final JdbcClient sql;

    ReleaseRows(JdbcClient sql) {
        this.sql = sql;
    }

    void alone() {
        sql.sql(ALONE).query((row, n) -> n).list();
    }

    void add(Fact fact, Release release) {
        sql.sql(ADD)
                .params(fact.parameters())
                .param("code", release.code())
                .param("docket", release.docket())
                .param("censored", release.censored().edtf())
                .param("size", release.position().size())
                .param("root", release.position().root())
                .param("at", Timestamp.from(release.position().at()))
                .param("sha256", release.sha256())
                .update();
    }

    void add(Fact fact, int place, Language language, Figure figure) {
        var chart = figure.chart();
        sql.sql(ADD_FIGURE)
                .params(fact.parameters())
                .param("figure", figure.key())
                .param("place", place)
                .param("language", language.code())
                .param("finding", chart == null ? null : chart.finding())
                .param("picture", chart == null ? null : chart.svg())
                .param("shown", chart == null ? "" : chart.table().csv())
                .param("notes", String.join("\n", figure.notes()))
                .param("data", figure.data().csv())
                .update();
    }

    List<Release> all() {
        return sql.sql(ALL).query(ReleaseRows::release).list();
    }

    List<Figure> figures(UUID release, Language language) {
        return sql.sql(FIGURES)
                .param("release", release)
                .param("language", language.code())
                .query((row, n) -> new Figure(
                        row.getString("figure"),
                        chart(row),
                        row.getString("notes").lines().toList(),
                        table(row.getString("data"))))
                .list();
    }

    private static Release release(ResultSet row, int number) throws SQLException {
        return new Release(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("docket"),
                new PartialDate(row.getString("censored")),
                new Position(
                        row.getLong("log_size"),
                        row.getString("log_root"),
                        row.getTimestamp("log_at").toInstant()),
                row.getString("sha256"));
    }

    private static @Nullable Chart chart(ResultSet row) throws SQLException {
        var finding = row.getString("finding");
        return finding == null ? null : new Chart(finding, row.getString("picture"), table(row.getString("shown")));
    }

    private static Table table(String csv) {
        try (var parsed = CSVFormat.RFC4180.parse(new StringReader(csv))) {
            var rows = parsed.stream().map(CSVRecord::toList).toList();
            return rows.isEmpty() ? Figure.NO_DATA : new Table(rows.getFirst(), rows.subList(1, rows.size()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
