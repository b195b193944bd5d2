package org.romdoul.ledger.write;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The head of a log as it is signed and published: origin, size, root. C2SP {@code tlog-checkpoint}, no extensions. */
public final class Checkpoint {

    private final String origin;
    private final long size;
    private final byte[] root;

    /**
     * @param origin not empty, one line
     * @param size leaves, not negative
     * @param root 32 bytes
     */
    public Checkpoint(String origin, long size, byte[] root) {
        if (origin.isEmpty() || origin.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("an origin is one line of text");
        }
        if (size < 0) {
            throw new IllegalArgumentException("a log has no negative size");
        }
        this.origin = origin;
        this.size = size;
        this.root = Sha256.checked(root);
    }

    /** The three lines that are signed. */
    public byte[] text() {
        return (origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The note that is published: text, blank line, the log's signature. Cosignature lines are appended as they come. */
    public byte[] signed(LogSigner log) {
        if (!log.origin().equals(origin)) {
            throw new IllegalArgumentException("a log signs its own checkpoints only");
        }
        byte[] text = text();
        String note = new String(text, StandardCharsets.UTF_8) + "\n" + log.line(text);
        return note.getBytes(StandardCharsets.UTF_8);
    }

    /** A published note with one more signature line. */
    public static byte[] withLine(byte[] note, String line) {
        return (new String(note, StandardCharsets.UTF_8) + line).getBytes(StandardCharsets.UTF_8);
    }
}
