package org.romdoul.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;

/** Brings a database to the shape that this version of the program expects. */
final class Migrations {

    private static final String RECORD = "classpath:db/migration";
    private static final String KEY_STORE = "classpath:db/keys";

    /** What the owner of a database sees to first; may be run again. */
    private static final String CLOSE_TO_THE_PUBLIC = """
            REVOKE ALL ON SCHEMA public FROM PUBLIC;
            ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
            DO $$ BEGIN EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database()); END $$;
            """;

    private static final String LET_THE_ROLES_IN = """
            DO $$ BEGIN EXECUTE format('GRANT CONNECT ON DATABASE %I TO romdoul_application, romdoul_sequencer,'
                ' romdoul_auditor, romdoul_publication', current_database()); END $$;
            """;

    private Migrations() {}

    static int ofTheRecord(DataSource owner) {
        execute(owner, CLOSE_TO_THE_PUBLIC + LET_THE_ROLES_IN);
        return migrate(owner, RECORD);
    }

    static int ofTheKeyStore(DataSource keys) {
        execute(keys, CLOSE_TO_THE_PUBLIC);
        return migrate(keys, KEY_STORE);
    }

    static int pending(DataSource owner, DataSource keys) {
        return flyway(owner, RECORD).info().pending().length
                + flyway(keys, KEY_STORE).info().pending().length;
    }

    static Optional<String> difference(DataSource owner, DataSource keys) {
        int pending = pending(owner, keys);
        if (pending > 0)
            return Optional.of(
                    "The databases are " + pending + " migrations older than this program: run `romdoul migrate`,"
                            + " or use the version that made them.");
        return isNewer(owner, RECORD) || isNewer(keys, KEY_STORE)
                ? Optional.of("The databases were made by a newer version than this one: use that.")
                : Optional.empty();
    }

    private static boolean isNewer(DataSource dataSource, String location) {
        return Stream.of(flyway(dataSource, location).info().applied())
                .anyMatch(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS);
    }

    private static int migrate(DataSource dataSource, String location) {
        return flyway(dataSource, location).migrate().migrationsExecuted;
    }

    /** Flyway's own table has a schema of its own, so that each room's schema holds what is the room's and no more. */
    private static Flyway flyway(DataSource dataSource, String location) {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations(location)
                .defaultSchema("migrations")
                .createSchemas(true)
                .load();
    }

    private static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new DatabaseUnusable("The owner of the database cannot close it to the public: " + e.getMessage(), e);
        }
    }
}
