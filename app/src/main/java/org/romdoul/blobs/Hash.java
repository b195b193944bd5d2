package org.romdoul.blobs;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what went by, and how much it was. */
final class Hash {

    private final MessageDigest digest;
    private long size;

    Hash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    void add(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
        size += length;
    }

    long size() {
        return size;
    }

    /** @return of what went by until now, 64 hexadecimal digits */
    String hex() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException unlikeTheJdk) {
            throw new IllegalStateException(unlikeTheJdk);
        }
    }
}
