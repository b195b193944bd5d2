package org.romdoul.journal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.romdoul.ledger.read.Frontier;
import org.romdoul.ledger.read.TilePath;
import org.romdoul.ledger.read.TreeHash;

/** Builds the tree's tiles again from the leaves' hashes and compares them with the stored ones, level by level, side by side. */
final class TileCheck implements AutoCloseable {

    private static final String TABLE = "ledger.tile";
    private static final String OF_LEVEL = "SELECT n, hashes FROM ledger.tile WHERE log = ? AND level = ? ORDER BY n";
    private static final String NO_SUCH_LEVEL =
            "SELECT level, n FROM ledger.tile WHERE log = ? AND NOT level BETWEEN 0 AND 7";
    private static final int LEVELS = 8;

    private final Connection sql;
    private final int log;
    private final Findings findings;
    private final Level[] levels = new Level[LEVELS];

    TileCheck(Connection sql, int log, Findings findings) throws SQLException {
        this.sql = sql;
        this.log = log;
        this.findings = findings;
        for (var level = 0; level < LEVELS; level++) levels[level] = new Level(level);
    }

    void append(byte[] leafHash) throws SQLException {
        levels[0].append(leafHash);
    }

    /** The last tile of each level may be partial; after it there is none. */
    void end() throws SQLException {
        for (var level : levels) level.end();
        try (var stray = Cursor.open(sql, NO_SUCH_LEVEL, log)) {
            while (stray.next()) differs(stray.row().getInt(1), stray.row().getLong(2), "no such level");
        }
    }

    private void differs(int level, long n, String detail) {
        findings.add(Kind.TILE_DIFFERS, TABLE, level + "/" + n, detail);
    }

    @Override
    public void close() throws SQLException {
        for (var level : levels) level.stored.close();
    }

    private final class Level {

        private final int level;
        private final Cursor stored;
        private final byte[] hashes = new byte[TilePath.FULL * TreeHash.LENGTH];
        private Frontier tree = new Frontier();
        private int width;
        private long n;
        private boolean more;

        Level(int level) throws SQLException {
            this.level = level;
            this.stored = Cursor.open(sql, OF_LEVEL, log, level);
            this.more = stored.next();
        }

        void append(byte[] hash) throws SQLException {
            System.arraycopy(hash, 0, hashes, width * TreeHash.LENGTH, TreeHash.LENGTH);
            tree.append(hash);
            if (++width < TilePath.FULL) return;
            compare();
            if (level + 1 < LEVELS) levels[level + 1].append(tree.root());
            tree = new Frontier();
            width = 0;
        }

        void end() throws SQLException {
            if (width > 0) compare();
            for (; more; more = stored.next()) differs(level, stored.row().getLong(1), "beyond the tree");
        }

        private void compare() throws SQLException {
            while (more && stored.row().getLong(1) < n) {
                differs(level, stored.row().getLong(1), "beyond the tree");
                more = stored.next();
            }
            if (!more || stored.row().getLong(1) > n) {
                differs(level, n, "missing");
            } else {
                if (!Arrays.equals(stored.row().getBytes(2), Arrays.copyOf(hashes, width * TreeHash.LENGTH)))
                    differs(level, n, "");
                more = stored.next();
            }
            n++;
        }
    }
}
