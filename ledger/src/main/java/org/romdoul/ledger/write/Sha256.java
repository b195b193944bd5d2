package org.romdoul.ledger.write;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, and the leaf and node hashes that RFC 6962 section 2.1 makes of it. */
final class Sha256 {

    /** Bytes in a hash. */
    static final int LENGTH = 32;

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    byte[] of(byte[]... parts) {
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    byte[] leaf(byte[] entry) {
        digest.update((byte) 0x00);
        return digest.digest(entry);
    }

    byte[] node(byte[] left, byte[] right) {
        digest.update((byte) 0x01);
        digest.update(left);
        return digest.digest(right);
    }

    static byte[] checked(byte[] hash) {
        if (hash.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + hash.length);
        }
        return hash.clone();
    }
}
