package org.romdoul.ledger.read;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;

/**
 * One fact as the log holds it: the envelope {@code romdoul.org/leaf@v1} of docs/formats/leaf.md, read strictly. Each
 * leaf has one spelling; everything else is refused.
 */
public final class Leaf {

    /** Bytes in the longest leaf: what an entry bundle can hold. */
    public static final int MAX_LENGTH = 65_535;

    /** The scope of clock leaves, which belong to nobody. */
    public static final UUID NOBODY = new UUID(0, 0);

    private static final byte[] HEAD = ascii("romdoul.org/leaf@v1\nindex ");
    private static final byte[] CHAIN = ascii("\nchain ");
    private static final byte[] RECORDED = ascii("\nrecorded ");
    private static final byte[] FACT = ascii("\nfact ");
    private static final byte[] SALT = ascii("\nsalt ");
    private static final byte[] ROW = ascii("\nrow ");
    private static final byte[] CLOCK = ascii("clock");
    private static final byte[] LEDGER_CLOCK = ascii("ledger.clock");
    private static final byte[] FIRST = new byte[TreeHash.LENGTH];

    private final byte[] bytes;
    private final long index;
    private final UUID scope;
    private final int labelFrom;
    private final int labelTo;
    private final long sequence;
    private final byte[] previous;
    private final long micros;
    private final int tableFrom;
    private final int tableTo;
    private final UUID id;
    private final byte[] salt;
    private final int rowFrom;

    private Leaf(byte[] bytes, LeafScan scan) {
        this.bytes = bytes;
        scan.literal(HEAD);
        index = scan.decimal();
        scan.literal(CHAIN);
        scope = scan.uuid();
        scan.one('/');
        labelFrom = scan.at();
        scan.word();
        labelTo = scan.at();
        scan.one(' ');
        sequence = scan.decimal();
        scan.one(' ');
        previous = scan.base64(TreeHash.LENGTH);
        scan.literal(RECORDED);
        micros = scan.instant();
        scan.literal(FACT);
        tableFrom = scan.at();
        scan.word();
        scan.one('.');
        scan.word();
        tableTo = scan.at();
        scan.one(' ');
        id = scan.uuid();
        scan.literal(SALT);
        salt = scan.base64(16);
        scan.literal(ROW);
        rowFrom = scan.lastLine();
    }

    /** Reads a leaf. The array is kept, not copied, for speed over millions: do not change it afterwards. */
    public static Outcome<Leaf> parse(byte[] bytes) {
        if (bytes.length > MAX_LENGTH) {
            return Outcome.refused("the leaf is too long");
        }
        LeafScan scan = new LeafScan(bytes);
        Leaf leaf = new Leaf(bytes, scan);
        if (scan.failed()) {
            return Outcome.refused("the leaf is malformed near byte " + scan.at());
        }
        if (leaf.sequence == 0 || (leaf.sequence == 1) != Arrays.equals(leaf.previous, FIRST)) {
            return Outcome.refused("the leaf is not the first of its chain and names none before it, or the reverse");
        }
        if (leaf.isClock() != leaf.spells(leaf.labelFrom, leaf.labelTo, CLOCK)
                || (leaf.isClock() && !leaf.scope.equals(NOBODY))) {
            return Outcome.refused("the leaf is half a clock");
        }
        return Outcome.accepted(leaf);
    }

    /** Whether it only tells the time: fact {@code ledger.clock}, chain {@code clock} of nobody. */
    public boolean isClock() {
        return spells(tableFrom, tableTo, LEDGER_CLOCK);
    }

    private boolean spells(int from, int to, byte[] word) {
        return Arrays.equals(bytes, from, to, word, 0, word.length);
    }

    /** The leaf's place in the log, from 0. */
    public long index() {
        return index;
    }

    /** Whom the fact belongs to: a case, a tip, an aftercare file, an operation, the agency. */
    public UUID scope() {
        return scope;
    }

    /** The chain's label in its scope: {@code facts}, {@code readings}, {@code clock}. */
    public String label() {
        return text(labelFrom, labelTo);
    }

    /** The leaf's number in its chain, from 1. */
    public long sequence() {
        return sequence;
    }

    /** The hash of the chain's leaf before this one; 32 zero bytes in the first. */
    public byte[] previous() {
        return previous.clone();
    }

    /** When the database recorded the fact, to the microsecond. */
    public Instant recorded() {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** Schema and table, as in {@code protection.hand_over}. */
    public String table() {
        return text(tableFrom, tableTo);
    }

    /** The row's id. */
    public UUID id() {
        return id;
    }

    /** 16 random bytes, so that a public hash confirms no guess. */
    public byte[] salt() {
        return salt.clone();
    }

    /** The row as PostgreSQL's jsonb text, opaque here, without newline. */
    public byte[] row() {
        return Arrays.copyOfRange(bytes, rowFrom, bytes.length - 1);
    }

    /** The whole envelope. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The leaf hash, 32 bytes: what the tree and the next leaf of the chain hold. */
    public byte[] hash(TreeHash hash) {
        return hash.leaf(bytes);
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
