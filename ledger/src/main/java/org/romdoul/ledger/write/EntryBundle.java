package org.romdoul.ledger.write;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Writes neighbouring leaves into one resource: each its length in two bytes, big-endian, and itself. C2SP {@code tlog-tiles}. */
public final class EntryBundle {

    private EntryBundle() {}

    /** The bundle of 1 to 256 entries, each at most 65,535 bytes. */
    public static byte[] bytes(List<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > Tree.TILE_WIDTH) {
            throw new IllegalArgumentException("a bundle holds 1 to 256 entries");
        }
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > Leaf.MAX_LENGTH) {
                throw new IllegalArgumentException("an entry has at most 65,535 bytes");
            }
            bundle.write(entry.length >>> 8);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }
}
