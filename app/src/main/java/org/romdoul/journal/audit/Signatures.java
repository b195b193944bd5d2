package org.romdoul.journal.audit;

import org.romdoul.ledger.read.Ed25519;

/** A record of ten years has millions of signatures; Bouncy Castle verifies ten in the time in which the JDK verifies one. */
final class Signatures {

    static final Ed25519 FAST = Signatures::verifies;

    private Signatures() {}

    private static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
        return publicKey.length == 32
                && signature.length == 64
                && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
                        signature, 0, publicKey, 0, message, 0, message.length);
    }
}
