package org.romdoul.journal.audit;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.write.Chain;
import org.romdoul.ledger.write.Checkpoint;
import org.romdoul.ledger.write.Leaf;
import org.romdoul.ledger.write.LogSigner;
import org.romdoul.ledger.write.SigningKey;
import org.romdoul.ledger.write.Tree;

/** An administrator with this very library, with the log's key or without: makes a whole log again around what she changed. */
final class Forger {

    private record Place(UUID scope, String label) {}

    private final Connection sql;
    private final LogSigner signer;

    Forger(Connection sql) {
        this(sql, SigningKey.generate(new SecureRandom(new byte[] {1})));
    }

    Forger(Connection sql, SigningKey key) {
        this.sql = sql;
        this.signer = new LogSigner("romdoul.invalid/log", key);
    }

    void rewriteTreeAndHeads() throws SQLException {
        var sizes = sizes();
        var tree = new Tree();
        for (var entry : chainedAgain()) {
            tree.append(Leaf.hash(entry));
            if (sizes.contains(tree.size())) head(tree);
        }
        for (var tile : tree.takeChangedTiles()) {
            update(
                    "UPDATE ledger.tile SET hashes = ? WHERE level = ? AND n = ?",
                    tile.hashes(),
                    tile.level(),
                    tile.index());
        }
    }

    /** Every leaf after the changed one names another previous leaf now. */
    private List<byte[]> chainedAgain() throws SQLException {
        var entries = new ArrayList<byte[]>();
        var heads = new HashMap<Place, byte[]>();
        try (var statement = sql.createStatement();
                var rows = statement.executeQuery("SELECT entry FROM ledger.leaf ORDER BY index")) {
            while (rows.next()) entries.add(again(rows.getBytes(1), heads));
        }
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            update("UPDATE ledger.leaf SET entry = ?, hash = ? WHERE index = ?", entry, Leaf.hash(entry), (long) i);
        }
        for (var head : heads.entrySet()) {
            update(
                    "UPDATE ledger.chain SET hash = ? WHERE scope = ? AND label = ?",
                    head.getValue(),
                    head.getKey().scope(),
                    head.getKey().label());
        }
        return entries;
    }

    private static byte[] again(byte[] entry, Map<Place, byte[]> heads) {
        if (!(org.romdoul.ledger.read.Leaf.parse(entry)
                instanceof Outcome.Accepted<org.romdoul.ledger.read.Leaf> accepted)) {
            throw new IllegalStateException("not a leaf");
        }
        var leaf = accepted.value();
        var place = new Place(leaf.scope(), leaf.label());
        var chain = new Chain(leaf.scope(), leaf.label(), leaf.sequence(), heads.getOrDefault(place, Chain.first()));
        var fresh = new Leaf(leaf.index(), chain, leaf.recorded(), leaf.table(), leaf.id(), leaf.salt(), leaf.row())
                .bytes();
        heads.put(place, Leaf.hash(fresh));
        return fresh;
    }

    private void head(Tree tree) throws SQLException {
        var note = new Checkpoint(signer.origin(), tree.size(), tree.root()).signed(signer);
        update(
                "UPDATE ledger.checkpoint SET note = ? WHERE size = ?",
                new String(note, StandardCharsets.UTF_8),
                tree.size());
    }

    private List<Long> sizes() throws SQLException {
        var sizes = new ArrayList<Long>();
        try (var statement = sql.createStatement();
                var rows = statement.executeQuery("SELECT size FROM ledger.checkpoint")) {
            while (rows.next()) sizes.add(rows.getLong(1));
        }
        return sizes;
    }

    private void update(String statement, Object... values) throws SQLException {
        try (var prepared = sql.prepareStatement(statement)) {
            for (var i = 0; i < values.length; i++) prepared.setObject(i + 1, values[i]);
            prepared.executeUpdate();
        }
    }
}
