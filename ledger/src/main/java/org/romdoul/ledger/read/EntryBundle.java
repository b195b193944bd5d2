package org.romdoul.ledger.read;

import java.util.Arrays;

/** Up to 256 neighbouring leaves as they are stored: each its length in two bytes, big-endian, and itself. */
public final class EntryBundle {

    private final byte[] bytes;
    private final int[] starts;

    private EntryBundle(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
    }

    /** Reads a bundle of exactly {@code width} entries, 1..256; a cut entry or a byte too many is refused. */
    public static Outcome<EntryBundle> parse(byte[] bytes, int width) {
        if (width < 1 || width > TilePath.FULL) {
            return Outcome.refused("a bundle holds 1 to 256 entries");
        }
        int[] starts = new int[width + 1];
        int at = 0;
        for (int entry = 0; entry < width; entry++) {
            if (bytes.length - at < 2) {
                return Outcome.refused("the bundle is cut short");
            }
            at += 2 + ((bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff));
            starts[entry + 1] = at;
            if (at > bytes.length) {
                return Outcome.refused("the bundle is cut short");
            }
        }
        return at == bytes.length
                ? Outcome.accepted(new EntryBundle(bytes.clone(), starts))
                : Outcome.refused("the bundle has bytes left over");
    }

    public int width() {
        return starts.length - 1;
    }

    /** The entry at {@code place}, 0..width-1: at most 65,535 bytes. */
    public byte[] entry(int place) {
        return Arrays.copyOfRange(bytes, starts[place] + 2, starts[place + 1]);
    }

    /** The leaf hash of the entry at {@code place}, without copying it. */
    public byte[] leafHash(int place, TreeHash hash) {
        int start = starts[place] + 2;
        return hash.leaf(bytes, start, starts[place + 1] - start);
    }
}
