package org.romdoul.ledger.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The growing tree in the hands of the one sequencer: takes leaf hashes, gives the root and the tiles to store. It holds
 * only its right edge: the unfinished tile of each level and the heads of the perfect subtrees.
 *
 * <p>For one thread. After a transaction that failed, throw it away and {@link #restore} it.
 */
public final class Tree {

    /** Hashes in a full tile. */
    public static final int TILE_WIDTH = 256;

    private static final int LEVEL_HEIGHT = 8;
    private static final int LEVELS = 8;

    private final Sha256 sha256 = new Sha256();
    private final byte[][] heads = new byte[Long.SIZE][];
    private final Edge[] edges = new Edge[LEVELS];
    private List<Tile> finished = new ArrayList<>();
    private long size;

    /** The tile of one level that is still filling. */
    private static final class Edge {
        private final byte[] hashes = new byte[TILE_WIDTH * Sha256.LENGTH];
        private int width;
        private boolean changed;
    }

    /** An empty tree. */
    public Tree() {
        Arrays.setAll(edges, level -> new Edge());
    }

    /**
     * Picks up where the stored tiles end.
     *
     * @param size leaves in the stored tree
     * @param root the root of its last signed checkpoint
     * @throws IllegalStateException when the tiles do not give that root: the log is damaged and must not be continued
     */
    public static Tree restore(long size, byte[] root, Tiles tiles) {
        Tree tree = new Tree();
        tree.size = size;
        for (int level = 0; level < LEVELS; level++) {
            long hashes = size >>> (level * LEVEL_HEIGHT);
            int width = (int) (hashes % TILE_WIDTH);
            if (width > 0) {
                byte[] stored = tiles.tile(level, hashes / TILE_WIDTH, width);
                if (stored.length != width * Sha256.LENGTH) {
                    throw new IllegalStateException("the stored tile of level " + level + " has another width");
                }
                tree.refill(level, width, stored);
            }
        }
        if (!Arrays.equals(root, tree.root())) {
            throw new IllegalStateException("the stored tiles do not give the signed root");
        }
        return tree;
    }

    /** An edge's hashes are the leaves of perfect subtrees, one for each bit of its width, the widest first. */
    private void refill(int level, int width, byte[] stored) {
        System.arraycopy(stored, 0, edges[level].hashes, 0, stored.length);
        edges[level].width = width;
        int from = 0;
        for (int height = LEVEL_HEIGHT - 1; height >= 0; height--) {
            if ((width >>> height & 1) == 1) {
                heads[level * LEVEL_HEIGHT + height] = Subtree.head(sha256, stored, from, 1 << height);
                from += 1 << height;
            }
        }
    }

    /** Appends a leaf by its hash, 32 bytes, and answers its index. */
    public long append(byte[] leafHash) {
        byte[] node = Sha256.checked(leafHash);
        int height = 0;
        put(0, node);
        for (long bits = size; (bits & 1) == 1; bits >>>= 1) {
            node = sha256.node(heads[height], node);
            height++;
            if (height % LEVEL_HEIGHT == 0) {
                put(height / LEVEL_HEIGHT, node);
            }
        }
        heads[height] = node;
        return size++;
    }

    private void put(int level, byte[] hash) {
        Edge edge = edges[level];
        System.arraycopy(hash, 0, edge.hashes, edge.width * Sha256.LENGTH, Sha256.LENGTH);
        edge.width++;
        edge.changed = true;
        if (edge.width == TILE_WIDTH) {
            long index = size >>> ((level + 1) * LEVEL_HEIGHT);
            finished.add(new Tile(level, index, edge.hashes.clone()));
            edge.width = 0;
            edge.changed = false;
        }
    }

    /** Leaves in the tree. */
    public long size() {
        return size;
    }

    /** The RFC 6962 root, 32 bytes; of an empty tree the hash of nothing. */
    public byte[] root() {
        byte[] root = null;
        for (int height = 0; height < heads.length; height++) {
            if ((size >>> height & 1) == 1) {
                root = root == null ? heads[height] : sha256.node(heads[height], root);
            }
        }
        return root == null ? sha256.of() : root.clone();
    }

    /**
     * The tiles that changed since the last call, or since the beginning: full ones as they filled, then the unfinished
     * ones. Store all of them with the checkpoint of this size.
     */
    public List<Tile> takeChangedTiles() {
        List<Tile> changed = finished;
        finished = new ArrayList<>();
        for (int level = 0; level < LEVELS; level++) {
            Edge edge = edges[level];
            if (edge.changed) {
                long index = size >>> ((level + 1) * LEVEL_HEIGHT);
                changed.add(new Tile(level, index, Arrays.copyOf(edge.hashes, edge.width * Sha256.LENGTH)));
                edge.changed = false;
            }
        }
        return changed;
    }
}
