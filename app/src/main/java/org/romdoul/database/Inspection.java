package org.romdoul.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Looks at the two databases as each role sees them, and changes nothing. */
public final class Inspection {

    private static final int OLDEST = 150_000;
    private static final Duration TOLERATED_DRIFT = Duration.ofSeconds(2);

    private static final String IS_TOO_MIGHTY = """
            SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
            FROM pg_roles WHERE rolname = current_user
            """;
    private static final String IS_OPEN_TO_ALL = """
            SELECT has_database_privilege('public', current_database(), 'CONNECT')
                OR has_schema_privilege('public', 'public', 'CREATE')
            """;

    private final Databases databases;
    private final Passwords passwords;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    private Inspection(Databases databases, Passwords passwords, Clock clock) {
        this.databases = databases;
        this.passwords = passwords;
        this.clock = clock;
    }

    public static List<Finding> of(Databases databases, Passwords passwords, Clock clock) {
        Inspection inspection = new Inspection(databases, passwords, clock);
        for (DatabaseRole role : DatabaseRole.values()) {
            inspection.signIn(role);
        }
        if (inspection.findings.stream().allMatch(Finding::ok)) {
            inspection.migrations();
        }
        return inspection.findings;
    }

    private void signIn(DatabaseRole role) {
        String name = "role " + role.login();
        if (passwords.find(role).isEmpty()) {
            findings.add(Finding.fail(
                    name,
                    "has no password here: set ROMDOUL_DB_PASSWORD_" + role.name() + " or ..._FILE, or the line "
                            + role.word() + "= in secrets/passwords.properties"));
            return;
        }
        try (Connection connection =
                DriverManager.getConnection(databases.url(role), role.login(), passwords.require(role))) {
            JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            findings.add(
                    isTrue(client, IS_TOO_MIGHTY)
                            ? Finding.fail(
                                    name,
                                    "may do more than it should: ALTER ROLE " + role.login()
                                            + " NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION")
                            : Finding.ok(name, "signs in, and is no more than it should be"));
            if (role == DatabaseRole.OWNER || role == DatabaseRole.KEYS) {
                database(client, role == DatabaseRole.OWNER ? "record" : "key store");
            }
        } catch (SQLException e) {
            boolean silent = e.getSQLState() != null && e.getSQLState().startsWith("08");
            findings.add(
                    silent
                            ? Finding.unreachable(name, "the database does not answer: " + e.getMessage())
                            : Finding.fail(name, e.getMessage() + " (make roles and databases with `romdoul roles`)"));
        }
    }

    private void database(JdbcClient client, String name) {
        int version = Integer.parseInt(
                client.sql("SHOW server_version_num").query(String.class).single());
        findings.add(
                version >= OLDEST
                        ? Finding.ok(name + ": version", "PostgreSQL " + version / 10_000)
                        : Finding.fail(
                                name + ": version", "is PostgreSQL " + version / 10_000 + "; 15 or newer is needed"));
        String encoding = client.sql("SHOW server_encoding").query(String.class).single();
        findings.add(
                encoding.equals("UTF8")
                        ? Finding.ok(name + ": encoding", encoding)
                        : Finding.fail(
                                name + ": encoding",
                                "is " + encoding + "; make the database again with ENCODING 'UTF8'"));
        findings.add(
                isTrue(client, IS_OPEN_TO_ALL)
                        ? Finding.fail(
                                name + ": grants",
                                "PUBLIC may connect or create: run `romdoul migrate`, which closes it")
                        : Finding.ok(name + ": grants", "closed to PUBLIC"));
        Duration drift = Duration.between(
                        clock.instant(),
                        client.sql("SELECT clock_timestamp()")
                                .query(java.sql.Timestamp.class)
                                .single()
                                .toInstant())
                .abs();
        findings.add(
                drift.compareTo(TOLERATED_DRIFT) <= 0
                        ? Finding.ok(name + ": clock", "agrees with this machine")
                        : Finding.fail(name + ": clock", "differs by " + drift.toSeconds() + " s: set both by NTP"));
    }

    private void migrations() {
        try (HikariDataSource owner = databases.pool(DatabaseRole.OWNER, 2);
                HikariDataSource keys = databases.pool(DatabaseRole.KEYS, 2)) {
            int pending = Migrations.pending(owner, keys);
            findings.add(
                    pending == 0
                            ? Finding.ok("migrations", "none is waiting")
                            : Finding.fail("migrations", pending + " waiting: run `romdoul migrate`"));
        }
    }

    private static boolean isTrue(JdbcClient client, String question) {
        return client.sql(question).query(Boolean.class).single();
    }
}
