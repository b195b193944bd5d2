package org.romdoul.ledger.read;

import java.util.Arrays;

/** One stored piece of the tree: 1 to 256 neighbouring hashes of one level, C2SP {@code tlog-tiles}. */
public final class Tile {

    private final byte[] bytes;

    private Tile(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads a tile that is {@code width} hashes wide; any other length is refused. */
    public static Outcome<Tile> parse(byte[] bytes, int width) {
        if (width < 1 || width > TilePath.FULL || bytes.length != width * TreeHash.LENGTH) {
            return Outcome.refused("the tile has another width");
        }
        return Outcome.accepted(new Tile(bytes.clone()));
    }

    public int width() {
        return bytes.length / TreeHash.LENGTH;
    }

    /** The hash at {@code place}, 0..width-1. */
    public byte[] hash(int place) {
        int at = place * TreeHash.LENGTH;
        return Arrays.copyOfRange(bytes, at, at + TreeHash.LENGTH);
    }

    /** All hashes, one after the other. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The tree hash over this tile's hashes: of a full tile, its one hash in the level above. */
    public byte[] root() {
        Frontier frontier = new Frontier();
        for (int place = 0; place < width(); place++) {
            frontier.append(hash(place));
        }
        return frontier.root();
    }
}
