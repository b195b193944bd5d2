package org.romdoul.persons;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.OpenCase;
import org.romdoul.journal.Fact;
import org.romdoul.journal.ManyFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People registered in a case. */
@Repository
class PersonRows {

    // Two hands at once would take the same label: the second finds it taken and takes the next.
    private static final String ADD = """
            INSERT INTO persons.person (%s, part, label, sex, age) VALUES (%s, :part, :label, :sex, :age)
            ON CONFLICT (scope, label) DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String IN_CASE = """
            SELECT id, scope, part, label, sex, age FROM persons.person
             WHERE scope = :case
             ORDER BY left(label, 1), length(label), label""";

    private static final String OF = """
            SELECT id, scope, part, label, sex, age FROM persons.person WHERE id IN (:ids)""";

    private static final String ADD_ALL = ManyFacts.insert("persons.person", "part", "label", "sex", "age");

    private static final String IN_CASES = """
            SELECT id, scope, part, label, sex, age FROM persons.person WHERE scope = ANY (:cases::uuid[])""";

    private final JdbcClient sql;

    PersonRows(JdbcClient sql) {
        this.sql = sql;
    }

    boolean add(Fact fact, PersonInCase person) {
        return sql.sql(ADD)
                        .params(fact.parameters())
                        .param("part", code(person.part()))
                        .param("label", person.label())
                        .param("sex", code(person.sex()))
                        .param("age", code(person.age()))
                        .update()
                == 1;
    }

    void addAll(Map<PersonInCase, Fact> people) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        people.forEach((person, fact) -> {
            var row = fact.parameters();
            row.put("part", code(person.part()));
            row.put("label", person.label());
            row.put("sex", code(person.sex()));
            row.put("age", code(person.age()));
            rows.add(row);
        });
        sql.sql(ADD_ALL).param("rows", ManyFacts.rows(rows)).update();
    }

    List<PersonInCase> in(Collection<OpenCase> files) {
        return sql.sql(IN_CASES)
                .param("cases", files.stream().map(OpenCase::id).toArray(UUID[]::new))
                .query(PersonRows::person)
                .list();
    }

    List<PersonInCase> in(OpenCase file) {
        return sql.sql(IN_CASE)
                .param("case", file.id())
                .query(PersonRows::person)
                .list();
    }

    /** @return those of these people whose case the reader of this transaction may read */
    List<PersonInCase> of(List<UUID> people) {
        return people.isEmpty()
                ? List.of()
                : sql.sql(OF).param("ids", people).query(PersonRows::person).list();
    }

    private static PersonInCase person(ResultSet row, int number) throws SQLException {
        return new PersonInCase(
                row.getObject("id", UUID.class),
                row.getObject("scope", UUID.class),
                Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT)),
                row.getString("label"),
                Sex.valueOf(row.getString("sex").toUpperCase(Locale.ROOT)),
                Age.valueOf(row.getString("age").toUpperCase(Locale.ROOT)));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
