package org.romdoul.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.romdoul.ledger.Answers.accepted;
import static org.romdoul.ledger.Answers.refused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.romdoul.ledger.read.ConsistencyProof;
import org.romdoul.ledger.read.InclusionProof;
import org.romdoul.ledger.read.TreeHash;
import org.romdoul.ledger.write.Proofs;

/**
 * Proofs bent in every way that transparency-dev/merkle's test data bends them, and some more, over many sizes: all are
 * refused. Some popular verifiers accept a bent index or size with the path unchanged.
 */
class MerkleRefusalTest {

    private static final int[] SIZES = {1, 2, 3, 4, 5, 6, 7, 8, 11, 15, 16, 17, 31, 33, 64, 100, 127, 128, 129, 255, 257
    };

    private final TreeHash hash = new TreeHash();
    private final Random random = new Random(6962);

    @SuppressWarnings("ArrayRecordComponent")
    private record Inclusion(long index, long size, byte[] leaf, List<byte[]> path, byte[] root) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Consistency(long from, long to, List<byte[]> path, byte[] earlier, byte[] later) {}

    @Test
    void everyBentInclusionProofIsRefused() {
        int bent = 0;
        for (int size : SIZES) {
            StoredLog log = StoredLog.of(size);
            Proofs proofs = new Proofs(log, size);
            for (int index : places(size)) {
                Inclusion good = new Inclusion(
                        index, size, hash.leaf(log.entries.get(index)), proofs.inclusion(index), log.tree.root());
                accepted(new InclusionProof(good.index, good.size, good.path).verify(good.leaf, good.root));
                for (Map.Entry<String, Inclusion> bend : bends(good).entrySet()) {
                    Inclusion bad = bend.getValue();
                    assertThat(new InclusionProof(bad.index, bad.size, bad.path)
                                    .verify(bad.leaf, bad.root)
                                    .isAccepted())
                            .as("%d of %d, %s", index, size, bend.getKey())
                            .isFalse();
                    bent++;
                }
            }
        }
        assertThat(bent).isGreaterThan(3_000);
    }

    private Map<String, Inclusion> bends(Inclusion good) {
        Map<String, Inclusion> bends = new LinkedHashMap<>();
        long index = good.index;
        long size = good.size;
        for (long other : new long[] {
            index - 1, index + 1, index ^ 2, index + 100, index - 256, size, size + 1, -1, Long.MAX_VALUE, ~index
        }) {
            bends.put("index " + other, new Inclusion(other, size, good.leaf, good.path, good.root));
        }
        for (long other : otherSizes(index, size)) {
            bends.put("size " + other, new Inclusion(index, other, good.leaf, good.path, good.root));
        }
        bentPaths(good.path, good.root)
                .forEach((how, path) -> bends.put(how, new Inclusion(index, size, good.leaf, path, good.root)));
        bentHashes(good.root)
                .forEach((how, root) ->
                        bends.put("root " + how, new Inclusion(index, size, good.leaf, good.path, root)));
        bentHashes(good.leaf)
                .forEach((how, leaf) ->
                        bends.put("leaf " + how, new Inclusion(index, size, leaf, good.path, good.root)));
        bends.put("both empty", new Inclusion(index, size, new byte[0], good.path, new byte[0]));
        if (!Arrays.equals(good.leaf, good.root)) {
            bends.put("leaf as root", new Inclusion(index, size, good.leaf, List.of(), good.leaf));
            bends.put("exchanged", new Inclusion(index, size, good.root, good.path, good.leaf));
        }
        return bends;
    }

    /** Sizes for which a path of this length would be of the wrong shape; a same-shaped tree is the root's business. */
    private static List<Long> otherSizes(long index, long size) {
        return List.of(size * 2, size / 2, size * 256, 0L, -1L, -size, index, Long.MIN_VALUE).stream()
                .filter(other -> other <= index || !shape(index, other).equals(shape(index, size)))
                .toList();
    }

