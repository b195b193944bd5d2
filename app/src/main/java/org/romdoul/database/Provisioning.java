package org.romdoul.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PasswordUtil;

/** What a database administrator does once on a server, done by ourselves on the server that is ours. */
record Provisioning(EmbeddedPostgres server, Passwords passwords) {

    static final String RECORD = "romdoul";
    static final String KEY_STORE = "romdoul_keys";
    private static final Pattern CREATED = Pattern.compile("CREATE DATABASE (\\w+)");

    static Provisioning of(EmbeddedPostgres server, Passwords passwords) {
        return new Provisioning(server, passwords);
    }

    void run() {
        for (DatabaseRole role : DatabaseRole.values()) {
            passwords.findOrMake(role);
        }
        if (isDone()) {
            return;
        }
        try (Connection connection = server.superuser("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(roles(passwords::require));
            statement.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
            for (String creation : text("databases.sql").split(";\n")) {
                createUnlessThere(statement, creation);
            }
        } catch (SQLException e) {
            throw new DatabaseUnusable("The roles and databases of the embedded PostgreSQL cannot be made.", e);
        }
    }

    /** Whether every role gets in with its password; true after the first start, and cheaper than doing it again. */
    boolean isDone() {
        for (DatabaseRole role : DatabaseRole.values()) {
            String database = role == DatabaseRole.KEYS ? KEY_STORE : RECORD;
            String password = passwords.find(role).orElse("");
            try (Connection ignored = DriverManager.getConnection(server.url(database), role.login(), password)) {
                continue;
            } catch (SQLException e) {
                return false;
            }
        }
        return true;
    }

    /** {@code roles.sql} with the passwords put in, hashed, so that they stand in no log of the server. */
    static String roles(Function<DatabaseRole, String> password) {
        String sql = text("roles.sql");
        for (DatabaseRole role : DatabaseRole.values()) {
            String verifier =
                    PasswordUtil.encodeScramSha256(password.apply(role).toCharArray());
            sql = sql.replace("${" + role.word() + "}", "'" + verifier + "'");
        }
        return sql;
    }

    private static void createUnlessThere(Statement statement, String creation) throws SQLException {
        Matcher named = CREATED.matcher(creation);
        if (named.find()) {
            boolean there;
            try (ResultSet row =
                    statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + named.group(1) + "'")) {
                there = row.next();
            }
            if (!there) {
                statement.execute(creation);
            }
        }
    }

    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Provisioning.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
