package org.romdoul.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.romdoul.ledger.Answers.accepted;
import static org.romdoul.ledger.Answers.refused;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.ledger.read.Checkpoint;
import org.romdoul.ledger.read.Cosignature;
import org.romdoul.ledger.read.Ed25519;
import org.romdoul.ledger.read.Note;
import org.romdoul.ledger.read.NoteReader;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.SignedNote;
import org.romdoul.ledger.read.VerifierKey;
import org.romdoul.ledger.write.Cosigner;
import org.romdoul.ledger.write.LogSigner;
import org.romdoul.ledger.write.SigningKey;

class NoteTest {

    private static final String GO_NOTE = Vectors.GO_TEXT + "\n" + Vectors.PETER_LINE + Vectors.ENOCH_LINE;

    private final SigningKey secret = SigningKey.ofSeed(new byte[32]);
    private final LogSigner log = new LogSigner("log.example/a", secret);
    private final Cosigner witness = new Cosigner("witness.example/w", SigningKey.ofSeed(filled(32, 7)));
    private final byte[] head = new org.romdoul.ledger.write.Checkpoint("log.example/a", 3, filled(32, 1)).signed(log);
    private final byte[] text = new org.romdoul.ledger.write.Checkpoint("log.example/a", 3, filled(32, 1)).text();

    @Test
    void opensThePublishedNotes() {
        SignedNote spec = accepted(reader(Vectors.SPEC_KEY).read(utf8(Vectors.SPEC_NOTE)));
        assertThat(spec.text()).isEqualTo(utf8("This is an example message.\n"));
        assertThat(spec.signers()).containsExactly(key(Vectors.SPEC_KEY));
        SignedNote go = accepted(reader(Vectors.PETER_KEY, Vectors.ENOCH_KEY).read(utf8(GO_NOTE)));
        assertThat(go.text()).isEqualTo(utf8(Vectors.GO_TEXT));
        assertThat(go.signers()).containsExactly(key(Vectors.PETER_KEY), key(Vectors.ENOCH_KEY));
    }

    @Test
    void readsPublishedKeysOfBothTypes() {
        assertThat(key(Vectors.PLUS_KEY).use()).isEqualTo(VerifierKey.Use.SIGNATURE);
        assertThat(key(Vectors.PLUS_KEY).id()).isEqualTo("7997405c");
        VerifierKey cosigner = key(Vectors.COSIGNER_KEY);
        assertThat(cosigner.use()).isEqualTo(VerifierKey.Use.COSIGNATURE);
        assertThat(cosigner.name()).isEqualTo("remora.n621.de");
        assertThat(cosigner.id()).isEqualTo("da77ade7");
        assertThat(cosigner.publicKey()).hasSize(32);
        assertThat(cosigner).hasToString("remora.n621.de+da77ade7");
        assertThat(cosigner.text()).isEqualTo(Vectors.COSIGNER_KEY);
    }

    @Test
    void keysAreEqualByNameUseAndKey() {
        VerifierKey log = key(this.log.vkey());
        assertThat(log).isEqualTo(key(this.log.vkey())).hasSameHashCodeAs(key(this.log.vkey()));
        assertThat(log).isNotEqualTo(key(new LogSigner("log.example/b", secret).vkey()));
        assertThat(log).isNotEqualTo(key(new Cosigner("log.example/a", secret).vkey()));
        assertThat(log).isNotEqualTo(key(new LogSigner("log.example/a", SigningKey.ofSeed(filled(32, 9))).vkey()));
        assertThat(log).isNotEqualTo("log.example/a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bananas.example+12344556",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+0530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fou+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n",
                "example.com/foo+530d903a+",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example com+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "rekor.example+12345678+AwEB",
                "rekor.example+12345678+THIS_IS_NOT_BASE64!"
            })
    void refusesMalformedKeys(String vkey) {
        refused(VerifierKey.parse(vkey));
    }

    @Test
    void refusesKeysWhoseIdFitsAndWhoseTypeOrLengthDoesNot() {
        for (byte[] typed : List.of(filled(33, 2), filled(33, 6), typed(1, 31), typed(4, 33), typed(1, 0))) {
            byte[] id = Arrays.copyOf(sha256(utf8("k.example\n"), typed), 4);
            String vkey = "k.example+" + java.util.HexFormat.of().formatHex(id) + "+" + base64(typed);
            assertThat(refused(VerifierKey.parse(vkey))).contains("Ed25519");
        }
    }

