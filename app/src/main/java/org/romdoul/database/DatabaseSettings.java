package org.romdoul.database;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code romdoul.database.*}: which PostgreSQL.
 *
 * @param url the record, {@code jdbc:postgresql://host/romdoul}; none means a server of our own in the home
 * @param keysUrl the key store; by default beside the record, with {@code _keys} after the name
 * @param join whether a server that another Romdoul runs in this home may be used (commands do, a service does not)
 * @param migrate whether to bring the databases to this version at the start
 * @param bin a folder with PostgreSQL's programs to run in place of those we ship
 */
@ConfigurationProperties("romdoul.database")
public record DatabaseSettings(
        @Nullable String url,
        @Nullable String keysUrl,
        boolean join,
        @DefaultValue("true") boolean migrate,
        @Nullable Path bin,
        @DefaultValue("10") int connections,
        @DefaultValue("30s") Duration statementTimeout,
        @DefaultValue("60s") Duration idleInTransactionTimeout) {

    /** The same, for a command that may run beside a service. */
    public DatabaseSettings joining() {
        return new DatabaseSettings(
                url, keysUrl, true, migrate, bin, connections, statementTimeout, idleInTransactionTimeout);
    }
}
