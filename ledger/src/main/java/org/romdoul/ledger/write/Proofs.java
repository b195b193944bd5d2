package org.romdoul.ledger.write;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds proofs from stored tiles for one tree size, by the recursive definitions of RFC 6962 section 2.1. A proof reads
 * at most one tile for each level on the leaf's way and one on the right edge.
 */
public final class Proofs {

    private final Sha256 sha256 = new Sha256();
    private final Tiles tiles;
    private final long size;

    /**
     * @param tiles a store that holds every tile of a tree of this size
     * @param size leaves in the tree
     */
    public Proofs(Tiles tiles, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no negative size");
        }
        this.tiles = tiles;
        this.size = size;
    }

    /** The sibling hashes of a leaf, 0..size-1, from the bottom up: RFC 6962 section 2.1.1. */
    public List<byte[]> inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        descend(index, 0, size, path);
        return path;
    }

    private void descend(long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            descend(index, from, middle, path);
            path.add(head(middle, to));
        } else {
            descend(index, middle, to, path);
            path.add(head(from, middle));
        }
    }

    /** That this tree extends the one of {@code earlier} leaves, 0..size: RFC 6962 section 2.1.2; empty from 0 and at size. */
    public List<byte[]> consistency(long earlier) {
        if (earlier < 0 || earlier > size) {
            throw new IllegalArgumentException("a tree of " + size + " does not extend one of " + earlier);
        }
        List<byte[]> path = new ArrayList<>();
        if (earlier > 0) {
            extend(earlier, 0, size, true, path);
        }
        return path;
    }

    /** {@code known}: the verifier has this range's head already, since it is the whole earlier tree. */
    private void extend(long earlier, long from, long to, boolean known, List<byte[]> path) {
        if (earlier == to) {
            if (!known) {
                path.add(head(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (earlier <= middle) {
            extend(earlier, from, middle, known, path);
            path.add(head(middle, to));
        } else {
            extend(earlier, middle, to, false, path);
            path.add(head(from, middle));
        }
    }

    /** The largest power of two below a count of at least two. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }

    /** The tree hash over the leaves of a range that a split produced: perfect, or at the right edge. */
    private byte[] head(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            return perfect(from, Long.numberOfTrailingZeros(count));
        }
        long middle = from + split(count);
        return sha256.node(head(from, middle), head(middle, to));
    }

    private byte[] perfect(long from, int height) {
        int level = height / 8;
        int count = 1 << height % 8;
        long first = from >>> (level * 8);
        long tile = first / Tree.TILE_WIDTH;
        long stored = (size >>> (level * 8)) - tile * Tree.TILE_WIDTH;
        byte[] hashes = tiles.tile(level, tile, (int) Math.min(stored, Tree.TILE_WIDTH));
        return Subtree.head(sha256, hashes, (int) (first % Tree.TILE_WIDTH), count);
    }
}
