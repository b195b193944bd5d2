package org.romdoul.persons;

import java.time.Instant;
import java.util.List;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people want, in their words. */
@Repository
class WishRows {

    private static final String ADD = """
            INSERT INTO persons.wish (%s, subject, words) VALUES (%s, :subject, :words) ON CONFLICT (id) DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String OF = """
            SELECT words, recorded_at FROM persons.wish WHERE subject = :subject ORDER BY recorded_at DESC""";

    record Row(SealedRef words, Instant recordedAt) {}

    private final JdbcClient sql;

    WishRows(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Fact fact, PersonInCase person, SealedRef words) {
        sql.sql(ADD)
                .params(fact.parameters())
                .param("subject", person.id())
                .param("words", words.toString())
                .update();
    }

    List<Row> of(PersonInCase person) {
        return sql.sql(OF)
                .param("subject", person.id())
                .query((row, n) -> new Row(
                        SealedRef.parse(row.getString("words")),
                        row.getTimestamp("recorded_at").toInstant()))
                .list();
    }
}
