package org.romdoul.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A record and a key store that nobody else uses, freshly made and migrated, on the one PostgreSQL of this test run.
 *
 * <p>A plain test says {@code TestDatabase.fresh()}; a test with Spring is marked {@link RomdoulTest}. Both get the roles, grants
 * and policies of service, and {@link #superuser()} for the attacks that an administrator could try.
 */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestServer server;
    private final String record;
    private final String keyStore;

    private TestDatabase(TestServer server, String record, String keyStore) {
        this.server = server;
        this.record = record;
        this.keyStore = keyStore;
    }

    /** Migrated: a copy of the template that this run has made with the migrations on the class path. */
    public static TestDatabase fresh() {
        TestServer server = TestServer.running();
        return make(server, server.template());
    }

    /** With roles and grants, but before any migration. */
    public static TestDatabase empty() {
        return make(TestServer.running(), "template0");
    }

    private static TestDatabase make(TestServer server, String template) {
        String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        server.create(name, DatabaseRole.OWNER, template);
        server.create(name + "_keys", DatabaseRole.KEYS, template.equals("template0") ? template : template + "_keys");
        return new TestDatabase(server, name, name + "_keys");
    }

    public String url(DatabaseRole role) {
        return server.url(role == DatabaseRole.KEYS ? keyStore : record);
    }

    /** A copy of the record as it is now. */
    public String backUp() {
        String copy = record + "_backup_" + COUNT.incrementAndGet();
        server.alone(record, () -> server.create(copy, DatabaseRole.OWNER, record));
        return copy;
    }

    /** Puts a copy in the place of the record, under whoever is working with it. */
    public void restore(String copy) {
        server.alone(record, () -> server.replace(record, copy));
    }

    /** A small pool, signed in as this role; a new one each time. */
    public HikariDataSource dataSource(DatabaseRole role) {
        return databases().pool(role, 4);
    }

    /** The administrator of the database server, who may do anything to the record. */
    public DataSource superuser() {
        return server.superuser(record);
    }

    public DataSource keyStoreSuperuser() {
        return server.superuser(keyStore);
    }

    Databases databases() {
        DatabaseSettings settings = new DatabaseSettings(
                url(DatabaseRole.OWNER),
                url(DatabaseRole.KEYS),
                false,
                true,
                null,
                10,
                Duration.ofSeconds(30),
                Duration.ofSeconds(60));
        return Databases.open(server.home(), settings, Map.of());
    }

    /** A home of this database's own (keys, files), with the passwords of the shared server in it. */
    public Home home() {
        return server.homeFor(record);
    }

    /** What a Spring context needs to know to use this database. */
    public Map<String, String> properties() {
        return Map.of(
                "romdoul.home", home().directory().toString(),
                "romdoul.database.url", url(DatabaseRole.OWNER),
                "romdoul.database.keys-url", url(DatabaseRole.KEYS));
    }

    /** A command's words, with the options that make it use this database. */
    public String[] words(String command) {
        return new String[] {
            command,
            "--home=" + home().directory(),
            "--db=" + url(DatabaseRole.OWNER),
            "--keys=" + url(DatabaseRole.KEYS)
        };
    }

    /** Where everything that tests leave behind lives. */
    static Path folder() {
        return Path.of("target").toAbsolutePath();
    }

    static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = fresh();
            TestPropertyValues.of(database.properties()).applyTo(context);
            context.getBeanFactory().registerSingleton("testDatabase", database);
        }
    }
}