    /** What a path looks like from below: how many siblings stand left or right, as RFC 6962 splits. */
    private static String shape(long index, long size) {
        return size == 1
                ? ""
                : index < Long.highestOneBit(size - 1)
                        ? shape(index, Long.highestOneBit(size - 1)) + "r"
                        : shape(index - Long.highestOneBit(size - 1), size - Long.highestOneBit(size - 1)) + "l";
    }

    @Test
    void everyBentConsistencyProofIsRefused() {
        int bent = 0;
        for (int to : SIZES) {
            StoredLog log = StoredLog.of(to);
            Proofs proofs = new Proofs(log, to);
            for (int from : places(to + 1)) {
                Consistency good = new Consistency(
                        from,
                        to,
                        proofs.consistency(from),
                        NaiveTree.root(log.entries.subList(0, from)),
                        log.tree.root());
                accepted(new ConsistencyProof(from, to, good.path).verify(good.earlier, good.later));
                for (Map.Entry<String, Consistency> bend : bends(good).entrySet()) {
                    Consistency bad = bend.getValue();
                    assertThat(new ConsistencyProof(bad.from, bad.to, bad.path)
                                    .verify(bad.earlier, bad.later)
                                    .isAccepted())
                            .as("%d to %d, %s", from, to, bend.getKey())
                            .isFalse();
                    bent++;
                }
            }
        }
        assertThat(bent).isGreaterThan(2_000);
    }

    private Map<String, Consistency> bends(Consistency good) {
        Map<String, Consistency> bends = new LinkedHashMap<>();
        long from = good.from;
        long to = good.to;
        for (long other : new long[] {from - 1, from + 1, from ^ 2, from * 2, from / 2, to + 1, -1, Long.MIN_VALUE}) {
            if (other != from && other != 0) {
                bends.put("from " + other, new Consistency(other, to, good.path, good.earlier, good.later));
            }
        }
        bends.put("backwards", new Consistency(to + 1, to, good.path, good.later, good.earlier));
        if (from != to) {
            bends.put("exchanged sizes", new Consistency(to, from, good.path, good.earlier, good.later));
            bends.put("exchanged roots", new Consistency(from, to, good.path, good.later, good.earlier));
            bends.put("equal sizes", new Consistency(to, to, good.path, good.earlier, good.later));
        }
        bentPaths(good.path, good.later)
                .forEach((how, path) -> bends.put(how, new Consistency(from, to, path, good.earlier, good.later)));
        bentHashes(good.earlier)
                .forEach((how, root) ->
                        bends.put("earlier " + how, new Consistency(from, to, good.path, root, good.later)));
        // From the empty tree there is nothing that ties the later root: that is the signature's business.
        bentHashes(good.later).forEach((how, root) -> {
            if (from > 0 || root.length != 32) {
                bends.put("later " + how, new Consistency(from, to, good.path, good.earlier, root));
            }
        });
        bends.put("both empty", new Consistency(from, to, good.path, new byte[0], new byte[0]));
        return bends;
    }

    private Map<String, List<byte[]>> bentPaths(List<byte[]> path, byte[] root) {
        Map<String, List<byte[]>> bends = new LinkedHashMap<>();
        bends.put("longer by a zero hash", with(path, path.size(), new byte[32]));
        bends.put("longer by the root", with(path, path.size(), root));
        bends.put("longer by nothing", with(path, path.size(), new byte[0]));
        bends.put("longer before", with(path, 0, new byte[32]));
        bends.put(
                "longer by 64",
                with(path, path.size(), Collections.nCopies(64, root).toArray(byte[][]::new)));
        if (!path.isEmpty()) {
            bends.put("empty", List.of());
            bends.put("shorter before", path.subList(1, path.size()));
            bends.put("shorter after", path.subList(0, path.size() - 1));
            bends.put("first twice", with(path, 0, path.get(0)));
            bends.put("last twice", with(path, path.size(), path.get(path.size() - 1)));
            int at = random.nextInt(path.size());
            bentHashes(path.get(at)).forEach((how, bent) -> {
                List<byte[]> copy = new ArrayList<>(path);
                copy.set(at, bent);
                bends.put("hash " + at + " " + how, copy);
            });
        }
        if (path.size() > 1) {
            List<byte[]> reversed = new ArrayList<>(path);
            Collections.reverse(reversed);
            bends.put("reversed", reversed);
            List<byte[]> swapped = new ArrayList<>(path);
            Collections.swap(swapped, 0, 1);
            bends.put("swapped", swapped);
        }
        return bends;
    }

