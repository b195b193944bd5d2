package org.romdoul.journal.sealing;

import org.romdoul.ledger.write.Chain;

/** The last leaf of a chain. */
record ChainHead(long sequence, byte[] hash) {

    static final ChainHead NONE = new ChainHead(0, Chain.first());

    /** @return the place of the leaf that comes next */
    Chain next(ChainId chain) {
        return new Chain(chain.scope(), chain.label(), sequence + 1, hash);
    }
}
