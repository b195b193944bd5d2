package org.romdoul.persons;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.romdoul.journal.Fact;
import org.romdoul.journal.ManyFacts;
import org.romdoul.vault.SealedRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people want, in their words. */
@Repository
class WishRows {

    private static final String ADD = """
            INSERT INTO persons.wish (%s, subject, words) VALUES (%s, :subject, :words) ON CONFLICT (id) DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String ADD_ALL =
            ManyFacts.insert("persons.wish", "subject", "words") + " ON CONFLICT (id) DO NOTHING";

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

    void addAll(Map<Fact, PersonInCase> wishes, List<SealedRef> words) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        var said = words.iterator();
        wishes.forEach((fact, person) -> {
            var row = fact.parameters();
            row.put("subject", person.id());
            row.put("words", said.next().toString());
            rows.add(row);
        });
        sql.sql(ADD_ALL).param("rows", ManyFacts.rows(rows)).update();
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
