package org.romdoul.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;
import org.postgresql.util.PasswordUtil;

/** What is to be run once on a server by somebody who may make roles and databases. */
public final class RolesSql {

    private RolesSql() {}

    /** Roles and databases, for a server that has neither. */
    public static String forAnAdministrator(Function<DatabaseRole, String> password) {
        return roles(password) + "\n" + databases();
    }

    /** Passwords go in hashed, so that they stand in no log of the server. */
    static String roles(Function<DatabaseRole, String> password) {
        String sql = text("roles.sql");
        for (DatabaseRole role : DatabaseRole.values()) {
            String verifier =
                    PasswordUtil.encodeScramSha256(password.apply(role).toCharArray());
            sql = sql.replace("${" + role.word() + "}", "'" + verifier + "'");
        }
        return sql;
    }

    static String databases() {
        return text("databases.sql");
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(RolesSql.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
