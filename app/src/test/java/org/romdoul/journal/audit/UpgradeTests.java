package org.romdoul.journal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.romdoul.database.DatabaseRole;
import org.romdoul.database.TestDatabase;

/** What was written under an older schema stays what was sealed, byte for byte, under a newer one. */
class UpgradeTests {

    @Test
    void factsOfAnOlderSchemaAuditCleanUnderANewerOne() throws SQLException {
        try (var country = new SmallCountry()) {
            var fresh = TestDatabase.fresh();
            upgrade(fresh);
            var made = SmallCountry.described(fresh);

            upgrade(country.database());
            assertThat(country.audit(made).findings()).as("old rows").isEmpty();
            assertThat(country.audit().findings())
                    .as("held against the migrations before")
                    .isNotEmpty()
                    .allMatch(finding -> finding.kind() == Kind.SCHEMA_DIFFERS);

            country.work();
            write(country.database());
            country.seal();
            assertThat(country.audit(made).findings())
                    .as("new rows beside them")
                    .isEmpty();
        }
    }

    private static void upgrade(TestDatabase database) {
        try (var owner = database.dataSource(DatabaseRole.OWNER)) {
            Flyway.configure()
                    .dataSource(owner)
                    .locations("classpath:db/migration", "classpath:db/upgrade")
                    .defaultSchema("migrations")
                    .load()
                    .migrate();
        }
    }

    /** A row that says something in the new column. */
    private static void write(TestDatabase database) throws SQLException {
        try (var superuser = database.superuser().getConnection();
                var statement = superuser.createStatement()) {
            statement.execute("""
                    INSERT INTO persons.person
                    SELECT (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'label', 'S99', 'shown_as', 'new',
                                                                        'recorded_at', clock_timestamp()))).*
                      FROM persons.person p LIMIT 1""");
        }
    }
}
