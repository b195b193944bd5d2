package org.romdoul.journal.sealing;

import java.util.UUID;
import org.romdoul.ledger.write.Chain;

/** A chain of leaves: of which scope, its facts or its readings. */
record ChainId(UUID scope, String label) {

    static final ChainId CLOCK = new ChainId(Chain.NOBODY, Chain.CLOCK);
}
