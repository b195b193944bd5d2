package org.romdoul.journal.sealing;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.romdoul.ledger.write.Checkpoint;
import org.romdoul.ledger.write.LogSigner;
import org.romdoul.ledger.write.Tiles;
import org.romdoul.ledger.write.Tree;
import org.springframework.modulith.NamedInterface;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one hand that seals: takes what is pending, makes leaves of it, and stores leaves, tiles and the signed checkpoint in
 * one transaction, so that a fact is either pending or sealed whatever breaks. Everything that is pending goes into one
 * batch (group commit): writers never wait for each other.
 */
@NamedInterface("sealing")
public final class Sequencer {

    /** Leaves in one transaction at most. */
    static final int BATCH = 5_000;

    /** A checkpoint has no time in it: a clock leaf this often bounds when the leaves before it were recorded. */
    public static final Duration CLOCK = Duration.ofMinutes(1);

    /** Between two looks at whether another node, which is sealing, is done. */
    private static final Duration MOMENT = Duration.ofMillis(5);

    private final LogRows rows;
    private final LogSigner signer;
    private final TransactionTemplate transaction;
    private final SecureRandom random;

    // The right edge of the tree, kept between batches; thrown away after any failure and read back.
    private @Nullable Tree tree;
    private @Nullable Instant lastClock;

    Sequencer(LogRows rows, LogSigner signer, TransactionTemplate transaction, SecureRandom random) {
        this.rows = rows;
        this.signer = signer;
        this.transaction = transaction;
        this.random = random;
    }

    /** @return the log's public key, as witnesses and courts write it into their policy */
    public String vkey() {
        return signer.vkey();
    }

    /**
     * Seals one batch.
     *
     * @return how many facts were sealed; 0 where none wait, or another node is sealing
     */
    public synchronized int seal() {
        try {
            var sealed = transaction.execute(status -> rows.lock() ? sealBatch() : 0);
            return sealed == null ? 0 : sealed;
        } catch (RuntimeException failed) {
            tree = null;
            lastClock = null;
            throw failed;
        }
    }

    /** Seals until nothing waits, whoever seals it: what a command that records much does before it ends. */
    public void sealAll() throws InterruptedException {
        while (seal() > 0 || rows.isWaiting()) Thread.sleep(MOMENT);
    }

    /** Seals one fact alone, in the caller's transaction: the first leaf of a log that begins with it. */
    void sealFirst(UUID fact) {
        var growing = new Tree();
        var first = rows.pending(fact);
        var batch =
                new Batch(growing, rows.heads(first.stream().map(Pending::chain).toList()));
        first.forEach(batch::add);
        store(batch, growing, first);
    }

    private int sealBatch() {
        if (rows.isSucceeded())
            throw new LogUnusable(
                    "Another log has succeeded " + signer.origin() + ". Nothing is sealed here: start anew.");
        var growing = currentTree();
        var pending = rows.pending(BATCH);
        var now = rows.now();
        // Not while more waits: what stands after a clock was recorded after it, however long sealing stood still.
        var clockDue = pending.size() < BATCH && (lastClock == null || !now.isBefore(lastClock.plus(CLOCK)));
        if (pending.isEmpty() && !clockDue) return 0;

        var chains = pending.stream().map(Pending::chain).collect(Collectors.toSet());
        chains.add(ChainId.CLOCK);
        var batch = new Batch(growing, rows.heads(chains));
        pending.forEach(batch::add);
        if (clockDue) batch.addClock(now, random(), salt());
        store(batch, growing, pending);
        if (clockDue) lastClock = now;
        return pending.size();
    }

    private void store(Batch batch, Tree growing, List<Pending> pending) {
        rows.add(batch.leaves());
        rows.move(batch.moved());
        rows.put(growing.takeChangedTiles());
        rows.addCheckpoint(
                growing.size(), new Checkpoint(signer.origin(), growing.size(), growing.root()).signed(signer));
        if (!pending.isEmpty()) rows.done(pending);
    }

    /** The tree this node knows, unless another node has sealed since, or this one failed. */
    private Tree currentTree() {
        var head = rows.head().map(PublishedLog::checkpoint).orElse(null);
        var size = head == null ? 0 : head.size();
        if (tree == null || tree.size() != size) {
            tree = head == null ? new Tree() : Tree.restore(size, head.root(), stored());
            lastClock = rows.lastClock().map(ClockLeaf::at).orElse(null);
        }
        return tree;
    }

    private Tiles stored() {
        return (level, n, width) -> {
            var hashes = rows.tile(level, n).orElseThrow(() -> new IllegalStateException("a tile is missing"));
            return java.util.Arrays.copyOf(hashes, width * 32);
        };
    }

    private UUID random() {
        var bytes = salt();
        return UUID.nameUUIDFromBytes(bytes);
    }

    private byte[] salt() {
        var salt = new byte[16];
        random.nextBytes(salt);
        return salt;
    }

    /** Reads the time out of a clock leaf: its {@code recorded} line. */
    private static final class ClockLeaf {
        static Instant at(byte[] entry) {
            var text = new String(entry, StandardCharsets.UTF_8);
            var line = text.lines()
                    .filter(each -> each.startsWith("recorded "))
                    .findFirst()
                    .orElseThrow();
            return Instant.parse(line.substring("recorded ".length()));
        }
    }
}
