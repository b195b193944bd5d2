package org.romdoul.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The record and its key store: where they are, and the way in for each role. */
public final class Databases implements AutoCloseable {

    private final DatabaseSettings settings;
    private final Passwords passwords;
    private final @Nullable EmbeddedPostgres embedded;
    private final String recordUrl;
    private final String keysUrl;

    private Databases(DatabaseSettings settings, Passwords passwords, @Nullable EmbeddedPostgres embedded) {
        this.settings = settings;
        this.passwords = passwords;
        this.embedded = embedded;
        String record = settings.url();
        String keys = settings.keysUrl();
        this.recordUrl = embedded != null ? embedded.url(Provisioning.RECORD) : jdbc(record == null ? "" : record);
        this.keysUrl = keys != null
                ? jdbc(keys)
                : embedded != null ? embedded.url(Provisioning.KEY_STORE) : withKeysAfterTheName(recordUrl);
    }

    /** Connects to nothing yet, unless the server is our own: that one is started. */
    public static Databases open(Home home, DatabaseSettings settings, Map<String, String> environment) {
        Passwords passwords = new Passwords(home, environment);
        if (settings.url() != null) {
            return new Databases(settings, passwords, null);
        }
        EmbeddedPostgres.Options options = new EmbeddedPostgres.Options(settings.bin(), Map.of());
        return new Databases(
                settings,
                passwords,
                settings.join()
                        ? EmbeddedPostgres.startOrJoin(home, passwords, options)
                        : EmbeddedPostgres.start(home, passwords, options));
    }

    public String url(DatabaseRole role) {
        return role == DatabaseRole.KEYS ? keysUrl : recordUrl;
    }

    public boolean isEmbedded() {
        return embedded != null;
    }

    /** A pool that makes its first connection when somebody asks for one. */
    public HikariDataSource pool(DatabaseRole role, int connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(role.word());
        pool.setJdbcUrl(url(role));
        pool.setUsername(role.login());
        pool.setPassword(passwords.require(role));
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(Math.min(connections, role == DatabaseRole.APPLICATION ? 2 : 0));
        pool.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        pool.addDataSourceProperty("ApplicationName", "romdoul-" + role.word());
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        // The driver tells the server this machine's time zone; the record's is UTC, wherever the machine stands.
        pool.setConnectionInitSql("SET TimeZone = 'UTC'" + (role == DatabaseRole.APPLICATION ? limits() : ""));
        return pool;
    }

    private String limits() {
        return "; SET statement_timeout = " + settings.statementTimeout().toMillis()
                + "; SET idle_in_transaction_session_timeout = "
                + settings.idleInTransactionTimeout().toMillis();
    }

    /** Brings both to this version; says how many migrations that took. */
    public int migrate() {
        try (HikariDataSource owner = pool(DatabaseRole.OWNER, 2);
                HikariDataSource keys = pool(DatabaseRole.KEYS, 2)) {
            return Migrations.ofTheRecord(owner) + Migrations.ofTheKeyStore(keys);
        }
    }

    /** @return how the databases differ from what this version's migrations make of them, and what to do; changes nothing */
    public Optional<String> difference() {
        try (HikariDataSource owner = pool(DatabaseRole.OWNER, 2);
                HikariDataSource keys = pool(DatabaseRole.KEYS, 2)) {
            return Migrations.difference(owner, keys);
        }
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    private static String jdbc(String url) {
        String whole = url.startsWith("jdbc:") ? url : "jdbc:" + url.replaceFirst("^postgres://", "postgresql://");
        if (!whole.startsWith("jdbc:postgresql://")) {
            throw new DatabaseUnusable("\"" + url + "\" is not the address of a PostgreSQL."
                    + " It looks like postgresql://host:5432/romdoul.");
        }
        return whole;
    }

    private static String withKeysAfterTheName(String url) {
        int question = url.indexOf('?');
        return question < 0 ? url + "_keys" : url.substring(0, question) + "_keys" + url.substring(question);
    }
}
