package org.romdoul.ledger;

import org.romdoul.ledger.write.Proofs;
import org.romdoul.ledger.write.TlogProof;

/** Proof files for a log in memory. */
final class TlogProofs {

    private TlogProofs() {}

    static byte[] write(long index, StoredLog log, byte[] note) {
        return TlogProof.bytes(index, new Proofs(log, log.tree.size()).inclusion(index), note);
    }
}
