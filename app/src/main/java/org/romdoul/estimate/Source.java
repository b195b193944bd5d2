package org.romdoul.estimate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The figures an estimate rests on, so that another can see that hers are the same.
 *
 * @param sha256 of the file, byte for byte, in hexadecimal
 * @param rows without the header
 */
public record Source(String sha256, int rows) {

    static Source of(byte[] file, int rows) {
        return new Source(sha256(file), rows);
    }

    /** @return the hash of the bytes as they came, so that {@code sha256sum} gives the same */
    public static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
