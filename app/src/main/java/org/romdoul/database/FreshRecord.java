package org.romdoul.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record with nothing in it, just made by this program's migrations: what a record looks like that nobody tampered with.
 * It is made on a throwaway server in a temporary folder; where our PostgreSQL does not run, or is another version than the
 * record's, somebody names one.
 *
 * @param home whose unpacked PostgreSQL and passwords are used
 * @param bin a folder with PostgreSQL's programs to run in place of those we ship
 * @param url an empty, migrated record to look at; none means that one is made
 */
public record FreshRecord(
        Home home, @Nullable Path bin, @Nullable String url) {

    /** What to find out about it. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(Connection auditor) throws SQLException;
    }

    public <T> T look(Question<T> question) throws SQLException {
        if (url != null) {
            return ask(Databases.open(home, settings(null, url), System.getenv()), question);
        }
        var programs = bin != null ? bin : Binaries.shipped(home).bin();
        try {
            var folder = Files.createTempDirectory("romdoul-fresh");
            try {
                return ask(Databases.open(new Home(folder), settings(programs, null), Map.of()), question);
            } finally {
                Binaries.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a record to compare with", e);
        }
    }

    private static <T> T ask(Databases databases, Question<T> question) throws SQLException {
        try (databases) {
            if (databases.isEmbedded()) databases.migrate();
            try (var pool = databases.pool(DatabaseRole.AUDITOR, 1);
                    var connection = pool.getConnection()) {
                return question.ask(connection);
            }
        }
    }

    private static DatabaseSettings settings(@Nullable Path programs, @Nullable String record) {
        return new DatabaseSettings(
                record, null, false, false, programs, 2, Duration.ofMinutes(1), Duration.ofMinutes(1));
    }
}
