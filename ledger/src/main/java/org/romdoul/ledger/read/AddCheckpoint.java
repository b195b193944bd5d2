package org.romdoul.ledger.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A log's request to a witness, taken apart and not yet believed: C2SP {@code tlog-witness}, {@code add-checkpoint}. At most
 * 65,536 bytes and 63 hashes.
 */
public final class AddCheckpoint {

    /** Bytes in the longest request: 63 hashes and a checkpoint with sixteen signatures of any known kind. */
    public static final int MAX_BYTES = 65_536;

    private final long oldSize;
    private final List<byte[]> proof;
    private final byte[] note;

    private AddCheckpoint(long oldSize, List<byte[]> proof, byte[] note) {
        this.oldSize = oldSize;
        this.proof = List.copyOf(proof);
        this.note = note;
    }

    public static Outcome<AddCheckpoint> parse(byte[] body) {
        if (body.length > MAX_BYTES) {
            return Outcome.refused("the request is too long");
        }
        // Line by line as octets: what follows the blank line is the note's business.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            return Outcome.refused("the request has no checkpoint");
        }
        List<String> lines = Arrays.asList(text.substring(0, blank).split("\n", -1));
        long oldSize =
                lines.get(0).startsWith("old ") ? Strict.decimal(lines.get(0).substring("old ".length())) : -1;
        if (oldSize < 0) {
            return Outcome.refused("the request does not begin with a plain old size");
        }
        List<byte[]> proof = Hashes.lines(lines.subList(1, lines.size()));
        return proof == null
                ? Outcome.refused("the request's proof is not up to 63 hashes in base64")
                : Outcome.accepted(new AddCheckpoint(oldSize, proof, Arrays.copyOfRange(body, blank + 2, body.length)));
    }

    /** Leaves in the checkpoint that the log believes the witness signed last, 0 for none. */
    public long oldSize() {
        return oldSize;
    }

    /** The consistency path from there, as it was sent. */
    public List<byte[]> proof() {
        return proof;
    }

    /** The checkpoint with its signatures, as it was sent. */
    public byte[] note() {
        return note.clone();
    }
}
