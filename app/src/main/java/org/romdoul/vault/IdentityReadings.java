package org.romdoul.vault;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * For the oversight room alone (a house test sees to it): who opened names, when and what for. Whose name it was is not
 * told, and the database tells nothing at all to anybody but a monitor.
 */
@Component
public class IdentityReadings {

    private static final String BETWEEN = """
            SELECT id, scope, actor, purpose, recorded_at FROM vault.identity_readings(:since, :before)""";

    /** Somebody opened a name. */
    public record Reading(UUID id, UUID scope, UUID actor, String purpose, Instant at) {}

    private final JdbcClient sql;

    IdentityReadings(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return the openings of a period, its beginning included, its end not, the oldest first */
    public List<Reading> between(Instant since, Instant before) {
        return sql.sql(BETWEEN)
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .query((row, n) -> new Reading(
                        row.getObject("id", UUID.class),
                        row.getObject("scope", UUID.class),
                        row.getObject("actor", UUID.class),
                        row.getString("purpose"),
                        row.getTimestamp("recorded_at").toInstant()))
                .list();
    }
}
