package org.romdoul.journal.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.romdoul.ledger.read.Checkpoint;
import org.romdoul.ledger.read.NoteReader;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.VerifierKey;

/** Every head that was ever signed, held against the tree when it had that size. */
final class CheckpointCheck implements AutoCloseable {

    private static final String TABLE = "ledger.checkpoint";
    private static final String ALL = "SELECT size, note FROM ledger.checkpoint WHERE log = ? ORDER BY size";

    private final VerifierKey log;
    private final NoteReader signatures;
    private final Findings findings;
    private final Cursor stored;
    private boolean more;
    private long count;
    private long lastSize;

    CheckpointCheck(Connection sql, KnownLog log, Findings findings) throws SQLException {
        this.log = log.key();
        this.signatures = new NoteReader(List.of(log.key()), Signatures.FAST);
        this.findings = findings;
        this.stored = Cursor.open(sql, ALL, log.number());
        this.more = stored.next();
    }

    /** The tree has this size now. */
    void at(long size, Supplier<byte[]> root) throws SQLException {
        while (more && stored.row().getLong(1) <= size) {
            check(stored.row().getLong(1), stored.row().getString(2), size, root);
            more = stored.next();
        }
    }

    private void check(long stated, String note, long size, Supplier<byte[]> root) {
        count++;
        lastSize = stated;
        switch (read(note)) {
            case Outcome.Refused<Checkpoint> refused ->
                findings.add(Kind.CHECKPOINT_FORGED, TABLE, stated, refused.reason());
            case Outcome.Accepted<Checkpoint> accepted -> {
                var signed = accepted.value();
                if (!signed.origin().equals(log.name()) || signed.size() != stated) {
                    findings.add(Kind.CHECKPOINT_FORGED, TABLE, stated, "signed for " + signed);
                } else if (stated == size && !Arrays.equals(signed.root(), root.get())) {
                    findings.add(Kind.ROOT_DIFFERS, TABLE, stated);
                }
            }
        }
    }

    private Outcome<Checkpoint> read(String note) {
        return signatures.read(note.getBytes(StandardCharsets.UTF_8)).then(signed -> Checkpoint.parse(signed.text()));
    }

    /** No checkpoint speaks of more leaves than there are, and the last of all of them. */
    void end(long size) throws SQLException {
        for (; more; more = stored.next()) {
            count++;
            lastSize = stored.row().getLong(1);
            findings.add(Kind.ROOT_DIFFERS, TABLE, lastSize, "the log has only " + size + " leaves");
        }
        if (lastSize < size) {
            findings.add(
                    Kind.ROOT_DIFFERS, TABLE, lastSize, "the log has " + size + " leaves: the last are not signed");
        }
    }

    long count() {
        return count;
    }

    @Override
    public void close() throws SQLException {
        stored.close();
    }
}
