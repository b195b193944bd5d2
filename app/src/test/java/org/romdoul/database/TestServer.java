package org.romdoul.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The one PostgreSQL of this program of tests, in {@code target/test-home-1} (a second program has {@code -2}): ours, or Debian's
 * if {@code -Dromdoul.test.pg} names the folder of its programs. It does not wait for the disk, because nothing in it has to
 * outlive the run.
 */
final class TestServer {

    private static @Nullable TestServer running;

    private final Home home;
    private final Passwords passwords;
    private final EmbeddedPostgres postgres;
    private @Nullable String template;

    static synchronized TestServer running() {
        if (running == null) {
            running = new TestServer();
        }
        return running;
    }

    private TestServer() {
        String bin = System.getProperty("romdoul.test.pg", "");
        String folder = System.getProperty("romdoul.test.home", "test-home-1")
                + (bin.isEmpty() ? "" : "-" + Integer.toHexString(bin.hashCode()));
        this.home = new Home(TestDatabase.folder().resolve(folder));
        this.passwords = new Passwords(home, Map.of());
        this.postgres = EmbeddedPostgres.startOrJoin(
                home,
                passwords,
                new EmbeddedPostgres.Options(
                        bin.isEmpty() ? null : Path.of(bin),
                        Map.of(
                                "fsync",
                                "off",
                                "synchronous_commit",
                                "off",
                                "full_page_writes",
                                "off",
                                "max_connections",
                                "300")));
        if (postgres.isOurs()) {
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            dropWhatEarlierRunsLeft();
        }
    }

    Home home() {
        return home;
    }

    String url(String database) {
        return postgres.url(database);
    }

    DataSource superuser(String database) {
        return postgres.superuser(database);
    }

    Home homeFor(String database) {
        Home own = new Home(home.folder("homes").resolve(database));
        Path file = own.secret("passwords.properties");
        try {
            if (!Files.exists(file)) {
                SecretFile.write(file, Files.readAllBytes(home.secret("passwords.properties")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return own;
    }

    /** Migrated databases to copy from, named after the migrations' bytes, so that they are made again when one changes. */
    synchronized String template() {
        if (template == null) {
            String name = "romdoul_template_" + fingerprint();
            if (databasesLike(name + "_keys").isEmpty()) {
                makeTemplate(name);
            }
            template = name;
        }
        return template;
    }

    private void makeTemplate(String name) {
        String unfinished = "test_unfinished_" + ProcessHandle.current().pid();
        create(unfinished, DatabaseRole.OWNER, "template0");
        create(unfinished + "_keys", DatabaseRole.KEYS, "template0");
        try (var owner = pool(DatabaseRole.OWNER, unfinished);
                var keys = pool(DatabaseRole.KEYS, unfinished + "_keys")) {
            Migrations.ofTheRecord(owner);
            Migrations.ofTheKeyStore(keys);
        }
        execute("ALTER DATABASE " + unfinished + " RENAME TO " + name);
        execute("ALTER DATABASE " + unfinished + "_keys RENAME TO " + name + "_keys");
    }

    private HikariDataSource pool(DatabaseRole role, String database) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url(database));
        pool.setUsername(role.login());
        pool.setPassword(passwords.require(role));
        pool.setMaximumPoolSize(2);
        return pool;
    }

    /** A database's own grants are not copied from its template: they are given as the owner would give them. */
    void create(String name, DatabaseRole owner, String from) {
        execute("CREATE DATABASE " + name + " OWNER " + owner.login() + " TEMPLATE " + from
                + (from.equals("template0") ? " ENCODING 'UTF8' LOCALE 'C'" : ""));
        execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        if (owner == DatabaseRole.OWNER) {
            execute("GRANT CONNECT ON DATABASE " + name
                    + " TO romdoul_application, romdoul_sequencer, romdoul_auditor, romdoul_publication");
        }
    }

    /** Does something to a database while nobody is connected to it, and lets everybody in again. */
    void alone(String database, Runnable work) {
        execute("ALTER DATABASE " + database + " ALLOW_CONNECTIONS false");
        try (Connection connection = superuser("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '" + database + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        work.run();
        execute("ALTER DATABASE " + database + " ALLOW_CONNECTIONS true");
    }

    void replace(String database, String by) {
        execute("DROP DATABASE " + database + " WITH (FORCE)");
        execute("ALTER DATABASE " + by + " RENAME TO " + database);
    }

    private void dropWhatEarlierRunsLeft() {
        databasesLike("test\\_%").forEach(name -> execute("DROP DATABASE " + name + " WITH (FORCE)"));
        String current = "romdoul_template_" + fingerprint();
        databasesLike("romdoul\\_template\\_%").stream()
                .filter(name -> !name.startsWith(current))
                .forEach(name -> execute("DROP DATABASE " + name));
        Path homes = home.folder("homes");
        try {
            Binaries.delete(homes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> databasesLike(String pattern) {
        List<String> names = new ArrayList<>();
        try (Connection connection = superuser("postgres").getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT datname FROM pg_database WHERE datname LIKE '" + pattern + "'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = superuser("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            var resources = new PathMatchingResourcePatternResolver();
            for (String place :
                    List.of("db/migration/**/*.sql", "db/keys/**/*.sql", "org/romdoul/database/Migrations.class")) {
                for (Resource resource : resources.getResources("classpath*:" + place)) {
                    digest.update(resource.getContentAsByteArray());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
