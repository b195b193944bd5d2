package org.romdoul.journal.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.romdoul.journal.witnessing.Testimony;
import org.romdoul.ledger.read.Frontier;
import org.romdoul.ledger.read.Leaf;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.TreeHash;

/** Reads the record's logs once from the first leaf to the last: bytes, chains, clocks, trees, tiles, signed heads. */
final class LogCheck {

    private static final String TABLE = "ledger.leaf";
    private static final String LEAVES =
            "SELECT index, entry, hash, scope, label, sequence, noun, fact FROM ledger.leaf WHERE log = ? ORDER BY index";
    private static final String OF_NO_LOG = """
            SELECT 'ledger.leaf', log, count(*) FROM ledger.leaf WHERE log <> ALL (?) GROUP BY log
            UNION ALL
            SELECT 'ledger.checkpoint', log, count(*) FROM ledger.checkpoint WHERE log <> ALL (?) GROUP BY log
            UNION ALL
            SELECT 'ledger.tile', log, count(*) FROM ledger.tile WHERE log <> ALL (?) GROUP BY log""";
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int TELL = 50_000;

    private final Connection sql;
    private final Map<String, String> labels;
    private final Findings findings;
    private final Watcher watcher;
    private final TreeHash treeHash = new TreeHash();
    private final Map<String, Long> sealed = new HashMap<>();
    private final Chains chains;
    private final Clocks clocks;
    private long leaves;
    private long checkpoints;
    private long lost;
    private long expected;

    /** @param labels which chain the facts of a table stand in */
    LogCheck(Connection sql, Map<String, String> labels, Findings findings, Watcher watcher) {
        this.sql = sql;
        this.labels = labels;
        this.findings = findings;
        this.watcher = watcher;
        this.chains = new Chains(findings);
        this.clocks = new Clocks(findings);
    }

    /**
     * @param logs the oldest first
     * @param testimonies what was seen of any of them outside
     * @param now the database's clock: nothing is recorded after it
     */
    void run(List<KnownLog> logs, List<Testimony.Signed> testimonies, Instant now) throws SQLException {
        for (var log : logs) read(log, new WitnessCheck(log, testimonies, findings));
        checkStrays(logs.stream().map(KnownLog::number).toArray(Integer[]::new));
        clocks.closeAt(now);
        chains.compareStoredHeads(sql);
        watcher.at("leaves", leaves);
    }

    private void read(KnownLog log, WitnessCheck seen) throws SQLException {
        var tree = new Frontier();
        expected = 0;
        try (var rows = Cursor.open(sql, LEAVES, log.number());
                var tiles = new TileCheck(sql, log.number(), findings);
                var heads = new CheckpointCheck(sql, log, findings)) {
            seen.at(0, tree::root);
            while (rows.next()) {
                var hash = take(rows.row());
                tree.append(hash);
                tiles.append(hash);
                heads.at(tree.size(), tree::root);
                seen.at(tree.size(), tree::root);
                if (++leaves % TELL == 0) watcher.at("leaves", leaves);
            }
            tiles.end();
            heads.end(tree.size());
            seen.end(tree.size());
            checkpoints += heads.count();
            lost += seen.lost();
        }
    }

    private void checkStrays(Integer[] logs) throws SQLException {
        var known = sql.createArrayOf("int4", logs);
        try (var strays = Cursor.open(sql, OF_NO_LOG, known, known, known)) {
            while (strays.next()) {
                var row = strays.row();
                findings.add(Kind.LOG_DIFFERS, row.getString(1), row.getInt(2), row.getLong(3) + " of no log");
            }
        }
    }

    /** @return the hash of the leaf as it stands, which is what the tree is made of */
    private byte[] take(ResultSet row) throws SQLException {
        var index = row.getLong(1);
        if (index != expected) findings.add(Kind.LEAF_INDEX_GAP, TABLE, index, "expected " + expected);
        expected = index + 1;
        sealed.merge(row.getString(7), 1L, Long::sum);
        var entry = row.getBytes(2);
        var hash = treeHash.leaf(entry);
        switch (Leaf.parse(entry)) {
            case Outcome.Refused<Leaf> refused -> findings.add(Kind.LEAF_BYTES, TABLE, index, refused.reason());
            case Outcome.Accepted<Leaf> accepted -> {
                var leaf = accepted.value();
                if (!repeats(row, leaf) || !Arrays.equals(hash, row.getBytes(3))) {
                    findings.add(Kind.LEAF_BYTES, TABLE, index, leaf.table() + " " + leaf.id());
                }
                chains.take(leaf, hash);
                clocks.take(leaf);
            }
        }
        return hash;
    }

    /** Whether the columns beside the entry say what the entry says, and the leaf stands in its table's chain. */
    private boolean repeats(ResultSet row, Leaf leaf) throws SQLException {
        return row.getLong(1) == leaf.index()
                && leaf.scope().equals(row.getObject(4, UUID.class))
                && leaf.label().equals(row.getString(5))
                && leaf.sequence() == row.getLong(6)
                && leaf.table().equals(row.getString(7))
                && leaf.id().equals(row.getObject(8, UUID.class))
                && (leaf.isClock()
                        ? tellsItsTime(leaf)
                        : leaf.label().equals(labels.getOrDefault(leaf.table(), leaf.label())));
    }

    private static boolean tellsItsTime(Leaf clock) {
        var says = "{\"at\": \"" + MICROSECONDS.format(clock.recorded()) + "\"}";
        return says.equals(new String(clock.row(), StandardCharsets.UTF_8));
    }

    /** Leaves of each noun, as the column beside the entry names it. */
    Map<String, Long> sealed() {
        return sealed;
    }

    Clocks clocks() {
        return clocks;
    }

    long leaves() {
        return leaves;
    }

    /** Leaves that are gone, and of which a succession says so. */
    long lost() {
        return lost;
    }

    long checkpoints() {
        return checkpoints;
    }
}
