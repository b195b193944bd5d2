package org.romdoul.ledger.read;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A witness's word that, at a time, the tree it signed was the largest it had seen of that log: C2SP
 * {@code tlog-cosignature}, type 0x04.
 *
 * @param time POSIX seconds by the witness's clock, 0..2^63-1
 */
public record Cosignature(VerifierKey witness, long time) {

    private static final int LENGTH = 8 + 64;

    /** The cosignature in a signature line of a key that is known, when it verifies over the checkpoint's text. */
    static Optional<Cosignature> verify(VerifierKey witness, byte[] signature, byte[] text, Ed25519 ed25519) {
        if (signature.length != LENGTH) {
            return Optional.empty();
        }
        long time = ByteBuffer.wrap(signature).getLong();
        if (time < 0) {
            return Optional.empty();
        }
        byte[] head = ("cosignature/v1\ntime " + time + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] message = Arrays.copyOf(head, head.length + text.length);
        System.arraycopy(text, 0, message, head.length, text.length);
        byte[] ed = Arrays.copyOfRange(signature, 8, LENGTH);
        return ed25519.verifies(witness.publicKey(), message, ed)
                ? Optional.of(new Cosignature(witness, time))
                : Optional.empty();
    }
}
