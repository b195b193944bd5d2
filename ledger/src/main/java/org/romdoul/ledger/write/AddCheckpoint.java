package org.romdoul.ledger.write;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Writes a log's request to a witness: C2SP {@code tlog-witness}, {@code add-checkpoint}. */
public final class AddCheckpoint {

    private AddCheckpoint() {}

    /**
     * @param oldSize leaves in the checkpoint that the witness signed last, 0 for none
     * @param proof as {@link Proofs#consistency} gives it from there
     * @param note the checkpoint with the log's signature
     */
    public static byte[] bytes(long oldSize, List<byte[]> proof, byte[] note) {
        StringBuilder head = new StringBuilder("old ").append(oldSize).append('\n');
        for (byte[] hash : proof) {
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
