package org.romdoul.ledger.write;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Writes the file that proves a leaf offline: C2SP {@code tlog-proof} v1, extension {@code .tlog-proof}. */
public final class TlogProof {

    private TlogProof() {}

    /**
     * @param index the leaf's place, from 0
     * @param path as {@link Proofs#inclusion} gives it for the checkpoint's size
     * @param note the checkpoint with its signatures
     */
    public static byte[] bytes(long index, List<byte[]> path, byte[] note) {
        StringBuilder head = new StringBuilder("c2sp.org/tlog-proof@v1\nindex ")
                .append(index)
                .append('\n');
        for (byte[] hash : path) {
            head.append(Base64.getEncoder().encodeToString(Sha256.checked(hash)))
                    .append('\n');
        }
        byte[] lines = head.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(lines.length + note.length)
                .put(lines)
                .put(note)
                .array();
    }
}
