package org.romdoul.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.romdoul.ledger.Answers.accepted;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.ledger.StoredLog;
import org.romdoul.ledger.read.Checkpoint;
import org.romdoul.ledger.read.Cosignature;
import org.romdoul.ledger.read.Ed25519;
import org.romdoul.ledger.read.NoteReader;
import org.romdoul.ledger.read.SignedNote;
import org.romdoul.ledger.read.VerifierKey;
import org.romdoul.ledger.read.WitnessAnswer;
import org.romdoul.ledger.write.AddCheckpoint;
import org.romdoul.ledger.write.Cosigner;
import org.romdoul.ledger.write.LogSigner;
import org.romdoul.ledger.write.Proofs;
import org.romdoul.ledger.write.SigningKey;

/** C2SP tlog-witness, status by status. */
class WitnessTest {

    private static final String ORIGIN = "log.example/a";
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    private final LogSigner log = new LogSigner(ORIGIN, key(1));
    private final LogSigner stranger = new LogSigner(ORIGIN, key(2));
    private final Cosigner cosigner = new Cosigner("witness.example/w1", key(3));
    private final StoredLog stored = StoredLog.of(300);
    private final MemoryDisk disk = new MemoryDisk();
    private Witness witness = witness(cosigner, log.vkey());

    private Witness witness(Cosigner hand, String... logs) {
        List<VerifierKey> keys = List.of(logs).stream().map(WitnessTest::vkey).toList();
        return new Witness(new WitnessHand(hand, Ed25519.jdk(), () -> NOW), keys, new LastSigned(disk));
    }

    private byte[] note(StoredLog of, LogSigner by) {
        return new org.romdoul.ledger.write.Checkpoint(by.origin(), of.tree.size(), of.tree.root()).signed(by);
    }

