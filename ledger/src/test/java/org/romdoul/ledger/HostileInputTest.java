package org.romdoul.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.romdoul.ledger.read.Checkpoint;
import org.romdoul.ledger.read.Ed25519;
import org.romdoul.ledger.read.EntryBundle;
import org.romdoul.ledger.read.Leaf;
import org.romdoul.ledger.read.Note;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.Policy;
import org.romdoul.ledger.read.Tile;
import org.romdoul.ledger.read.TilePath;
import org.romdoul.ledger.read.TlogProof;
import org.romdoul.ledger.read.TreeHash;
import org.romdoul.ledger.read.VerifierKey;
import org.romdoul.ledger.write.Chain;
import org.romdoul.ledger.write.Cosigner;
import org.romdoul.ledger.write.LogSigner;
import org.romdoul.ledger.write.SigningKey;

/**
 * Good input, bent at random with a fixed seed: whatever comes in, the answer is a value. What is still accepted after a
 * bend must be what was signed.
 */
class HostileInputTest {

    private static final int ROUNDS = 4_000;
    private static final Ed25519 ED = Ed25519.jdk();

    private final Random random = new Random(8032);
    private final LogSigner log = new LogSigner("log.example/a", SigningKey.ofSeed(new byte[32]));
    private final Cosigner witness = new Cosigner("witness.example/w", SigningKey.ofSeed(seed(3)));
    private final StoredLog stored = StoredLog.of(9);
    private final org.romdoul.ledger.write.Checkpoint checkpoint =
            new org.romdoul.ledger.write.Checkpoint("log.example/a", 9, stored.tree.root());
    private final byte[] note = org.romdoul.ledger.write.Checkpoint.withLine(
            checkpoint.signed(log), witness.line(checkpoint.text(), 1_679_315_147));
    private final String policy =
            "log " + log.vkey() + " https://a.example/\nwitness w " + witness.vkey() + "\ngroup g 1 w\nquorum g\n";
    private final Policy trusted = Answers.accepted(Policy.parse(utf8(policy)));

