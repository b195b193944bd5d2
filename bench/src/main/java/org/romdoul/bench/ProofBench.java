package org.romdoul.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.romdoul.ledger.read.InclusionProof;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.write.Leaf;
import org.romdoul.ledger.write.Proofs;
import org.romdoul.ledger.write.Tiles;
import org.romdoul.ledger.write.Tree;

/**
 * Inclusion proofs (RFC 6962) verified a second by one thread, by turns with what no verifier can do without: as many SHA-256
 * of 65 bytes as the paths are long.
 */
public final class ProofBench {

    private static final int LEAVES = Integer.getInteger("bench.leaves", 1_000_000);
    private static final int PROOFS = 20_000;
    private static final int ROUNDS = 7;

    private record Claim(InclusionProof proof, byte[] leaf) {}

    private ProofBench() {}

    public static void main(String[] arguments) throws Exception {
        Machine.introduce(ProofBench.class);
        var tree = new Tree();
        var leaves = new byte[LEAVES][];
        for (var i = 0; i < LEAVES; i++) {
            leaves[i] = Leaf.hash(("entry " + i).getBytes(StandardCharsets.US_ASCII));
            tree.append(leaves[i]);
        }
        var stored = new HashMap<String, byte[]>();
        for (var tile : tree.takeChangedTiles()) stored.put(tile.level() + "/" + tile.index(), tile.hashes());
        Tiles tiles = (level, n, width) -> Arrays.copyOf(stored.get(level + "/" + n), width * 32);
        var proofs = new Proofs(tiles, LEAVES);
        var claims = new SplittableRandom(1)
                .ints(PROOFS, 0, LEAVES)
                .mapToObj(i -> new Claim(new InclusionProof(i, LEAVES, proofs.inclusion(i)), leaves[i]))
                .toList();
        var root = tree.root();
        var digest = MessageDigest.getInstance("SHA-256");
        var verified = new ArrayList<Double>();
        var hashed = new ArrayList<Double>();
        for (var round = -3; round < ROUNDS; round++) {
            var one = perSecond(() -> verify(claims, root));
            var other = perSecond(() -> hash(claims, digest));
            if (round >= 0) verified.add(one);
            if (round >= 0) hashed.add(other);
        }
        System.out.println("| | a second, one thread |");
        System.out.println("|---|---|");
        System.out.printf(
                Locale.ROOT,
                "| inclusion proofs verified, tree of %,d leaves | %,.0f |%n| the SHA-256 of their paths alone | %,.0f |%n| ratio | %.2f |%n",
                LEAVES,
                median(verified),
                median(hashed),
                median(verified) / median(hashed));
        Machine.leave();
    }

    private static long verify(List<Claim> claims, byte[] root) {
        for (var claim : claims)
            if (!(claim.proof().verify(claim.leaf(), root) instanceof Outcome.Accepted))
                throw new IllegalStateException("a good proof was refused");
        return claims.size();
    }

    private static long hash(List<Claim> claims, MessageDigest digest) {
        var node = new byte[65];
        for (var claim : claims)
            for (var i = 0; i < claim.proof().path().size(); i++) {
                digest.update(node);
                node[1] = digest.digest()[0];
            }
        return claims.size();
    }

    private static double perSecond(LongSupplier work) {
        var began = System.nanoTime();
        var done = 0L;
        while (System.nanoTime() - began < 1_000_000_000L) done += work.getAsLong();
        return done / ((System.nanoTime() - began) / 1e9);
    }

    private static double median(List<Double> all) {
        return Seconds.median(all, Double::doubleValue);
    }
}
