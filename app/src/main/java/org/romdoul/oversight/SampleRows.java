package org.romdoul.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.journal.Fact;
import org.romdoul.vault.IdentityReadings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Samples of openings, what was drawn into them, and what was found in order. */
@Repository
class SampleRows {

    private static final String DRAW = """
            INSERT INTO oversight.sample (%s, since, before, population, size)
            VALUES (%s, :since, :before, :population, :size)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String ADD = """
            INSERT INTO oversight.sampled (%s, sample, reading, code, account, purpose, opened)
            VALUES (%s, :sample, :reading, :code, :account, :purpose, :opened)""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String REVIEW = """
            INSERT INTO oversight.review (%s, sampled) VALUES (%s, :sampled)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String SAMPLES =
            "SELECT id, recorded_at, since, before, population, size FROM oversight.sample WHERE scope = :agency";
    private static final String LATEST = SAMPLES + " ORDER BY recorded_at DESC, id LIMIT 50";
    private static final String ONE = SAMPLES + " AND id = :id";

    private static final String DRAWN = """
            SELECT d.id, d.sample, d.reading, d.code, d.account, d.purpose, d.opened, r.id IS NOT NULL AS in_order
              FROM oversight.sampled d LEFT JOIN oversight.review r ON r.sampled = d.id
             WHERE d.sample = :sample ORDER BY d.opened, d.id""";

    private final JdbcClient sql;

    SampleRows(JdbcClient sql) {
        this.sql = sql;
    }

    boolean draw(Fact fact, Sample sample) {
        return sql.sql(DRAW)
                        .params(fact.parameters())
                        .param("since", utc(sample.since()))
                        .param("before", utc(sample.before()))
                        .param("population", sample.population())
                        .param("size", sample.size())
                        .update()
                == 1;
    }

    void add(Fact fact, UUID sample, IdentityReadings.Reading reading, String code) {
        sql.sql(ADD)
                .params(fact.parameters())
                .param("sample", sample)
                .param("reading", reading.id())
                .param("code", code)
                .param("account", reading.actor())
                .param("purpose", reading.purpose())
                .param("opened", utc(reading.at()))
                .update();
    }

    void review(Fact fact, UUID sampled) {
        sql.sql(REVIEW).params(fact.parameters()).param("sampled", sampled).update();
    }

    List<Sample> of(UUID agency) {
        return sql.sql(LATEST).param("agency", agency).query(SampleRows::sample).list();
    }

    Optional<Sample> find(UUID agency, UUID id) {
        return sql.sql(ONE)
                .param("agency", agency)
                .param("id", id)
                .query(SampleRows::sample)
                .optional();
    }

    List<Sample.Drawn> drawn(UUID sample) {
        return sql.sql(DRAWN)
                .param("sample", sample)
                .query((row, n) -> new Sample.Drawn(
                        row.getObject("id", UUID.class),
                        row.getObject("sample", UUID.class),
                        row.getObject("reading", UUID.class),
                        row.getString("code"),
                        row.getObject("account", UUID.class),
                        row.getString("purpose"),
                        row.getTimestamp("opened").toInstant(),
                        row.getBoolean("in_order")))
                .list();
    }

    private static Sample sample(ResultSet row, int number) throws SQLException {
        return new Sample(
                row.getObject("id", UUID.class),
                row.getTimestamp("recorded_at").toInstant(),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("before").toInstant(),
                row.getInt("population"),
                row.getInt("size"));
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