    private Map<String, byte[]> bentHashes(byte[] good) {
        byte[] flipped = good.clone();
        flipped[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
        byte[] longer = Arrays.copyOf(good, 33);
        return Map.of(
                "flipped",
                flipped,
                "31 bytes",
                Arrays.copyOf(good, 31),
                "33 bytes",
                longer,
                "empty",
                new byte[0],
                "zero",
                new byte[32]);
    }

    private static List<byte[]> with(List<byte[]> path, int at, byte[]... more) {
        List<byte[]> longer = new ArrayList<>(path);
        longer.addAll(at, Arrays.asList(more));
        return longer;
    }

    private static int[] places(int size) {
        return size <= 17
                ? IntStream.range(0, size).toArray()
                : new int[] {0, 1, 2, size / 2 - 1, size / 2, size - 2, size - 1};
    }

    @Test
    void saysWhatIsWrong() {
        StoredLog log = StoredLog.of(5);
        List<byte[]> path = new Proofs(log, 5).inclusion(2);
        byte[] leaf = hash.leaf(log.entries.get(2));
        byte[] root = log.tree.root();
        assertThat(refused(new InclusionProof(5, 5, path).verify(leaf, root))).contains("outside");
        assertThat(refused(new InclusionProof(2, 5, path.subList(0, 1)).verify(leaf, root)))
                .contains("too short");
        assertThat(refused(new InclusionProof(2, 5, with(path, 0, root)).verify(leaf, root)))
                .contains("too long");
        assertThat(refused(new InclusionProof(2, 5, path).verify(root, root))).contains("elsewhere");
        assertThat(refused(new InclusionProof(2, 5, path).verify(new byte[31], root)))
                .contains("32 bytes");
        assertThat(refused(new InclusionProof(2, 5, with(path, 0, new byte[33])).verify(leaf, root)))
                .contains("32 bytes");
        List<byte[]> climb = new Proofs(log, 5).consistency(3);
        byte[] earlier = NaiveTree.root(log.entries.subList(0, 3));
        assertThat(refused(new ConsistencyProof(5, 3, climb).verify(earlier, root)))
                .contains("smaller");
        assertThat(refused(new ConsistencyProof(3, 5, List.of()).verify(earlier, root)))
                .contains("too short");
        assertThat(refused(new ConsistencyProof(3, 5, climb.subList(0, 2)).verify(earlier, root)))
                .contains("too short");
        assertThat(refused(new ConsistencyProof(3, 5, with(climb, 4, root)).verify(earlier, root)))
                .contains("too long");
        assertThat(refused(new ConsistencyProof(3, 5, climb).verify(root, root)))
                .contains("does not extend");
        assertThat(refused(new ConsistencyProof(5, 5, List.of(root)).verify(root, root)))
                .contains("too long");
        assertThat(refused(new ConsistencyProof(5, 5, List.of()).verify(earlier, root)))
                .contains("two roots");
        assertThat(refused(new ConsistencyProof(0, 5, List.of()).verify(earlier, root)))
                .contains("empty tree");
    }

    @Test
    void theWriterBuildsNoProofOutsideItsTree() {
        Proofs proofs = new Proofs(StoredLog.of(5), 5);
        for (long index : new long[] {-1, 5, 6}) {
            assertThatThrownBy(() -> proofs.inclusion(index)).isInstanceOf(IllegalArgumentException.class);
        }
        for (long from : new long[] {-1, 6}) {
            assertThatThrownBy(() -> proofs.consistency(from)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Proofs(StoredLog.of(1), -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
