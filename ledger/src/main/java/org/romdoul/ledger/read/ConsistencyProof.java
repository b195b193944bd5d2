package org.romdoul.ledger.read;

import java.util.List;
import java.util.Objects;

/**
 * That a tree extends a smaller one and changed nothing in it: verified as in RFC 9162 section 2.1.4.2.
 *
 * <p>From the empty tree, and between equal sizes, the path is empty (C2SP tlog-witness); the roots are still checked.
 *
 * @param from leaves in the earlier tree
 * @param to leaves in the later tree, at least {@code from}
 * @param path hashes in the order of RFC 6962 section 2.1.2
 */
public record ConsistencyProof(long from, long to, List<byte[]> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Accepts this proof when it leads to the root of both trees. */
    public Outcome<ConsistencyProof> verify(byte[] earlierRoot, byte[] laterRoot) {
        Objects.requireNonNull(earlierRoot);
        Objects.requireNonNull(laterRoot);
        if (from < 0 || from > to) {
            return Outcome.refused("the later tree is smaller");
        }
        if (!Hashes.wellFormed(earlierRoot, laterRoot, path)) {
            return Outcome.refused("a hash has not 32 bytes");
        }
        if (from == 0 || from == to) {
            return withoutPath(earlierRoot, laterRoot);
        }
        return path.isEmpty() ? Outcome.refused("the consistency path is too short") : climb(earlierRoot, laterRoot);
    }

    private Outcome<ConsistencyProof> withoutPath(byte[] earlierRoot, byte[] laterRoot) {
        if (!path.isEmpty()) {
            return Outcome.refused("the consistency path is too long");
        }
        if (from == 0 && !Hashes.same(earlierRoot, new TreeHash().empty())) {
            return Outcome.refused("the empty tree has another root");
        }
        if (from == to && !Hashes.same(earlierRoot, laterRoot)) {
            return Outcome.refused("two roots for one size");
        }
        return Outcome.accepted(this);
    }

    private Outcome<ConsistencyProof> climb(byte[] earlierRoot, byte[] laterRoot) {
        // The earlier tree's last perfect subtree is where both ways up begin; a power of two is that subtree itself.
        boolean perfect = Long.bitCount(from) == 1;
        int rise = Long.numberOfTrailingZeros(from);
        long place = (from - 1) >>> rise;
        long last = (to - 1) >>> rise;
        byte[] earlier = perfect ? earlierRoot : path.get(0);
        byte[] later = earlier;
        TreeHash hash = new TreeHash();
        for (byte[] sibling : path.subList(perfect ? 0 : 1, path.size())) {
            if (last == 0) {
                return Outcome.refused("the consistency path is too long");
            }
            if ((place & 1) == 1 || place == last) {
                earlier = hash.node(sibling, earlier);
                later = hash.node(sibling, later);
                while ((place & 1) == 0 && place != 0) {
                    place >>>= 1;
                    last >>>= 1;
                }
            } else {
                later = hash.node(later, sibling);
            }
            place >>>= 1;
            last >>>= 1;
        }
        if (last != 0) {
            return Outcome.refused("the consistency path is too short");
        }
        return Hashes.same(earlier, earlierRoot) && Hashes.same(later, laterRoot)
                ? Outcome.accepted(this)
                : Outcome.refused("the later tree does not extend the earlier");
    }
}
