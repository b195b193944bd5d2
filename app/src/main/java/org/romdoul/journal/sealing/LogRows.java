package org.romdoul.journal.sealing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.ledger.write.Tile;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The log's tables, as the sequencer writes them. Whole batches go over as arrays: one statement each, however many leaves. */
final class LogRows {

    // Held for one transaction: of several nodes one seals, the others find it taken and rest.
    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(7013041)";
    private static final String NOW = "SELECT clock_timestamp()";
    private static final String HEAD = "SELECT note FROM ledger.checkpoint WHERE log = ? ORDER BY size DESC LIMIT 1";
    private static final String LAST_CLOCK = """
            SELECT entry FROM ledger.leaf WHERE label = 'clock' AND scope = ? ORDER BY sequence DESC LIMIT 1""";
    private static final String TILE = "SELECT hashes FROM ledger.tile WHERE log = ? AND level = ? AND n = ?";
    private static final String ENTRIES =
            "SELECT entry FROM ledger.leaf WHERE log = ? AND index >= ? ORDER BY index LIMIT ?";
    private static final String PENDING = """
            SELECT position, scope, label, noun, fact, recorded_at, salt, content
              FROM ledger.pending ORDER BY position LIMIT ?""";
    private static final String PENDING_FACT = """
            SELECT position, scope, label, noun, fact, recorded_at, salt, content FROM ledger.pending WHERE fact = ?""";
    private static final String SUCCEEDED = "SELECT EXISTS (SELECT FROM ledger.log WHERE number > ?)";
    private static final String WAITING = "SELECT EXISTS (SELECT FROM ledger.pending)";
    private static final String HEADS = """
            SELECT c.scope, c.label, c.sequence, c.hash
              FROM unnest(?, ?) AS wanted (scope, label) JOIN ledger.chain c USING (scope, label)""";
    private static final String ADD_LEAVES = """
            INSERT INTO ledger.leaf (log, index, scope, label, sequence, noun, fact, entry, hash)
            SELECT ?, * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String MOVE_HEADS = """
            INSERT INTO ledger.chain (scope, label, sequence, hash) SELECT * FROM unnest(?, ?, ?, ?)
            ON CONFLICT (scope, label) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash""";
    private static final String PUT_TILE = """
            INSERT INTO ledger.tile (log, level, n, hashes) VALUES (?, ?, ?, ?)
            ON CONFLICT (log, level, n) DO UPDATE SET hashes = excluded.hashes""";
    private static final String ADD_CHECKPOINT = "INSERT INTO ledger.checkpoint (log, size, note) VALUES (?, ?, ?)";
    private static final String DONE = "DELETE FROM ledger.pending WHERE position = ANY (?)";

    private final JdbcTemplate sql;
    private final int log;

    /** @param log which of the record's logs */
    LogRows(JdbcTemplate sql, int log) {
        this.sql = sql;
        this.log = log;
    }

    boolean lock() {
        return Boolean.TRUE.equals(sql.queryForObject(LOCK, Boolean.class));
    }

    Instant now() {
        return Objects.requireNonNull(sql.queryForObject(NOW, OffsetDateTime.class))
                .toInstant();
    }

    Optional<byte[]> head() {
        return sql.query(HEAD, (row, n) -> row.getString(1).getBytes(StandardCharsets.UTF_8), log).stream()
                .findFirst();
    }

    Optional<byte[]> lastClock() {
        return sql.query(LAST_CLOCK, (row, n) -> row.getBytes(1), ChainId.CLOCK.scope()).stream()
                .findFirst();
    }

    Optional<byte[]> tile(int level, long n) {
        return sql.query(TILE, (row, i) -> row.getBytes(1), log, level, n).stream()
                .findFirst();
    }

    List<byte[]> entries(long from, int count) {
        return sql.query(ENTRIES, (row, n) -> row.getBytes(1), log, from, count);
    }

    List<Pending> pending(int limit) {
        return sql.query(PENDING, LogRows::pending, limit);
    }

    List<Pending> pending(UUID fact) {
        return sql.query(PENDING_FACT, LogRows::pending, fact);
    }

    private static Pending pending(ResultSet row, int number) throws SQLException {
        return new Pending(
                row.getLong("position"),
                new ChainId(row.getObject("scope", UUID.class), row.getString("label")),
                row.getString("noun"),
                row.getObject("fact", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getBytes("salt"),
                row.getString("content").getBytes(StandardCharsets.UTF_8));
    }

    /** Whether another log grows instead of this one. */
    boolean isSucceeded() {
        return Boolean.TRUE.equals(sql.queryForObject(SUCCEEDED, Boolean.class, log));
    }

    boolean isWaiting() {
        return Boolean.TRUE.equals(sql.queryForObject(WAITING, Boolean.class));
    }

    Map<ChainId, ChainHead> heads(Collection<ChainId> chains) {
        var heads = new HashMap<ChainId, ChainHead>();
        sql.query(
                connection -> {
                    var statement = connection.prepareStatement(HEADS);
                    array(
                            statement,
                            1,
                            "uuid",
                            chains.stream().map(ChainId::scope).toArray());
                    array(
                            statement,
                            2,
                            "text",
                            chains.stream().map(ChainId::label).toArray());
                    return statement;
                },
                row -> {
                    heads.put(
                            new ChainId(row.getObject("scope", UUID.class), row.getString("label")),
                            new ChainHead(row.getLong("sequence"), row.getBytes("hash")));
                });
        return heads;
    }

    void add(List<SealedLeaf> leaves) {
        sql.update(connection -> {
            var add = connection.prepareStatement(ADD_LEAVES);
            add.setInt(1, log);
            array(add, 2, "bigint", leaves.stream().map(SealedLeaf::index).toArray());
            array(
                    add,
                    3,
                    "uuid",
                    leaves.stream().map(leaf -> leaf.chain().scope()).toArray());
            array(
                    add,
                    4,
                    "text",
                    leaves.stream().map(leaf -> leaf.chain().label()).toArray());
            array(add, 5, "bigint", leaves.stream().map(SealedLeaf::sequence).toArray());
            array(add, 6, "text", leaves.stream().map(SealedLeaf::noun).toArray());
            array(add, 7, "uuid", leaves.stream().map(SealedLeaf::fact).toArray());
            array(add, 8, "bytea", leaves.stream().map(SealedLeaf::entry).toArray(byte[][]::new));
            array(add, 9, "bytea", leaves.stream().map(SealedLeaf::hash).toArray(byte[][]::new));
            return add;
        });
    }

    void move(Map<ChainId, ChainHead> heads) {
        var chains = List.copyOf(heads.keySet());
        var moved = chains.stream().map(heads::get).map(Objects::requireNonNull).toList();
        sql.update(connection -> {
            var move = connection.prepareStatement(MOVE_HEADS);
            array(move, 1, "uuid", chains.stream().map(ChainId::scope).toArray());
            array(move, 2, "text", chains.stream().map(ChainId::label).toArray());
            array(move, 3, "bigint", moved.stream().map(ChainHead::sequence).toArray());
            array(move, 4, "bytea", moved.stream().map(ChainHead::hash).toArray(byte[][]::new));
            return move;
        });
    }

    void put(List<Tile> tiles) {
        sql.batchUpdate(PUT_TILE, tiles, tiles.size(), (put, tile) -> {
            put.setInt(1, log);
            put.setInt(2, tile.level());
            put.setLong(3, tile.index());
            put.setBytes(4, tile.hashes());
        });
    }

    void addCheckpoint(long size, byte[] note) {
        sql.update(ADD_CHECKPOINT, log, size, new String(note, StandardCharsets.UTF_8));
    }

    void done(List<Pending> sealed) {
        sql.execute((ConnectionCallback<Integer>) connection -> {
            try (var done = connection.prepareStatement(DONE)) {
                array(done, 1, "bigint", sealed.stream().map(Pending::position).toArray());
                return done.executeUpdate();
            }
        });
    }

    private static void array(PreparedStatement statement, int place, String type, Object[] values)
            throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(place, connection.createArrayOf(type, values));
    }
}
