package org.romdoul.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
            statement.execute(RolesSql.roles(passwords::require));
            statement.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
            for (String creation : RolesSql.databases().split(";\n")) {
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
}
