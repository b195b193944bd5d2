package org.romdoul.ledger.witness;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.romdoul.ledger.StoredLog;
import org.romdoul.ledger.write.AddCheckpoint;
import org.romdoul.ledger.write.Checkpoint;
import org.romdoul.ledger.write.LogSigner;
import org.romdoul.ledger.write.Proofs;

/** The log as one machine has it: after a restored backup, or in the hands of whoever stole the key, there are several. */
final class Lineage {

    final StoredLog log = new StoredLog();
    final long[] signedLast;

    Lineage(int witnesses) {
        signedLast = new long[witnesses];
    }

    /** What a backup holds: the log, and what was known of the witnesses then. */
    Lineage copy() {
        Lineage copy = new Lineage(signedLast.length);
        log.entries.forEach(copy.log::append);
        copy.log.commit();
        System.arraycopy(signedLast, 0, copy.signedLast, 0, signedLast.length);
        return copy;
    }

    void append(int leaf) {
        log.append(("leaf " + leaf).getBytes(StandardCharsets.US_ASCII));
    }

    long size() {
        return log.tree.size();
    }

    byte[] checkpoint(LogSigner signer) {
        log.commit();
        return new Checkpoint(signer.origin(), size(), log.tree.root()).signed(signer);
    }

    /** @param old where the proof begins; beyond the log's size there is none, and it is sent all the same */
    byte[] request(LogSigner signer, long old) {
        byte[] note = checkpoint(signer);
        List<byte[]> proof = old <= size() ? new Proofs(log, size()).consistency(old) : List.of();
        return AddCheckpoint.bytes(old, proof, note);
    }

    /** Whether this tree begins with all of that one. */
    static boolean extended(List<byte[]> earlier, List<byte[]> later) {
        return earlier.size() <= later.size()
                && Arrays.deepEquals(
                        earlier.toArray(), later.subList(0, earlier.size()).toArray());
    }
}
