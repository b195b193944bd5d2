package org.romdoul.journal.sealing;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.romdoul.database.Home;
import org.romdoul.ledger.write.LogSigner;
import org.romdoul.ledger.write.SigningKey;
import org.springframework.jdbc.core.JdbcTemplate;

/** The logs that the record has had: which one grows, and whether this machine holds its key. */
final class Logs {

    private static final String ALL = "SELECT number, origin, vkey FROM ledger.log ORDER BY number";
    private static final String BEGIN =
            "INSERT INTO ledger.log (number, origin, vkey) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    private static final String FIRST_ORIGIN = "romdoul.invalid/log";

    /** A log as the table of logs has it. */
    record Begun(int number, String origin, String vkey) {}

    private final JdbcTemplate sql;
    private final Home home;
    private final SecureRandom random;

    Logs(JdbcTemplate sql, Home home, SecureRandom random) {
        this.sql = sql;
        this.home = home;
        this.random = random;
    }

    /**
     * Finds the log that grows, and begins the first one where there is none.
     *
     * @param origin as the settings say, which they need not
     */
    GrowingLog growing(@Nullable String origin) throws IOException {
        var last = last().orElse(null);
        if (last == null) {
            begin(1, origin == null ? FIRST_ORIGIN : origin);
            last = last().orElseThrow();
        }
        if (origin != null && !origin.equals(last.origin()))
            throw new LogUnusable("The record's log is " + last.origin() + ", and romdoul.log.origin says " + origin
                    + ". A log never changes its name: leave the setting out, or say the log's own.");
        var file = home.secret(key(last.number()));
        var signer = LogKey.find(file).map(signing(last.origin())).orElse(null);
        if (signer == null || !signer.vkey().equals(last.vkey()))
            throw new LogUnusable("The key of the log " + last.origin() + " is not in " + file
                    + ". Put it there. Nothing is sealed under another key. Where it is lost: romdoul log succeed.");
        return new GrowingLog(last.number(), signer);
    }

    Optional<Begun> last() {
        var all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** @return the first first */
    List<Begun> all() {
        return sql.query(ALL, (row, n) -> new Begun(row.getInt(1), row.getString(2), row.getString(3)));
    }

    private void begin(int number, String origin) throws IOException {
        var key = LogKey.findOrMake(home.secret(key(number)), random);
        sql.update(BEGIN, number, origin, signing(origin).apply(key).vkey());
    }

    private static Function<SigningKey, LogSigner> signing(String origin) {
        return key -> new LogSigner(origin, key);
    }

    static String key(int number) {
        return number == 1 ? "log.pem" : "log-" + number + ".pem";
    }
}
