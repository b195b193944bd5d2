package org.romdoul.ledger.read;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What proofs ask of hashes, and how files and requests spell them. */
final class Hashes {

    private static final int MAX_LINES = 63;

    private Hashes() {}

    /** A proof's hashes, one in base64 on each line, at most 63; else null. */
    static @Nullable List<byte[]> lines(List<String> lines) {
        List<byte[]> hashes = new ArrayList<>();
        for (String line : lines) {
            byte[] hash = Strict.base64(line);
            if (hash == null || hash.length != TreeHash.LENGTH || hashes.size() == MAX_LINES) {
                return null;
            }
            hashes.add(hash);
        }
        return hashes;
    }

    static boolean wellFormed(byte[] one, byte[] other, List<byte[]> path) {
        return one.length == TreeHash.LENGTH
                && other.length == TreeHash.LENGTH
                && path.stream().allMatch(hash -> hash.length == TreeHash.LENGTH);
    }

    static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }
}
