package org.romdoul.persons;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.journal.Fact;
import org.romdoul.journal.ManyFacts;
import org.romdoul.vault.SealedRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who people are said to be: references to sealed values, recorded, corrected and decided between. */
@Repository
class IdentityRows {

    /** By which names people are found: by what nobody corrected and nobody dropped, as {@link Recorded} holds it. */
    static final String FINDABLE = """
            SELECT i.scope, i.subject, i.id AS fact, n.name
              FROM persons.identity i CROSS JOIN LATERAL (VALUES (i.local), (i.latin), (i.alias)) n (name)
             WHERE n.name IS NOT NULL
               AND NOT EXISTS (SELECT FROM persons.identity c WHERE c.supersedes = i.id AND c.subject = i.subject)
               AND NOT EXISTS (SELECT FROM persons.identity_choice d WHERE d.dropped = i.id)""";

    // The first to correct a recording wins; the second's row is refused here and kept as contesting it.
    private static final String ADD = """
            INSERT INTO persons.identity (%s, subject, contests, local, latin, alias, phone, address, born)
            VALUES (%s, :subject, :contests, :local, :latin, :alias, :phone, :address, :born)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String ADD_ALL =
            ManyFacts.insert("persons.identity", "subject", "local", "latin", "alias", "phone", "address", "born");

    private static final String OF = """
            SELECT id, supersedes, contests, actor, local, latin, alias, phone, address, born
              FROM persons.identity WHERE subject = :subject ORDER BY recorded_at, id""";

    private static final String DROPPED = "SELECT dropped FROM persons.identity_choice WHERE subject = :subject";

    private static final String CHOOSE = """
            INSERT INTO persons.identity_choice (%s, subject, chosen, dropped)
            VALUES (%s, :subject, :chosen, :dropped)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String CHOSEN =
            "SELECT EXISTS (SELECT 1 FROM persons.identity_choice WHERE id = :id AND subject = :subject)";

    private final JdbcClient sql;

    IdentityRows(JdbcClient sql) {
        this.sql = sql;
    }

    boolean add(Fact fact, PersonInCase person, @Nullable UUID contests, Identity<SealedRef> identity) {
        return sql.sql(ADD)
                        .params(fact.parameters())
                        .param("subject", person.id())
                        .param("contests", contests)
                        .params(columns(identity))
                        .update()
                == 1;
    }

    void addAll(Map<Fact, PersonInCase> people, Map<UUID, Identity<SealedRef>> identities) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        people.forEach((fact, person) -> {
            var row = fact.parameters();
            row.put("subject", person.id());
            row.putAll(columns(java.util.Objects.requireNonNull(identities.get(fact.id()))));
            rows.add(row);
        });
        sql.sql(ADD_ALL).param("rows", ManyFacts.rows(rows)).update();
    }

    Recorded of(PersonInCase person) {
        var facts = sql.sql(OF)
                .param("subject", person.id())
                .query(IdentityRows::fact)
                .list();
        var dropped = new HashSet<>(
                sql.sql(DROPPED).param("subject", person.id()).query(UUID.class).list());
        return new Recorded(facts, dropped);
    }

    /** @return whether it was this choice, sent before, that was made */
    boolean isChosen(UUID choice, PersonInCase person) {
        return sql.sql(CHOSEN)
                .param("id", choice)
                .param("subject", person.id())
                .query(Boolean.class)
                .single();
    }

    void choose(Fact fact, PersonInCase person, UUID chosen, UUID dropped) {
        sql.sql(CHOOSE)
                .params(fact.parameters())
                .param("subject", person.id())
                .param("chosen", chosen)
                .param("dropped", dropped)
                .update();
    }

    private static Map<String, @Nullable Object> columns(Identity<SealedRef> identity) {
        var text = identity.map(SealedRef::toString);
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("local", text.local());
        columns.put("latin", text.latin());
        columns.put("alias", text.alias());
        columns.put("phone", text.phone());
        columns.put("address", text.address());
        columns.put("born", text.born());
        return columns;
    }

    private static IdentityFact fact(ResultSet row, int number) throws SQLException {
        return new IdentityFact(
                row.getObject("id", UUID.class),
                row.getObject("supersedes", UUID.class),
                row.getObject("contests", UUID.class),
                row.getObject("actor", UUID.class),
                new Identity<>(
                        ref(row, "local"),
                        ref(row, "latin"),
                        ref(row, "alias"),
                        ref(row, "phone"),
                        ref(row, "address"),
                        ref(row, "born")));
    }

    private static @Nullable SealedRef ref(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? null : SealedRef.parse(text);
    }
}
