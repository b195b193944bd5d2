package org.romdoul.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Map;

/** A program of its own that starts the server of a home, inserts rows, and says the number of each once it is committed. */
final class WriterThatIsKilled {

    private WriterThatIsKilled() {}

    public static void main(String... words) throws Exception {
        Home home = new Home(Path.of(words[0]));
        Passwords passwords = new Passwords(home, Map.of());
        EmbeddedPostgres server = EmbeddedPostgres.start(home, passwords, EmbeddedPostgres.Options.SHIPPED);
        try (Connection connection = DriverManager.getConnection(
                        server.url(Provisioning.RECORD),
                        DatabaseRole.OWNER.login(),
                        passwords.require(DatabaseRole.OWNER));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS tried");
            statement.execute("CREATE TABLE IF NOT EXISTS tried.said (number bigint GENERATED ALWAYS AS IDENTITY)");
            write(connection);
        }
    }

    private static void write(Connection connection) throws Exception {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO tried.said DEFAULT VALUES RETURNING number")) {
            while (true) {
                try (var row = insert.executeQuery()) {
                    row.next();
                    System.out.println(row.getLong(1));
                }
            }
        }
    }
}
