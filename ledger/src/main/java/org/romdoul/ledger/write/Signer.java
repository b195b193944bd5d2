package org.romdoul.ledger.write;

/** Signs with one Ed25519 key, wherever that key lives: here, in a faster library, in a key management service. */
public interface Signer {

    /** The 32 bytes of RFC 8032. */
    byte[] publicKey();

    /** The 64-byte RFC 8032 signature of the message. */
    byte[] sign(byte[] message);
}
