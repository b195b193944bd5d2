package org.romdoul.ledger.write;

import java.util.Locale;

/**
 * A tile to be stored: 1 to 256 neighbouring hashes of one level. A wider one of the same level and index replaces it.
 * C2SP {@code tlog-tiles}.
 */
public final class Tile {

    private final int level;
    private final long index;
    private final byte[] hashes;

    Tile(int level, long index, byte[] hashes) {
        this.level = level;
        this.index = index;
        this.hashes = hashes;
    }

    /** 0 for leaf hashes, one more for each 256-fold. */
    public int level() {
        return level;
    }

    /** The tile's place in its level, from 0. */
    public long index() {
        return index;
    }

    /** Hashes in it, 1..256. */
    public int width() {
        return hashes.length / Sha256.LENGTH;
    }

    /** {@code 32 * width} bytes. */
    public byte[] hashes() {
        return hashes.clone();
    }

    /** Where it is served under the log's prefix: {@code tile/0/x001/234} or {@code tile/0/000.p/15}. */
    public String path() {
        return path(String.valueOf(level), index, width());
    }

    /** Where a bundle of {@code width} entries, 1..256, is served: {@code tile/entries/000.p/15}. */
    public static String entriesPath(long index, int width) {
        return path("entries", index, width);
    }

    private static String path(String level, long index, int width) {
        String groups = String.format(Locale.ROOT, "%03d", index % 1000);
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            groups = String.format(Locale.ROOT, "x%03d/%s", rest % 1000, groups);
        }
        return "tile/" + level + "/" + groups + (width == Tree.TILE_WIDTH ? "" : ".p/" + width);
    }
}
