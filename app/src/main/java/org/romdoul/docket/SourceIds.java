package org.romdoul.docket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The ids of what a docket brings, from its code and the source's own keys alone: the second time the same ones, so that what
 * is on record is found there. Name-based with SHA-256 (UUID version 8, RFC 9562, 5.8 and B.2), with the 48 bits that are
 * the time of other facts' ids left zero: a docket's cases stand in lists below the work of the day, never above.
 *
 * @param docket its code
 */
record SourceIds(String docket) {

    UUID of(String kind, String... keys) {
        var name = new StringBuilder("romdoul docket");
        name.append(part(docket)).append(part(kind));
        for (var key : keys) name.append(part(key));
        var hash = ByteBuffer.wrap(sha256(name.toString()));
        var high = 0x8000L | hash.getShort() & 0xFFFL;
        var low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    // With its length before it, so that no two lists of keys read alike.
    private static String part(String key) {
        return " " + key.length() + ":" + key;
    }

    private static byte[] sha256(String name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
