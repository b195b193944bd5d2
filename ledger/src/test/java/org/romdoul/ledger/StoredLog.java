package org.romdoul.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.romdoul.ledger.write.Leaf;
import org.romdoul.ledger.write.Tile;
import org.romdoul.ledger.write.Tiles;
import org.romdoul.ledger.write.Tree;

/** A log in memory: the tree as the sequencer holds it and the tiles as a store would. */
public final class StoredLog implements Tiles {

    public final Tree tree;
    public final List<byte[]> entries = new ArrayList<>();
    final Map<String, byte[]> stored;

    public StoredLog() {
        this(new Tree(), new HashMap<>());
    }

    private StoredLog(Tree tree, Map<String, byte[]> stored) {
        this.tree = tree;
        this.stored = stored;
    }

    public static StoredLog of(int size) {
        StoredLog log = new StoredLog();
        for (int i = 0; i < size; i++) {
            log.append(("entry " + i).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        log.commit();
        return log;
    }

    public void append(byte[] entry) {
        entries.add(entry);
        tree.append(Leaf.hash(entry));
    }

    public List<Tile> commit() {
        List<Tile> changed = tree.takeChangedTiles();
        changed.forEach(tile -> stored.put(tile.level() + "/" + tile.index(), tile.hashes()));
        return changed;
    }

    /** The same log after a restart. */
    StoredLog restarted() {
        StoredLog log = new StoredLog(Tree.restore(tree.size(), tree.root(), this), stored);
        log.entries.addAll(entries);
        return log;
    }

    @Override
    public byte[] tile(int level, long index, int width) {
        byte[] hashes = stored.get(level + "/" + index);
        if (hashes == null || hashes.length < width * 32) {
            throw new IllegalStateException("tile " + level + "/" + index + " is not " + width + " wide");
        }
        return Arrays.copyOf(hashes, width * 32);
    }
}
