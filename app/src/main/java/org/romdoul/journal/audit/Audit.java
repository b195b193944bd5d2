package org.romdoul.journal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.romdoul.database.FreshRecord;
import org.romdoul.journal.Derived;
import org.romdoul.journal.witnessing.Testimonies;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.VerifierKey;
import org.springframework.modulith.NamedInterface;

/**
 * Recomputes everything that the record says of itself, beside the running program: as the auditor, who may read everything and
 * write nothing, on one snapshot.
 *
 * <p>Of a log that somebody rewrote with the stolen signing key, or of an end that was cut off, it knows only through what
 * witnesses say, or what somebody kept: docs/audit.md.
 */
@NamedInterface("audit")
public final class Audit {

    private final DataSource auditor;
    private final FreshRecord fresh;
    private final List<Derived> derived;
    private final List<KeyedCheck> keyed;
    private final FileStore files;
    private final Testimonies testimonies;

    Audit(
            DataSource auditor,
            FreshRecord fresh,
            List<Derived> derived,
            List<KeyedCheck> keyed,
            FileStore files,
            Testimonies testimonies) {
        this.auditor = auditor;
        this.fresh = fresh;
        this.derived = List.copyOf(derived);
        this.keyed = List.copyOf(keyed);
        this.files = files;
        this.testimonies = testimonies;
    }

    /**
     * @param vkey the public key of the log that grows; the best one comes from paper
     * @param kept checkpoints that somebody kept outside, by the name of their file
     * @throws IllegalArgumentException when the key is none
     */
    public AuditReport run(String vkey, Map<String, byte[]> kept, Watcher watcher) {
        var log = key(vkey);
        try {
            watcher.at("migrations", 0);
            var made = fresh.look(Audit::describe);
            var outside = Outside.ask(testimonies, log, kept, watcher);
            try (var connection = snapshot()) {
                return new Look(connection, made, watcher).run(log, outside, derived, keyed, files);
            }
        } catch (SQLException broken) {
            throw new AuditFailed(broken);
        }
    }

    private Connection snapshot() throws SQLException {
        var connection = auditor.getConnection();
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    static SchemaDescription describe(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        Look.prepare(connection);
        return SchemaDescription.of(connection);
    }

    static VerifierKey key(String vkey) {
        return switch (VerifierKey.parse(vkey)) {
            case Outcome.Accepted<VerifierKey> accepted -> accepted.value();
            case Outcome.Refused<VerifierKey> refused -> throw new IllegalArgumentException(refused.reason());
        };
    }

    /** The audit could not be brought to its end: that is no verdict. */
    public static final class AuditFailed extends RuntimeException {
        private static final long serialVersionUID = 1;

        AuditFailed(SQLException cause) {
            super(cause);
        }
    }
}
