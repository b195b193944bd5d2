package org.romdoul.access;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.database.Home;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Attempts to sign in, counted in the database so that all nodes count together. Where from is kept as a keyed hash: the
 * table tells that one place tried fifty times, and not which.
 */
@Component
class Attempts {

    /** How many wrong attempts from one place are too many; a whole office may stand behind one address. */
    static final int TOO_MANY = 30;

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(90);

    enum Outcome {
        PASSWORD,
        SECOND_FACTOR,
        REFUSED,
        HELD
    }

    private static final String ADD = """
            INSERT INTO access.attempt (at, origin, account, outcome) VALUES (:at, :origin, :account, :outcome)""";
    private static final String WRONG_SINCE = """
            SELECT count(*) FROM access.attempt WHERE origin = :origin AND at > :since AND outcome IN ('refused', 'held')""";
    private static final String FORGET = "DELETE FROM access.attempt WHERE at < :before";

    private final JdbcClient sql;
    private final Clock clock;
    private final Keyed keyed;

    Attempts(JdbcClient sql, Clock clock, Home home, SecureRandom random) throws IOException {
        this.sql = sql;
        this.clock = clock;
        this.keyed = Keyed.at(home.secret("attempts.key"), random);
    }

    boolean tooManyFrom(String address) {
        return sql.sql(WRONG_SINCE)
                        .param("origin", origin(address))
                        .param("since", utc(clock.instant().minus(WINDOW)))
                        .query(Integer.class)
                        .single()
                >= TOO_MANY;
    }

    void note(String address, @Nullable UUID account, Outcome outcome) {
        sql.sql(ADD)
                .param("at", utc(clock.instant()))
                .param("origin", origin(address))
                .param("account", account)
                .param("outcome", outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .update();
        if (outcome == Outcome.SECOND_FACTOR) forget();
    }

    // Swept whenever somebody comes in: no clockwork of its own.
    private void forget() {
        sql.sql(FORGET).param("before", utc(clock.instant().minus(KEPT))).update();
    }

    private byte[] origin(String address) {
        return keyed.tag(address);
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