    @Test
    void ignoresUnknownKeysEvenWithAKnownNameOrId() {
        String impostor = new LogSigner("log.example/a", SigningKey.ofSeed(filled(32, 5))).line(text);
        String stranger = "— stranger.example/x " + log.line(text).split(" ")[2];
        byte[] note = utf8(new String(text, StandardCharsets.UTF_8) + "\n" + impostor + stranger + log.line(text));
        assertThat(accepted(reader(log.vkey()).read(note)).signers()).containsExactly(key(log.vkey()));
        assertThat(refused(reader(witness.vkey()).read(note))).isEqualTo("no known key signed the note");
    }

    @Test
    void oneBadSignatureOfAKnownKeyRefusesTheWholeNote() {
        String bad = log.line(utf8("another text\n"));
        for (String lines : List.of(log.line(text) + bad, bad + log.line(text), bad + witness.line(text, 5))) {
            byte[] note = utf8(new String(text, StandardCharsets.UTF_8) + "\n" + lines);
            assertThat(refused(reader(log.vkey(), witness.vkey()).read(note))).contains("does not verify");
        }
        byte[] cosigned = utf8(
                new String(text, StandardCharsets.UTF_8) + "\n" + log.line(text) + witness.line(utf8("other\n"), 5));
        assertThat(refused(reader(log.vkey(), witness.vkey()).read(cosigned)))
                .contains("witness.example/w", "does not verify");
        accepted(reader(log.vkey()).read(cosigned));
    }

    @Test
    void aKeyThatSignedTwiceCountsOnce() {
        byte[] note = utf8(new String(text, StandardCharsets.UTF_8) + "\n" + log.line(text) + log.line(text)
                + witness.line(text, 50) + witness.line(text, 60));
        SignedNote signed = accepted(reader(log.vkey(), witness.vkey()).read(note));
        assertThat(signed.signers()).hasSize(1);
        assertThat(signed.cosignatures()).containsExactly(new Cosignature(key(witness.vkey()), 50));
    }

    @Test
    void aCosignatureSignsItsTimeAndTheWholeText() {
        String line = witness.line(text, 1_679_315_147);
        byte[] payload = Base64.getDecoder().decode(line.trim().split(" ")[2]);
        // By a third hand: the message of the specification, written out.
        byte[] message = utf8("cosignature/v1\ntime 1679315147\n" + new String(text, StandardCharsets.UTF_8));
        assertThat(payload).hasSize(4 + 8 + 64);
        assertThat(ByteBuffer.wrap(payload).getLong(4)).isEqualTo(1_679_315_147);
        assertThat(Ed25519.jdk()
                        .verifies(key(witness.vkey()).publicKey(), message, Arrays.copyOfRange(payload, 12, 76)))
                .isTrue();
        byte[] note = org.romdoul.ledger.write.Checkpoint.withLine(head, line);
        assertThat(accepted(reader(witness.vkey()).read(note)).cosignatures())
                .containsExactly(new Cosignature(key(witness.vkey()), 1_679_315_147));
    }

    @Test
    void refusesACosignatureWithAnotherTimeOrLength() {
        byte[] payload = Base64.getDecoder().decode(witness.line(text, 5).trim().split(" ")[2]);
        byte[] later = payload.clone();
        later[11]++;
        byte[] negative = payload.clone();
        negative[4] = (byte) 0x80;
        for (byte[] bad : List.of(later, negative, Arrays.copyOf(payload, 75), Arrays.copyOf(payload, 77))) {
            byte[] note =
                    org.romdoul.ledger.write.Checkpoint.withLine(head, "— witness.example/w " + base64(bad) + "\n");
            assertThat(refused(reader(witness.vkey()).read(note))).contains("does not verify");
        }
        accepted(reader(witness.vkey())
                .read(org.romdoul.ledger.write.Checkpoint.withLine(head, witness.line(text, Long.MAX_VALUE))));
        accepted(
                reader(witness.vkey()).read(org.romdoul.ledger.write.Checkpoint.withLine(head, witness.line(text, 0))));
    }

