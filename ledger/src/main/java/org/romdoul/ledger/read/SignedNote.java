package org.romdoul.ledger.read;

import java.util.List;

/** A note's text with the known keys whose signatures on it verified: at least one, each named once. */
public final class SignedNote {

    private final byte[] text;
    private final List<VerifierKey> signers;
    private final List<Cosignature> cosignatures;

    SignedNote(byte[] text, List<VerifierKey> signers, List<Cosignature> cosignatures) {
        this.text = text;
        this.signers = List.copyOf(signers);
        this.cosignatures = List.copyOf(cosignatures);
    }

    /** The signed bytes, with their final newline. */
    public byte[] text() {
        return text.clone();
    }

    /** Keys of type 0x01. */
    public List<VerifierKey> signers() {
        return signers;
    }

    public List<Cosignature> cosignatures() {
        return cosignatures;
    }
}
