package org.romdoul.ledger.write;

/** A log's hand: signs the text of its notes, type 0x01 of C2SP {@code signed-note}. */
public final class LogSigner {

    private final NoteKey key;
    private final Signer signer;

    /** @param origin the log's name, which its checkpoints begin with: a URL without scheme, no space, no plus */
    public LogSigner(String origin, Signer signer) {
        this.key = new NoteKey(origin, 0x01, signer.publicKey());
        this.signer = signer;
    }

    public String origin() {
        return key.name();
    }

    /** The public key as policies write it. */
    public String vkey() {
        return key.vkey();
    }

    /** The signature line, with its newline, over a text that ends with one. */
    public String line(byte[] text) {
        return key.line(signer.sign(text));
    }
}
