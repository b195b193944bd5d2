package org.romdoul.access;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.romdoul.database.Home;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts wrong attempts, for all nodes together. Each statement decides by itself: a hundred at once are a hundred, not one. */
@Component
class Buckets {

    private static final Duration FORGOTTEN = Duration.ofDays(90);

    // An attempt is counted before it is judged; nothing is returned, and nothing counted, while the bucket bars.
    private static final String CLAIM = """
            INSERT INTO access.bucket AS b (key, failures, at) VALUES (:key, 1, :now)
            ON CONFLICT (key) DO UPDATE
               SET failures = CASE WHEN b.at < :fresh THEN 1 ELSE b.failures + 1 END,
                   at = :now,
                   barred_until = CASE WHEN b.at < :fresh OR b.failures + 1 < :limit THEN NULL
                                       WHEN b.failures + 1 >= :last THEN 'infinity'
                                       ELSE :now + interval '1 minute' * least(30, 2 ^ least(b.failures + 1 - :limit, 5)) END
             WHERE b.barred_until IS NULL OR b.barred_until <= :now
            RETURNING b.failures""";

    private static final String GIVE_BACK = """
            UPDATE access.bucket SET failures = greatest(failures - 1, 0), barred_until = NULL WHERE key = :key""";

    private static final String EMPTY = "DELETE FROM access.bucket WHERE key = :key";
    private static final String FORGET = "DELETE FROM access.bucket WHERE at < :before";

    private static final String IS_BARRED =
            "SELECT EXISTS (SELECT FROM access.bucket WHERE key = :key AND barred_until > :now)";

    private final JdbcClient sql;
    private final Clock clock;
    private final Keyed keyed;

    Buckets(JdbcClient sql, Clock clock, Home home, SecureRandom random) throws IOException {
        this.sql = sql;
        this.clock = clock;
        this.keyed = Keyed.at(home.secret("attempts.key"), random);
    }

    /** @return whether the attempt is listened to: none of them bars it */
    boolean claim(List<Bucket> buckets) {
        return buckets.stream().allMatch(this::claim);
    }

    boolean claim(Bucket bucket) {
        var now = clock.instant();
        return sql.sql(CLAIM)
                .param("key", key(bucket))
                .param("now", utc(now))
                .param("fresh", utc(now.minus(bucket.kind().memory)))
                .param("limit", bucket.kind().limit)
                .param("last", bucket.kind().last)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** A right answer does not count; what was wrong before still does. */
    void giveBack(List<Bucket> buckets) {
        for (var bucket : buckets) sql.sql(GIVE_BACK).param("key", key(bucket)).update();
    }

    /** What was wrong before is forgotten. */
    void empty(Bucket bucket) {
        sql.sql(EMPTY).param("key", key(bucket)).update();
        sql.sql(FORGET).param("before", utc(clock.instant().minus(FORGOTTEN))).update();
    }

    boolean isBarred(Bucket bucket) {
        return sql.sql(IS_BARRED)
                .param("key", key(bucket))
                .param("now", utc(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    private byte[] key(Bucket bucket) {
        return keyed.tag(bucket.kind() + " " + bucket.of());
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
