package org.romdoul.journal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.romdoul.ledger.read.Leaf;
import org.romdoul.ledger.read.TreeHash;

/** Follows every chain leaf by leaf. Memory grows with the chains (two for a case or so), not with the facts. */
final class Chains {

    private static final String HEADS = "SELECT scope, label, sequence, hash FROM ledger.chain";

    private record Id(UUID scope, String label) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Head(long sequence, byte[] hash) {

        static final Head NONE = new Head(0, new byte[TreeHash.LENGTH]);
    }

    private final Map<Id, Head> heads = new HashMap<>();
    private final Findings findings;

    Chains(Findings findings) {
        this.findings = findings;
    }

    void take(Leaf leaf, byte[] hash) {
        var chain = new Id(leaf.scope(), leaf.label());
        var before = heads.getOrDefault(chain, Head.NONE);
        if (leaf.sequence() != before.sequence() + 1 || !Arrays.equals(leaf.previous(), before.hash())) {
            findings.add(
                    Kind.CHAIN_BROKEN,
                    "ledger.leaf",
                    leaf.index(),
                    leaf.table() + " " + leaf.id() + ", after " + before.sequence() + " came " + leaf.sequence());
        }
        heads.put(chain, new Head(leaf.sequence(), hash));
    }

    /** Compares what the sequencer keeps as the last leaf of each chain; call it once, at the end. */
    void compareStoredHeads(Connection sql) throws SQLException {
        try (var stored = Cursor.open(sql, HEADS)) {
            while (stored.next()) {
                var row = stored.row();
                var chain = new Id(row.getObject(1, UUID.class), row.getString(2));
                var head = heads.remove(chain);
                if (head == null || head.sequence() != row.getLong(3) || !Arrays.equals(head.hash(), row.getBytes(4)))
                    differs(chain, "");
            }
        }
        heads.keySet().forEach(chain -> differs(chain, "missing"));
    }

    private void differs(Id chain, String detail) {
        findings.add(Kind.CHAIN_HEAD_DIFFERS, "ledger.chain", chain.scope() + "/" + chain.label(), detail);
    }
}
