package org.romdoul.journal.sealing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.romdoul.ledger.read.Checkpoint;
import org.romdoul.ledger.read.Note;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.write.Tiles;
import org.springframework.modulith.NamedInterface;

/** The log that grows, as outsiders see it: its signed heads, the tiles of its tree, and to auditors its entries. */
@NamedInterface("sealing")
public final class PublishedLog {

    /**
     * A signed head.
     *
     * @param size leaves under it
     * @param note the checkpoint with the log's signature
     */
    @NamedInterface("sealing")
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    public record Head(long size, byte[] note) {}

    private static final int HASH = 32;

    private final LogRows rows;
    private final GrowingLog log;

    PublishedLog(LogRows rows, GrowingLog log) {
        this.rows = rows;
        this.log = log;
    }

    /** Which of the record's logs, from 1. */
    public int number() {
        return log.number();
    }

    public String origin() {
        return log.signer().origin();
    }

    /** The log's public key, as witnesses and courts write it into their policy. */
    public String vkey() {
        return log.signer().vkey();
    }

    /** The newest head, witnessed or not; nothing before the first seal. */
    public Optional<Head> head() {
        return rows.head().map(note -> new Head(checkpoint(note).size(), note));
    }

    /** Hashes of the tree, from which proofs are made. */
    public Tiles tiles() {
        return (level, n, width) -> tile(level, n)
                .filter(hashes -> hashes.length >= width * HASH)
                .map(hashes -> Arrays.copyOf(hashes, width * HASH))
                .orElseThrow(() -> new IllegalStateException("tile " + level + "/" + n + " is missing"));
    }

    /** A stored tile, full or as wide as the tree's edge is now. */
    public Optional<byte[]> tile(int level, long n) {
        return rows.tile(level, n);
    }

    /** Leaves as they were sealed, in order; fewer where the log ends. */
    public List<byte[]> entries(long from, int count) {
        return rows.entries(from, count);
    }

    static Checkpoint checkpoint(byte[] note) {
        return switch (Note.parse(note).then(signed -> Checkpoint.parse(signed.text()))) {
            case Outcome.Accepted<Checkpoint> accepted -> accepted.value();
            case Outcome.Refused<Checkpoint> refused ->
                throw new IllegalStateException("the stored checkpoint cannot be read: " + refused.reason());
        };
    }
}
