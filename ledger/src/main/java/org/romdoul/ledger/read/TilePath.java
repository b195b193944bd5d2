package org.romdoul.ledger.read;

/**
 * Where a tile lies under a log's prefix, C2SP {@code tlog-tiles}: {@code tile/0/x001/x234/067} for a full one,
 * {@code tile/0/000.p/15} for one that is 15 wide.
 *
 * @param level 0..63, or {@link #ENTRIES} for a bundle of entries
 * @param index the tile's place in its level, from 0
 * @param width hashes or entries in it, 1..256
 */
public record TilePath(int level, long index, int width) {

    /** The level of entry bundles. */
    public static final int ENTRIES = -1;

    /** Hashes in a full tile. */
    public static final int FULL = 256;

    public TilePath {
        if (level < ENTRIES || level > 63 || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no such tile");
        }
    }

    /** The hashes a tree of that many leaves holds in one tile: 0 when the tile does not exist yet, at most 256. */
    public static int width(long size, int level, long index) {
        long hashes = level >= 8 ? 0 : size >>> (8 * Math.max(level, 0));
        long before = index << 8;
        boolean outside = index < 0 || index > hashes >>> 8;
        return outside ? 0 : (int) Math.min(FULL, hashes - before);
    }

    /** The one spelling of this path. */
    public String path() {
        StringBuilder path = new StringBuilder();
        long rest = index;
        path.append(digits(rest % 1000));
        for (rest /= 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x" + digits(rest % 1000) + "/");
        }
        path.insert(0, "tile/" + (level == ENTRIES ? "entries" : level) + "/");
        return width == FULL ? path.toString() : path + ".p/" + width;
    }

    private static String digits(long group) {
        return String.valueOf(1000 + group).substring(1);
    }

    /** Reads a path; anything but its one spelling is refused. */
    public static Outcome<TilePath> parse(String path) {
        String[] halves = path.split("\\.p/", -1);
        String[] parts = halves[0].split("/", -1);
        if (halves.length > 2 || parts.length < 3 || parts.length > 9) {
            return Outcome.refused("not a tile path");
        }
        long width = halves.length == 2 ? Strict.decimal(halves[1]) : FULL;
        long level = parts[1].equals("entries") ? ENTRIES : Strict.decimal(parts[1]);
        long index = index(parts);
        boolean known = parts[1].equals("entries") || (level >= 0 && level < 64);
        if (!known || index < 0 || width < 1 || width > FULL) {
            return Outcome.refused("not a tile path");
        }
        TilePath tile = new TilePath((int) level, index, (int) width);
        return tile.path().equals(path) ? Outcome.accepted(tile) : Outcome.refused("not a tile path");
    }

    private static long index(String[] parts) {
        StringBuilder digits = new StringBuilder();
        for (int i = 2; i < parts.length; i++) {
            digits.append(parts[i].replace("x", ""));
        }
        int zeros = 0;
        while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return Strict.decimal(digits.substring(zeros));
    }
}