    private Answer submit(StoredLog of, long old) throws IOException {
        List<byte[]> proof = new Proofs(of, of.tree.size()).consistency(old);
        return witness.add(AddCheckpoint.bytes(old, proof, note(of, log)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "old 0\n",
                "old 0\n\n",
                "old 01\n\nlog.example/a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— a b\n",
                "new 0\n\nlog.example/a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— log.example/a AAAAAAAA\n",
                "old 0\nnonsense\n\nlog.example/a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— log.example/a AAAAAAAA\n",
                "old 0\n\nlog.example/a\n0\n\n— log.example/a AAAAAAAA\n",
                "old 0\n\nlog.example/a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— log.example/a AAAAAAAA\n",
                "old 0\n\nlog.example/a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
            })
    void whatIsMalformedIsABadRequest(String body) throws IOException {
        assertThat(witness.add(utf8(body)).status()).isEqualTo(400);
        assertThat(disk.done).isEmpty();
    }

    @Test
    void moreThanSixtyThreeHashesAreABadRequest() throws IOException {
        List<byte[]> many = java.util.Collections.nCopies(64, new byte[32]);
        assertThat(witness.add(AddCheckpoint.bytes(1, many, note(stored, log))).status())
                .isEqualTo(400);
        assertThat(witness.add(AddCheckpoint.bytes(0, many.subList(1, 64), note(stored, log)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aLogThatNobodyNamedIsNotFound() throws IOException {
        LogSigner other = new LogSigner("log.example/b", key(1));
        assertThat(witness.add(AddCheckpoint.bytes(0, List.of(), note(stored, other)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aSignatureOfAnotherKeyIsForbidden() throws IOException {
        assertThat(witness.add(AddCheckpoint.bytes(0, List.of(), note(stored, stranger)))
                        .status())
                .isEqualTo(403);
        assertThat(disk.done).isEmpty();
    }

    @Test
    void aTrustedKeysSignatureOfSomethingElseIsForbidden() throws IOException {
        String good = new String(note(stored, log), StandardCharsets.UTF_8);
        String line = log.line(utf8("something else\n"));
        assertThat(witness.add(AddCheckpoint.bytes(0, List.of(), utf8(good + line)))
                        .status())
                .as("below a good one")
                .isEqualTo(403);
    }

    @Test
    void anOldSizeBeyondTheCheckpointIsABadRequest() throws IOException {
        assertThat(witness.add(AddCheckpoint.bytes(301, List.of(), note(stored, log)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anOldSizeThatIsNotTheLastOneSignedIsAConflictThatNamesThatOne() throws IOException {
        assertThat(submit(stored, 17)).isEqualTo(new Answer(409, "text/x.tlog.size", "0\n"));
        submit(stored, 0);
        assertThat(submit(stored, 17)).isEqualTo(new Answer(409, "text/x.tlog.size", "300\n"));
        assertThat(submit(StoredLog.of(20), 17)).isEqualTo(new Answer(409, "text/x.tlog.size", "300\n"));
    }

    @Test
    void aTreeThatDoesNotExtendTheLastOneIsUnprocessable() throws IOException {
        submit(stored, 0);
        StoredLog fork = StoredLog.of(299);
        for (int i = 0; i < 50; i++) {
            fork.append(utf8("another story " + i));
        }
        fork.commit();
        assertThat(submit(fork, 300).status()).isEqualTo(422);
        assertThat(witness.add(AddCheckpoint.bytes(300, List.of(), note(fork, log)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void twoRootsForOneSizeAreUnprocessable() throws IOException {
        submit(stored, 0);
        StoredLog other = StoredLog.of(299);
        other.append(utf8("another last leaf"));
        other.commit();
        assertThat(submit(other, 300).status()).isEqualTo(422);
        assertThat(submit(stored, 300).status()).isEqualTo(200);
    }

    @Test
    void fromNothingTheProofIsEmpty() throws IOException {
        byte[] hash = new byte[32];
        assertThat(witness.add(AddCheckpoint.bytes(0, List.of(hash), note(stored, log)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theEmptyTreeHasTheEmptyRoot() throws IOException {
        byte[] wrong = new org.romdoul.ledger.write.Checkpoint(ORIGIN, 0, new byte[32]).signed(log);
        assertThat(witness.add(AddCheckpoint.bytes(0, List.of(), wrong)).status())
                .isEqualTo(422);
        assertThat(submit(new StoredLog(), 0).status()).isEqualTo(200);
        assertThat(submit(stored, 0).status()).isEqualTo(200);
    }

    /** It may have failed half way before it was started again: what is seen may not be on the disk yet. */
    @Test
    void whatIsReadAfterAStartIsKeptOnceMoreBeforeAnybodyHearsOfIt() throws IOException {
        disk.files.put(LastSigned.nameOf(ORIGIN), new byte[] {1});
        assertThat(new LastSigned(disk).of(ORIGIN)).containsExactly(1);
        assertThat(disk.done).containsExactly("write new", "sync new", "rename new to file", "sync names");
    }

    @Test
    void whatExtendsIsSignedWithTheTimeAndKeptBeforeItIsAnswered() throws IOException {
        Answer first = submit(StoredLog.of(17), 0);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.type()).isEqualTo("text/plain; charset=utf-8");
        assertThat(first.body())
                .isEqualTo(cosigner.line(
                        new org.romdoul.ledger.write.Checkpoint(
                                        ORIGIN, 17, StoredLog.of(17).tree.root())
                                .text(),
                        NOW.getEpochSecond()));
        assertThat(disk.done).containsExactly("write new", "sync new", "rename new to file", "sync names");

        Answer second = submit(stored, 17);
        WitnessAnswer read = WitnessAnswer.read(
                200, second.type(), utf8(second.body()), note(stored, log), vkey(cosigner.vkey()), Ed25519.jdk());
        assertThat(read).isInstanceOfSatisfying(WitnessAnswer.Cosigned.class, cosigned -> {
            assertThat(cosigned.cosignature()).isEqualTo(new Cosignature(vkey(cosigner.vkey()), NOW.getEpochSecond()));
            assertThat(cosigned.line()).isEqualTo(second.body());
        });
    }

    @Test
    void theLastOneIsShownWithBothSignaturesAndNoOther() throws IOException {
        String hash = LastSigned.nameOf(ORIGIN);
        assertThat(hash).isEqualTo("b2d3e0cf2e483fbc179ff15f4e95ebef4f0ad5565d228215674c9ee83f0faf1d");
        assertThat(witness.last("00".repeat(32)).status()).isEqualTo(404);
        assertThat(witness.last(hash).status()).isEqualTo(404);

        submit(StoredLog.of(17), 0);
        byte[] crowded = utf8(new String(note(stored, log), StandardCharsets.UTF_8)
                + stranger.line(utf8("x\n"))
                + new Cosigner("witness.example/w2", key(5)).line(utf8("x\n"), 1));
        witness.add(AddCheckpoint.bytes(17, new Proofs(stored, 300).consistency(17), crowded));

        Answer last = witness.last(hash);
        assertThat(last.status()).isEqualTo(200);
        assertThat(last.body())
                .isEqualTo(new String(note(stored, log), StandardCharsets.UTF_8)
                        + cosigner.line(
                                new org.romdoul.ledger.write.Checkpoint(ORIGIN, 300, stored.tree.root()).text(),
                                NOW.getEpochSecond()));
        SignedNote signed = accepted(new NoteReader(List.of(vkey(log.vkey()), vkey(cosigner.vkey())), Ed25519.jdk())
                .read(utf8(last.body())));
        assertThat(accepted(Checkpoint.parse(signed.text())).size()).isEqualTo(300);
        assertThat(signed.signers()).hasSize(1);
        assertThat(signed.cosignatures()).hasSize(1);
    }

    @Test
    void extensionLinesAreSignedToo() throws IOException {
        byte[] text = utf8(ORIGIN + "\n300\n" + Base64.getEncoder().encodeToString(stored.tree.root()) + "\nmore\n");
        byte[] note = utf8(new String(text, StandardCharsets.UTF_8) + "\n" + log.line(text));
        assertThat(witness.add(AddCheckpoint.bytes(0, List.of(), note)).body())
                .isEqualTo(cosigner.line(text, NOW.getEpochSecond()));
    }

    @Test
    void oneLogMayHaveTwoKeysAndOneWitnessTwoLogs() throws IOException {
        LogSigner second = new LogSigner("log.example/b", key(7));
        witness = witness(cosigner, log.vkey(), stranger.vkey(), second.vkey());
        assertThat(submit(StoredLog.of(5), 0).status()).isEqualTo(200);
        byte[] other = AddCheckpoint.bytes(5, new Proofs(stored, 300).consistency(5), note(stored, stranger));
        assertThat(witness.add(other).status()).isEqualTo(200);
        assertThat(witness.add(AddCheckpoint.bytes(0, List.of(), note(StoredLog.of(3), second)))
                        .status())
                .isEqualTo(200);
        assertThat(disk.files).hasSize(2);
    }

    @Test
    void itRemembersAfterAStart() throws IOException {
        submit(stored, 0);
        witness = witness(cosigner, log.vkey());
        witness.remember();
        assertThat(submit(stored, 0)).isEqualTo(Answer.conflict(300));
        witness = witness(cosigner, stranger.vkey());
        assertThat(witness.add(AddCheckpoint.bytes(0, List.of(), note(stored, stranger))))
                .as("whatever keys the log has now")
                .isEqualTo(Answer.conflict(300));
    }

    @Test
    void itSignsNothingWhenItCannotBeSureWhatItSigned() throws IOException {
        submit(stored, 0);
        String file = LastSigned.nameOf(ORIGIN);
        byte[] good = java.util.Objects.requireNonNull(disk.files.get(file));

        witness = witness(new Cosigner("witness.example/w1", key(4)), log.vkey());
        assertThatThrownBy(witness::remember).as("another key").isInstanceOf(IllegalStateException.class);
        witness = witness(new Cosigner("witness.example/w2", key(3)), log.vkey());
        assertThatThrownBy(witness::remember).as("another name").isInstanceOf(IllegalStateException.class);

        for (byte[] bad : List.of(new byte[0], utf8("nonsense"), java.util.Arrays.copyOf(good, good.length - 40))) {
            disk.files.put(file, bad);
            witness = witness(cosigner, log.vkey());
            assertThatThrownBy(witness::remember)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(ORIGIN)
                    .hasMessageContaining(file);
            assertThatThrownBy(() -> submit(stored, 0)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> witness.last(file)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void theFileOfOneLogIsNotAnothers() throws IOException {
        LogSigner second = new LogSigner("log.example/b", key(7));
        submit(stored, 0);
        byte[] good = java.util.Objects.requireNonNull(disk.files.get(LastSigned.nameOf(ORIGIN)));
        disk.files.put(LastSigned.nameOf("log.example/b"), good);
        witness = witness(cosigner, second.vkey());
        assertThatThrownBy(witness::remember)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another log's");
    }

    @Test
    void onAFullDiskNothingIsSignedAndNothingIsForgotten() throws IOException {
        submit(StoredLog.of(17), 0);
        disk.full = true;
        assertThatThrownBy(() -> submit(stored, 17)).isInstanceOf(IOException.class);
        disk.full = false;
        assertThat(submit(stored, 0)).isEqualTo(Answer.conflict(17));
        assertThat(submit(stored, 17).status()).isEqualTo(200);
    }

    /**
     * An exchange that others published: torchwood's test of its witness with a Sigsum log (the log's key and signature;
     * what a witness answers depends on its clock).
     */
    @Test
    void signsThePublishedRequestOfASigsumLog() throws IOException {
        String origin = "sigsum.org/v1/tree/985ea163f5af026723561354f51f2ebcdcf2af809ce254ccfb64aa9aadd80f90";
        byte[] typed = HexFormat.of().parseHex("0152c05edad1bf5feffa81354faae59a655d9a9a1a793ed2f62c39c26c0be2aecd");
        VerifierKey sigsum = vkey(origin + "+ec1293d2+" + Base64.getEncoder().encodeToString(typed));
        String request = ("old 0\n\n" + origin + "\n1\nKgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n— " + origin
                + " 7BKT0gOfNZ1J0So9unY3BZtm2YkPIoNYM/dce0Z2avJDs8dxN6ts9bOSwwrVrbjm6P9K3ZxpK6jJngOG6YvGGzV/lwo=\n");
        Witness ours =
                new Witness(new WitnessHand(cosigner, Ed25519.jdk(), () -> NOW), List.of(sigsum), new LastSigned(disk));
        assertThat(ours.add(utf8(request)).status()).isEqualTo(200);
        assertThat(ours.add(utf8(request.replace("xpK6", "xpK7"))).status()).isEqualTo(403);
    }

    static SigningKey key(int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return SigningKey.ofSeed(seed);
    }

    static VerifierKey vkey(String text) {
        return accepted(VerifierKey.parse(text));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