    @Test
    void refusesEvenASignedNegativeTime() {
        // 2^63 seconds, signed by the witness itself over the number as a signed one would print it.
        byte[] message =
                utf8("cosignature/v1\ntime " + Long.MIN_VALUE + "\n" + new String(text, StandardCharsets.UTF_8));
        byte[] signature = SigningKey.ofSeed(filled(32, 7)).sign(message);
        byte[] id = java.util.HexFormat.of().parseHex(key(witness.vkey()).id());
        byte[] payload = ByteBuffer.allocate(76)
                .put(id)
                .putLong(Long.MIN_VALUE)
                .put(signature)
                .array();
        byte[] note =
                org.romdoul.ledger.write.Checkpoint.withLine(head, "— witness.example/w " + base64(payload) + "\n");
        refused(reader(witness.vkey()).read(note));
    }

    @Test
    void splitsAtTheLastBlankLine() {
        String body = "first\n\n— not.a/signature AAAAAAA=\n\nlast\n";
        byte[] note = utf8(body + "\n" + log.line(utf8(body)));
        assertThat(accepted(reader(log.vkey()).read(note)).text()).isEqualTo(utf8(body));
    }

    @Test
    void aTextMayBeOneEmptyLine() {
        assertThat(accepted(Note.parse(utf8("\n\n— a.example AAAAAAA=\n"))).text())
                .isEqualTo(utf8("\n"));
    }

    @Test
    void keepsTextOfSeveralBytesACharacterWhole() {
        String body = "ដីកា — សំណុំរឿង\n";
        byte[] note = utf8(body + "\n" + log.line(utf8(body)));
        assertThat(accepted(reader(log.vkey()).read(note)).text()).isEqualTo(utf8(body));
    }

    @Test
    void takesSixtyFourSignaturesAndNotOneMore() {
        String strangers = "— stranger.example/x AAAAAAA=\n".repeat(63);
        String body = new String(text, StandardCharsets.UTF_8) + "\n" + log.line(text) + strangers;
        assertThat(accepted(Note.parse(utf8(body))).lines()).hasSize(64);
        accepted(reader(log.vkey()).read(utf8(body)));
        assertThat(refused(Note.parse(utf8(body + "— stranger.example/x AAAAAAA=\n"))))
                .contains("too many");
    }

    @Test
    void takesAMillionBytesAndNotOneMore() {
        String line = "— stranger.example/x AAAAAAA=\n";
        int rest = 1_000_000 - 2 - utf8(line).length;
        accepted(Note.parse(utf8("x".repeat(rest) + "\n\n" + line)));
        assertThat(refused(Note.parse(utf8("x".repeat(rest + 1) + "\n\n" + line))))
                .contains("too long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n— a.example AAAAAAA=\n",
                "text\n\n— a.example AAAAAAA=",
                "text\n\n— a.example AAAAAAA=\n\n",
                "text\n\n- a.example AAAAAAA=\n",
                "text\n\n—a.example AAAAAAA=\n",
                "text\n\n— a.example  AAAAAAA=\n",
                "text\n\n— a.example AAAAAAA= \n",
                "text\n\n— a.example\n",
                "text\n\n—  AAAAAAA=\n",
                "text\n\n— a+b AAAAAAA=\n",
                "text\n\n— a\u00a0b AAAAAAA=\n",
                "text\n\n— a\u0085b AAAAAAA=\n",
                "text\n\n— a.example AAAAAA==\n",
                "text\n\n— a.example AAAAAAA\n",
                "text\n\n— a.example AAAAAAB=\n",
                "text\n\n— a.example ????\n",
                "text\n\n— a.example AAAAAAA=\n— b.example\n",
                "te\rxt\n\n— a.example AAAAAAA=\n",
                "te\txt\n\n— a.example AAAAAAA=\n",
                "te\u0000xt\n\n— a.example AAAAAAA=\n"
            })
    void refusesMalformedNotes(String note) {
        refused(Note.parse(utf8(note)));
        refused(reader(Vectors.SPEC_KEY).read(utf8(note)));
    }

    @Test
    void refusesANoteThatIsNotUtf8() {
        byte[] note = utf8(Vectors.SPEC_NOTE);
        note[3] = (byte) 0xff;
        assertThat(refused(Note.parse(note))).contains("UTF-8");
    }

    @Test
    void showsTheLinesOfANoteWithoutBelievingThem() {
        Note.Line line = accepted(Note.parse(utf8(Vectors.SPEC_NOTE))).lines().get(0);
        assertThat(line.name()).isEqualTo("example.com/foo");
        assertThat(line.keyId()).isEqualTo("530d903a");
        assertThat(line.signature()).hasSize(64);
    }