    @Test
    void bentNotesAreAnsweredAndNeverBelieved() {
        int accepted = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bent = bend(note);
            Note.parse(bent);
            Checkpoint.parse(bent);
            if (trusted.check(bent, ED) instanceof Outcome.Accepted<Policy.Anchored> anchored) {
                accepted++;
                assertThat(anchored.value().checkpoint().root()).isEqualTo(stored.tree.root());
                assertThat(anchored.value().checkpoint().size()).isEqualTo(9);
            }
        }
        // Doubling a whole signature line is harmless; nearly everything else is not.
        assertThat(accepted).isLessThan(ROUNDS / 20);
    }

    @Test
    void bentProofsProveNothingElse() {
        byte[] file = TlogProofs.write(4, stored, note);
        byte[] leaf = new TreeHash().leaf(stored.entries.get(4));
        for (int i = 0; i < ROUNDS; i++) {
            Outcome<TlogProof.Proven> outcome =
                    TlogProof.parse(bend(file)).then(proof -> proof.verify(leaf, trusted, ED));
            if (outcome instanceof Outcome.Accepted<TlogProof.Proven> proven) {
                assertThat(proven.value().index()).isEqualTo(4);
            }
        }
    }

    @Test
    void bentPoliciesAreAnswered() {
        bendAndRead(utf8(policy), file -> Policy.parse(file).then(parsed -> parsed.check(note, ED)));
    }

    @Test
    void bentKeysAndPathsAreAnswered() {
        bendAndRead(utf8(log.vkey()), key -> VerifierKey.parse(new String(key, StandardCharsets.UTF_8)));
        bendAndRead(
                utf8("tile/0/x001/x234/067.p/15"), path -> TilePath.parse(new String(path, StandardCharsets.UTF_8)));
    }

    @Test
    void bentTilesAndBundlesAreAnswered() {
        byte[] bundle = org.romdoul.ledger.write.EntryBundle.bytes(stored.entries);
        bendAndRead(bundle, bytes -> EntryBundle.parse(bytes, 9));
        bendAndRead(stored.tile(0, 0, 9), bytes -> Tile.parse(bytes, 9));
        for (int width : new int[] {Integer.MIN_VALUE, -1, 0, 257, Integer.MAX_VALUE}) {
            Answers.refused(EntryBundle.parse(bundle, width));
            Answers.refused(Tile.parse(bundle, width));
        }
    }

    @Test
    void aBentLeafThatIsStillALeafHasOneSpelling() {
        byte[] leaf = new org.romdoul.ledger.write.Leaf(
                        1234,
                        new Chain(new java.util.UUID(1, 2), Chain.FACTS, 17, seed(5)),
                        java.time.Instant.parse("2026-11-24T03:43:43.123456Z"),
                        "protection.hand_over",
                        new java.util.UUID(3, 4),
                        new byte[16],
                        utf8("{\"id\": 1}"))
                .bytes();
        int still = 0;
        for (int i = 0; i < 20 * ROUNDS; i++) {
            byte[] bent = bend(leaf);
            if (Leaf.parse(bent) instanceof Outcome.Accepted<Leaf> accepted) {
                still++;
                assertThat(rewritten(accepted.value())).isEqualTo(bent);
            }
        }
        assertThat(still).isPositive();
    }

    /** What the other half writes for what this half understood. */
    private static byte[] rewritten(Leaf leaf) {
        Chain chain = new Chain(leaf.scope(), leaf.label(), leaf.sequence(), leaf.previous());
        return new org.romdoul.ledger.write.Leaf(
                        leaf.index(), chain, leaf.recorded(), leaf.table(), leaf.id(), leaf.salt(), leaf.row())
                .bytes();
    }

    @Test
    void noiseIsAnswered() {
        for (int i = 0; i < ROUNDS; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            for (Outcome<?> outcome : List.of(
                    Note.parse(noise),
                    Checkpoint.parse(noise),
                    TlogProof.parse(noise),
                    Policy.parse(noise),
                    Leaf.parse(noise))) {
                assertThat(outcome.isAccepted()).isFalse();
            }
            byte[] key = new byte[32];
            random.nextBytes(key);
            byte[] signature = new byte[64];
            random.nextBytes(signature);
            assertThat(ED.verifies(key, noise, signature)).isFalse();
        }
    }

    private void bendAndRead(byte[] good, Function<byte[], Outcome<?>> reader) {
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bent = bend(good);
            assertThatCode(() -> reader.apply(bent)).doesNotThrowAnyException();
        }
    }

    /** One to three small accidents: a bit, a byte, a cut, a doubling, a move, an odd character. */
    private byte[] bend(byte[] good) {
        byte[] bent = good;
        for (int times = 1 + random.nextInt(3); times > 0 && bent.length > 1; times--) {
            int from = random.nextInt(bent.length);
            int to = from + random.nextInt(Math.min(80, bent.length - from));
            bent = switch (random.nextInt(7)) {
                case 0 -> splice(bent, from, from + 1, new byte[] {(byte) (bent[from] ^ 1 << random.nextInt(8))});
                case 1 -> splice(bent, from, from + 1, new byte[] {(byte) random.nextInt(256)});
                case 2 -> splice(bent, from, to, new byte[0]);
                case 3 -> splice(bent, to, to, Arrays.copyOfRange(bent, from, to));
                case 4 -> Arrays.copyOf(bent, from);
                case 5 -> splice(bent, from, from, utf8(odd()));
                default -> splice(bent, from, to, utf8(odd()));
            };
        }
        return bent;
    }

    private String odd() {
        String[] odd = {
            "\n",
            "\n\n",
            "— ",
            " ",
            "=",
            "+",
            "0",
            "-1",
            "9223372036854775808",
            "\u0000",
            "\r",
            "é",
            "\ud83d\ude00",
            "/",
            ".p/"
        };
        return odd[random.nextInt(odd.length)];
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] with) {
        ByteArrayOutputStream spliced = new ByteArrayOutputStream();
        spliced.write(bytes, 0, from);
        spliced.writeBytes(with);
        spliced.write(bytes, to, bytes.length - to);
        return spliced.toByteArray();
    }

    private static byte[] seed(int with) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) with);
        return seed;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
