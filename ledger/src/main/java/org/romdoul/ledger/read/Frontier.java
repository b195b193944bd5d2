package org.romdoul.ledger.read;

/**
 * Recomputes the root of a tree from its leaf hashes in one pass: the heads of the perfect subtrees seen so far, at most
 * one for each height.
 */
public final class Frontier {

    private final TreeHash hash = new TreeHash();
    private final byte[][] heads = new byte[Long.SIZE][];
    private long size;

    /** Takes the next leaf's hash, 32 bytes, which must not change afterwards. */
    public void append(byte[] leafHash) {
        if (leafHash.length != TreeHash.LENGTH) {
            throw new IllegalArgumentException("a leaf hash has 32 bytes");
        }
        byte[] node = leafHash;
        int height = 0;
        for (long bits = size; (bits & 1) == 1; bits >>>= 1) {
            node = hash.node(heads[height++], node);
        }
        heads[height] = node;
        size++;
    }

    /** Leaves taken so far. */
    public long size() {
        return size;
    }

    /** The RFC 6962 tree hash of all leaves taken so far. */
    public byte[] root() {
        if (size == 0) {
            return hash.empty();
        }
        int height = Long.numberOfTrailingZeros(size);
        byte[] root = heads[height];
        for (int above = height + 1; above < Long.SIZE; above++) {
            if ((size >>> above & 1) == 1) {
                root = hash.node(heads[above], root);
            }
        }
        return root.clone();
    }
}
