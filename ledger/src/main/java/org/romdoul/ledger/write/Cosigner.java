package org.romdoul.ledger.write;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A witness's hand: vouches that a checkpoint extends what it saw before, type 0x04 of C2SP {@code tlog-cosignature}.
 * The signed bytes do not hold the name, so one key serves one witness only.
 */
public final class Cosigner {

    private final NoteKey key;
    private final Signer signer;

    /** @param name the witness's: a URL without scheme, no space, no plus */
    public Cosigner(String name, Signer signer) {
        this.key = new NoteKey(name, 0x04, signer.publicKey());
        this.signer = signer;
    }

    public String name() {
        return key.name();
    }

    /** The public key as policies write it. */
    public String vkey() {
        return key.vkey();
    }

    /**
     * The signature line, with its newline.
     *
     * @param text the checkpoint's text without signatures, as {@code read.SignedNote} gives it
     * @param time POSIX seconds, not negative
     */
    public String line(byte[] text, long time) {
        if (time < 0) {
            throw new IllegalArgumentException("a cosignature is not older than 1970");
        }
        byte[] head = ("cosignature/v1\ntime " + time + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] message = ByteBuffer.allocate(head.length + text.length)
                .put(head)
                .put(text)
                .array();
        byte[] signature = signer.sign(message);
        return key.line(ByteBuffer.allocate(8 + signature.length)
                .putLong(time)
                .put(signature)
                .array());
    }
}
