package org.romdoul.cases;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.journal.Facts;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Agencies and people for tests, each new one a stranger to the others. */
@TestComponent
public class Staff {

    private static final AtomicInteger NUMBER = new AtomicInteger(100);
    private static final String NAMELESS = "00000000-0000-7000-8000-000000000000~" + "A".repeat(43) + "~" + "A".repeat(43);

    private final JdbcClient sql;
    private final Facts facts;

    Staff(JdbcClient sql, Facts facts) {
        this.sql = sql;
        this.facts = facts;
    }

    /** @param kind as {@code access.agency} has it: police, prosecution, oversight */
    public UUID agency(String kind) {
        var id = facts.id();
        sql.sql("""
                INSERT INTO access.agency (id, scope, happened, actor, code, kind, name)
                VALUES (:id, :id, '2026', :id, :code, :kind, 'An agency of a test')""")
                .param("id", id)
                .param("code", "A" + NUMBER.incrementAndGet())
                .param("kind", kind)
                .update();
        return id;
    }

    public Actor person(UUID agency, Role role) {
        var id = facts.id();
        var number = "U-" + NUMBER.incrementAndGet();
        sql.sql("""
                INSERT INTO access.account (id, scope, happened, actor, number, role, name)
                VALUES (:id, :agency, '2026', :id, :number, :role, :name)""")
                .param("id", id)
                .param("agency", agency)
                .param("number", number)
                .param("role", role.name().toLowerCase(Locale.ROOT))
                .param("name", NAMELESS)
                .update();
        return new Actor(id, number, agency, role, facts.id());
    }

    public Actor person(Role role) {
        return person(agency("police"), role);
    }
}
