package org.romdoul.ledger.write;

import java.util.Arrays;

/** A perfect subtree whose lowest hashes lie side by side in a tile. */
final class Subtree {

    private Subtree() {}

    /** The head over {@code count} hashes, a power of two, from the hash at {@code from} on. */
    static byte[] head(Sha256 sha256, byte[] hashes, int from, int count) {
        if (count == 1) {
            return Arrays.copyOfRange(hashes, from * Sha256.LENGTH, (from + 1) * Sha256.LENGTH);
        }
        int half = count / 2;
        return sha256.node(head(sha256, hashes, from, half), head(sha256, hashes, from + half, half));
    }
}
