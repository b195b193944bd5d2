package org.romdoul.journal.sealing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.romdoul.ledger.write.Leaf;
import org.romdoul.ledger.write.Tree;

/** Leaves in the making: each takes the next index of the tree and the next place of its chain. */
final class Batch {

    private final Tree tree;
    private final Map<ChainId, ChainHead> heads;
    private final Map<ChainId, ChainHead> moved = new HashMap<>();
    private final List<SealedLeaf> leaves = new ArrayList<>();

    /** @param heads the chains' last leaves; a chain that is absent has none yet */
    Batch(Tree tree, Map<ChainId, ChainHead> heads) {
        this.tree = tree;
        this.heads = heads;
    }

    void add(Pending fact) {
        var head = head(fact.chain());
        var leaf = new Leaf(
                tree.size(),
                head.next(fact.chain()),
                fact.recordedAt(),
                fact.noun(),
                fact.fact(),
                fact.salt(),
                fact.content());
        append(fact.chain(), head, fact.noun(), fact.fact(), leaf.bytes());
    }

    /** Tells the time: what stands before this leaf was recorded before it. */
    void addClock(Instant now, UUID id, byte[] salt) {
        var head = head(ChainId.CLOCK);
        var leaf = Leaf.clock(tree.size(), head.sequence() + 1, head.hash(), now, id, salt);
        append(ChainId.CLOCK, head, "ledger.clock", id, leaf.bytes());
    }

    List<SealedLeaf> leaves() {
        return leaves;
    }

    /** @return the heads of the chains that grew */
    Map<ChainId, ChainHead> moved() {
        return moved;
    }

    private ChainHead head(ChainId chain) {
        var fresh = moved.get(chain);
        return fresh != null ? fresh : heads.getOrDefault(chain, ChainHead.NONE);
    }

    private void append(ChainId chain, ChainHead before, String noun, UUID fact, byte[] entry) {
        var hash = Leaf.hash(entry);
        var index = tree.append(hash);
        leaves.add(new SealedLeaf(index, chain, before.sequence() + 1, noun, fact, entry, hash));
        moved.put(chain, new ChainHead(before.sequence() + 1, hash));
    }
}
