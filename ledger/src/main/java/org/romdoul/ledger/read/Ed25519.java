package org.romdoul.ledger.read;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Verifies RFC 8032 Ed25519 signatures; the application may put a faster one in the JDK's place. */
@FunctionalInterface
public interface Ed25519 {

    /**
     * Whether the signature is the key's over the message. Never throws on any bytes.
     *
     * @param publicKey 32 bytes
     * @param signature 64 bytes; any other length does not verify
     */
    boolean verifies(byte[] publicKey, byte[] message, byte[] signature);

    /** The JDK's own. */
    static Ed25519 jdk() {
        return Ed25519::verifiesWithJdk;
    }

    private static boolean verifiesWithJdk(byte[] publicKey, byte[] message, byte[] signature) {
        if (publicKey.length != 32 || signature.length != 64) {
            return false;
        }
        // SubjectPublicKeyInfo of RFC 8410: a fixed head before the 32 bytes.
        byte[] spki = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(publicKey));
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException keyOrSignatureIsNoPointOnTheCurve) {
            return false;
        }
    }
}
