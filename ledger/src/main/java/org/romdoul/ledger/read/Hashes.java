package org.romdoul.ledger.read;

import java.security.MessageDigest;
import java.util.List;

/** What both proofs ask of hashes. */
final class Hashes {

    private Hashes() {}

    static boolean wellFormed(byte[] one, byte[] other, List<byte[]> path) {
        return one.length == TreeHash.LENGTH
                && other.length == TreeHash.LENGTH
                && path.stream().allMatch(hash -> hash.length == TreeHash.LENGTH);
    }

    static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }
}