    @Test
    void readsACheckpointWithItsExtensions() {
        String root = base64(filled(32, 1));
        Checkpoint plain = accepted(Checkpoint.parse(utf8("log.example/a\n0\n" + root + "\n")));
        assertThat(plain.origin()).isEqualTo("log.example/a");
        assertThat(plain.size()).isZero();
        assertThat(plain.root()).isEqualTo(filled(32, 1));
        assertThat(plain.extensions()).isEmpty();
        Checkpoint large = accepted(Checkpoint.parse(utf8("a\n9223372036854775807\n" + root + "\nmore\nand more\n")));
        assertThat(large.size()).isEqualTo(Long.MAX_VALUE);
        assertThat(large.extensions()).containsExactly("more", "and more");
        assertThat(large).hasToString("a at 9223372036854775807");
    }

    @Test
    void checkpointsAreEqualByAllTheySay() {
        String root = base64(filled(32, 1));
        Checkpoint one = accepted(Checkpoint.parse(utf8("a\n5\n" + root + "\n")));
        assertThat(one)
                .isEqualTo(accepted(Checkpoint.parse(utf8("a\n5\n" + root + "\n"))))
                .hasSameHashCodeAs(accepted(Checkpoint.parse(utf8("a\n5\n" + root + "\n"))));
        for (String other : List.of(
                "b\n5\n" + root + "\n",
                "a\n6\n" + root + "\n",
                "a\n5\n" + base64(filled(32, 2)) + "\n",
                "a\n5\n" + root + "\nmore\n")) {
            assertThat(one).isNotEqualTo(accepted(Checkpoint.parse(utf8(other))));
        }
        assertThat(one).isNotEqualTo("a at 5");
    }

    static Stream<String> malformedCheckpoints() {
        String root = base64(filled(32, 1));
        return Stream.of(
                "",
                "\n",
                "a\n1\n",
                "a\n1\n" + root,
                "\n1\n" + root + "\n",
                "a\n\n" + root + "\n",
                "a\n1\n\n",
                "a\n01\n" + root + "\n",
                "a\n00\n" + root + "\n",
                "a\n-1\n" + root + "\n",
                "a\n+1\n" + root + "\n",
                "a\n1 \n" + root + "\n",
                "a\n١\n" + root + "\n",
                "a\n0x1\n" + root + "\n",
                "a\n9223372036854775808\n" + root + "\n",
                "a\n18446744073709551616\n" + root + "\n",
                "a\n1\n" + base64(filled(31, 1)) + "\n",
                "a\n1\n" + base64(filled(33, 1)) + "\n",
                "a\n1\n" + root.replace("=", "") + "\n",
                "a\n1\n" + root + " \n",
                "a\n1\n" + root + "\n\n",
                "a\n1\n" + root + "\n\nmore\n");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("malformedCheckpoints")
    void refusesMalformedCheckpoints(String text) {
        refused(Checkpoint.parse(utf8(text)));
    }

    @Test
    void aRefusalStandsThroughWhatFollows() {
        Outcome<String> refusal = Outcome.refused("first");
        assertThat(refused(refusal.then(never -> Outcome.accepted(1)))).isEqualTo("first");
        assertThat(refusal.isAccepted()).isFalse();
        assertThat(Outcome.accepted(1).then(one -> Outcome.accepted(one + 1)).isAccepted())
                .isTrue();
    }

    private static NoteReader reader(String... vkeys) {
        return new NoteReader(Arrays.stream(vkeys).map(NoteTest::key).toList(), Ed25519.jdk());
    }

    private static VerifierKey key(String vkey) {
        return accepted(VerifierKey.parse(vkey));
    }

    private static byte[] typed(int type, int length) {
        byte[] typed = new byte[1 + length];
        typed[0] = (byte) type;
        return typed;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            java.security.MessageDigest digest = java.security.MessageDigest.getInstance("SHA-256");
            Arrays.stream(parts).forEach(digest::update);
            return digest.digest();
        } catch (java.security.NoSuchAlgorithmException everyJdkHasIt) {
            throw new AssertionError(everyJdkHasIt);
        }
    }

    private static byte[] filled(int length, int with) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
