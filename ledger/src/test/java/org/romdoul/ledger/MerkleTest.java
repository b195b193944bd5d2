package org.romdoul.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.romdoul.ledger.Answers.accepted;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.romdoul.ledger.read.ConsistencyProof;
import org.romdoul.ledger.read.Frontier;
import org.romdoul.ledger.read.InclusionProof;
import org.romdoul.ledger.read.Tile;
import org.romdoul.ledger.read.TilePath;
import org.romdoul.ledger.read.TreeHash;
import org.romdoul.ledger.write.Proofs;
import org.romdoul.ledger.write.Tree;

class MerkleTest {

    private static final int SIZES = 131;

    private final TreeHash hash = new TreeHash();

    @Test
    void hashesThePublishedLeafAndNodes() {
        // The constants are those of RFC 6962 implementations at large: Certificate Transparency's own test.
        assertThat(hex(hash.empty())).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(hex(hash.leaf(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(hex(hash.leaf(ascii("L123456"))))
                .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
        assertThat(hex(hash.node(ascii("N123"), ascii("N456"))))
                .isEqualTo("aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb");
    }

    @Test
    void threeHandsFindOneRootForEverySize() {
        StoredLog log = new StoredLog();
        Frontier frontier = new Frontier();
        for (int size = 0; size <= 600; size++) {
            if (size <= SIZES || size % 37 == 0) {
                assertThat(log.tree.root()).isEqualTo(NaiveTree.root(log.entries));
            }
            assertThat(log.tree.root()).isEqualTo(frontier.root());
            log.append(ascii("entry " + size));
            frontier.append(hash.leaf(ascii("entry " + size)));
            assertThat(log.tree.size()).isEqualTo(frontier.size()).isEqualTo(size + 1);
        }
    }

    @Test
    void everyInclusionUpToOneHundredThirtyIsBuiltAndVerified() {
        for (int size = 1; size < SIZES; size++) {
            StoredLog log = StoredLog.of(size);
            Proofs proofs = new Proofs(log, size);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = proofs.inclusion(index);
                assertThat(path).containsExactlyElementsOf(NaiveTree.path(index, log.entries));
                accepted(new InclusionProof(index, size, path)
                        .verify(hash.leaf(log.entries.get(index)), log.tree.root()));
            }
        }
    }

    @Test
    void everyConsistencyUpToOneHundredThirtyIsBuiltAndVerified() {
        List<byte[]> entries = StoredLog.of(SIZES).entries;
        List<byte[]> roots = IntStream.range(0, SIZES)
                .mapToObj(size -> NaiveTree.root(entries.subList(0, size)))
                .toList();
        for (int to = 0; to < SIZES; to++) {
            Proofs proofs = new Proofs(StoredLog.of(to), to);
            for (int from = 0; from <= to; from++) {
                List<byte[]> path = proofs.consistency(from);
                if (from > 0) {
                    assertThat(path).containsExactlyElementsOf(NaiveTree.proof(from, entries.subList(0, to)));
                }
                accepted(new ConsistencyProof(from, to, path).verify(roots.get(from), roots.get(to)));
            }
        }
    }

    @Test
    void proofsReachAcrossTileLevels() {
        int size = 70_000;
        StoredLog log = StoredLog.of(size);
        Proofs proofs = new Proofs(log, size);
        for (int index : new int[] {0, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999}) {
            accepted(new InclusionProof(index, size, proofs.inclusion(index))
                    .verify(hash.leaf(log.entries.get(index)), log.tree.root()));
        }
        for (int from : new int[] {1, 256, 257, 65_535, 65_536, 65_537, 69_999, 70_000}) {
            accepted(new ConsistencyProof(from, size, proofs.consistency(from))
                    .verify(rootOfFirst(log, from), log.tree.root()));
        }
        // The specification's own example of what such a tree holds.
        assertThat(log.stored.keySet().stream().filter(key -> key.startsWith("0/")))
                .hasSize(274);
        assertThat(log.stored.get("0/273")).hasSize(112 * 32);
        assertThat(log.stored.get("1/0")).hasSize(256 * 32);
        assertThat(log.stored.get("1/1")).hasSize(17 * 32);
        assertThat(log.stored.get("2/0")).hasSize(32);
        assertThat(log.stored).hasSize(274 + 2 + 1);
    }

    @Test
    void aFullTilesRootIsItsHashInTheLevelAbove() {
        StoredLog log = StoredLog.of(512);
        for (int index = 0; index < 2; index++) {
            Tile below = accepted(Tile.parse(log.tile(0, index, 256), 256));
            Tile above = accepted(Tile.parse(log.tile(1, 0, 2), 2));
            assertThat(below.root()).isEqualTo(above.hash(index));
        }
    }

    @Test
    void givesOnlyTilesThatChangedAndThatATreeOfThatSizeHolds() {
        StoredLog log = new StoredLog();
        for (int size = 1; size <= 1030; size++) {
            log.append(ascii("entry " + size));
            if (size % 7 == 0) {
                log.commit()
                        .forEach(tile -> assertThat(tile.width())
                                .isEqualTo(TilePath.width(log.tree.size(), tile.level(), tile.index())));
                assertThat(log.commit()).isEmpty();
            }
        }
    }

    @Test
    void aRestartedSequencerContinuesTheSameTree() {
        StoredLog straight = StoredLog.of(800);
        StoredLog restarted = new StoredLog();
        for (byte[] entry : straight.entries) {
            if (restarted.tree.size() % 13 == 0) {
                restarted.commit();
                restarted = restarted.restarted();
            }
            restarted.append(entry);
        }
        restarted.commit();
        assertThat(restarted.tree.root()).isEqualTo(straight.tree.root());
        assertThat(restarted.stored.keySet()).isEqualTo(straight.stored.keySet());
        for (String place : straight.stored.keySet()) {
            assertThat(restarted.stored.get(place)).as(place).isEqualTo(straight.stored.get(place));
        }
    }

    @Test
    void anAppendedLeafLearnsItsPlace() {
        Tree tree = new Tree();
        for (long index = 0; index < 300; index++) {
            assertThat(tree.append(new byte[32])).isEqualTo(index);
        }
        assertThatThrownBy(() -> tree.append(new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Frontier().append(new byte[33])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotContinueADamagedLog() {
        StoredLog log = StoredLog.of(300);
        log.stored.computeIfPresent("1/0", (place, hashes) -> new byte[hashes.length]);
        assertThatThrownBy(log::restarted).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Tree.restore(300, log.tree.root(), (level, index, width) -> new byte[7]))
                .isInstanceOf(IllegalStateException.class);
    }

    private byte[] rootOfFirst(StoredLog log, int size) {
        Frontier frontier = new Frontier();
        log.entries.subList(0, size).forEach(entry -> frontier.append(hash.leaf(entry)));
        return frontier.root();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
