package org.romdoul.ledger.read;

import java.util.List;
import java.util.Objects;

/**
 * That a leaf stands at one place in a tree: verified as in RFC 9162 section 2.1.3.2.
 *
 * <p>An index outside the tree, hashes of another length than 32 bytes and a path that is not used up are refused, which
 * some implementations forget.
 *
 * @param index the leaf's place, from 0
 * @param size leaves in the tree
 * @param path sibling hashes from the leaf to the root
 */
public record InclusionProof(long index, long size, List<byte[]> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Accepts this proof when it leads from the leaf's hash to the root. */
    public Outcome<InclusionProof> verify(byte[] leafHash, byte[] root) {
        Objects.requireNonNull(leafHash);
        Objects.requireNonNull(root);
        if (index < 0 || index >= size) {
            return Outcome.refused("the index lies outside the tree");
        }
        if (!Hashes.wellFormed(leafHash, root, path)) {
            return Outcome.refused("a hash has not 32 bytes");
        }
        TreeHash hash = new TreeHash();
        long place = index;
        long last = size - 1;
        byte[] node = leafHash;
        for (byte[] sibling : path) {
            if (last == 0) {
                return Outcome.refused("the inclusion path is too long");
            }
            if ((place & 1) == 1 || place == last) {
                node = hash.node(sibling, node);
                // At the right edge a node without sibling rises unhashed.
                while ((place & 1) == 0 && place != 0) {
                    place >>>= 1;
                    last >>>= 1;
                }
            } else {
                node = hash.node(node, sibling);
            }
            place >>>= 1;
            last >>>= 1;
        }
        if (last != 0) {
            return Outcome.refused("the inclusion path is too short");
        }
        return Hashes.same(node, root) ? Outcome.accepted(this) : Outcome.refused("the inclusion path leads elsewhere");
    }
}
