package org.romdoul.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.romdoul.ledger.write.Chain;
import org.romdoul.ledger.write.Checkpoint;
import org.romdoul.ledger.write.Leaf;
import org.romdoul.ledger.write.LogSigner;
import org.romdoul.ledger.write.Proofs;
import org.romdoul.ledger.write.SigningKey;
import org.romdoul.ledger.write.Tile;
import org.romdoul.ledger.write.TlogProof;
import org.romdoul.ledger.write.Tree;

/** A log of an invented country, the same bytes each time: keys, ids, salts and times come from one seed. */
final class ExampleLog {

    private static final Instant BEGIN = Instant.parse("2026-11-24T01:00:00Z");

    private record Head(long sequence, byte[] hash) {}

    private final String origin;
    private final LogSigner signer;
    private final Random random;
    private final Tree tree = new Tree();
    private final Map<String, Tile> tiles = new HashMap<>();
    private final Map<String, Head> heads = new HashMap<>();
    private final List<byte[]> leaves = new ArrayList<>();

    ExampleLog(String origin, int seed) {
        this.origin = origin;
        this.random = new Random(seed);
        this.signer = new LogSigner(origin, key(seed));
    }

    static SigningKey key(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return SigningKey.ofSeed(bytes);
    }

    String vkey() {
        return signer.vkey();
    }

    UUID id() {
        long high = random.nextLong() & 0xff_ffff_0fffL | 0x0193_5a00_0000_7000L;
        return new UUID(high, random.nextLong() >>> 2 | 1L << 63);
    }

    byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** When the next leaf is recorded. */
    Instant now() {
        return BEGIN.plusMillis(41_357L * leaves.size());
    }

    /** Appends a leaf, and answers its index. */
    long add(UUID scope, String label, String table, UUID id, String row) {
        Head head = heads.getOrDefault(scope + label, new Head(0, Chain.first()));
        Chain chain = new Chain(scope, label, head.sequence() + 1, head.hash());
        byte[] content = row.getBytes(StandardCharsets.UTF_8);
        byte[] leaf = new Leaf(leaves.size(), chain, now(), table, id, random(16), content).bytes();
        heads.put(scope + label, new Head(chain.sequence(), Leaf.hash(leaf)));
        return add(leaf);
    }

    /** A leaf that tells the time, as the sequencer adds them. */
    void clock() {
        Head head = heads.getOrDefault("clock", new Head(0, Chain.first()));
        byte[] leaf = Leaf.clock(leaves.size(), head.sequence() + 1, head.hash(), now(), id(), random(16))
                .bytes();
        heads.put("clock", new Head(head.sequence() + 1, Leaf.hash(leaf)));
        add(leaf);
    }

    private long add(byte[] leaf) {
        leaves.add(leaf);
        long index = tree.append(Leaf.hash(leaf));
        for (Tile tile : tree.takeChangedTiles()) {
            tiles.put(tile.level() + "/" + tile.index(), tile);
        }
        return index;
    }

    byte[] leaf(long index) {
        return leaves.get((int) index);
    }

    long size() {
        return leaves.size();
    }

    Checkpoint checkpoint() {
        return new Checkpoint(origin, size(), tree.root());
    }

    /** The checkpoint as the log alone signed it. */
    byte[] signed() {
        return checkpoint().signed(signer);
    }

    /** The proof file of a leaf under a note of this log's size. */
    byte[] proof(long index, byte[] note) {
        return TlogProof.bytes(index, path(index), note);
    }

    List<byte[]> path(long index) {
        return new Proofs(
                        (level, n, width) -> Arrays.copyOf(
                                Objects.requireNonNull(tiles.get(level + "/" + n))
                                        .hashes(),
                                32 * width),
                        size())
                .inclusion(index);
    }
}
