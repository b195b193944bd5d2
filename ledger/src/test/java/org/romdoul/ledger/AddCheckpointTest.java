package org.romdoul.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.romdoul.ledger.Answers.accepted;
import static org.romdoul.ledger.Answers.refused;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.romdoul.ledger.read.AddCheckpoint;
import org.romdoul.ledger.read.Ed25519;
import org.romdoul.ledger.read.Note;
import org.romdoul.ledger.read.VerifierKey;
import org.romdoul.ledger.read.WitnessAnswer;
import org.romdoul.ledger.write.Cosigner;
import org.romdoul.ledger.write.LogSigner;
import org.romdoul.ledger.write.SigningKey;

/** What a log asks of a witness and what it makes of the answer: C2SP tlog-witness, from the log's side. */
class AddCheckpointTest {

    /** The example of c2sp.org/tlog-witness. */
    private static final String EXAMPLE = """
            old 20852014
            PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
            jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
            5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
            /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
            """;

    private final LogSigner log = new LogSigner("log.example/a", SigningKey.ofSeed(new byte[32]));
    private final Cosigner cosigner = new Cosigner("witness.example/w", SigningKey.ofSeed(filled(3)));
    private final VerifierKey witness = accepted(VerifierKey.parse(cosigner.vkey()));
    private final org.romdoul.ledger.write.Checkpoint checkpoint =
            new org.romdoul.ledger.write.Checkpoint("log.example/a", 9, filled(1));
    private final byte[] note = checkpoint.signed(log);

    @Test
    void readsAndWritesTheSpecificationsExample() {
        AddCheckpoint request = accepted(AddCheckpoint.parse(utf8(EXAMPLE)));
        assertThat(request.oldSize()).isEqualTo(20852014);
        assertThat(request.proof()).hasSize(4);
        Note signed = accepted(Note.parse(request.note()));
        assertThat(signed.lines()).extracting(Note.Line::keyId).containsExactly("033de0ae", "a292ea05");
        assertThat(EXAMPLE)
                .endsWith(signed.lines().get(0).text() + signed.lines().get(1).text());
        assertThat(org.romdoul.ledger.write.AddCheckpoint.bytes(20852014, request.proof(), request.note()))
                .isEqualTo(utf8(EXAMPLE));
    }

    @Test
    void refusesWhatIsNotSpelledSo() {
        String head = "old 1\n" + "a".repeat(43) + "=\n";
        assertThat(refused(AddCheckpoint.parse(utf8("old 1\n")))).contains("no checkpoint");
        for (String bad : List.of(
                "old -1\n\nx",
                "old 01\n\nx",
                "old\n\nx",
                "Old 1\n\nx",
                "old  1\n\nx",
                "\n\nx",
                "old 1 \n\nx",
                "old 9223372036854775808\n\nx")) {
            assertThat(refused(AddCheckpoint.parse(utf8(bad)))).contains("old size");
        }
        for (String bad : List.of("YQ==", "a".repeat(44), " ", "é")) {
            assertThat(refused(AddCheckpoint.parse(utf8("old 1\n" + bad + "\n\nx"))))
                    .contains("63 hashes");
        }
        assertThat(head).hasSize(51);
    }

    @Test
    void takesSixtyThreeHashesAndSixtyFourKilobytes() {
        List<byte[]> most = Collections.nCopies(63, new byte[32]);
        byte[] full = org.romdoul.ledger.write.AddCheckpoint.bytes(1, most, new byte[65_536 - 6 - 63 * 45 - 1]);
        assertThat(full).hasSize(65_536);
        assertThat(accepted(AddCheckpoint.parse(full)).proof()).hasSize(63);
        assertThat(refused(AddCheckpoint.parse(Arrays.copyOf(full, 65_537)))).contains("too long");
        List<byte[]> more = Collections.nCopies(64, new byte[32]);
        assertThat(refused(AddCheckpoint.parse(org.romdoul.ledger.write.AddCheckpoint.bytes(1, more, note))))
                .contains("63 hashes");
        assertThatThrownBy(() -> org.romdoul.ledger.write.AddCheckpoint.bytes(1, List.of(new byte[31]), note))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private WitnessAnswer answer(int status, String type, String body) {
        return WitnessAnswer.read(status, type, utf8(body), note, witness, Ed25519.jdk());
    }

    private String refusal(int status, String type, String body) {
        return ((WitnessAnswer.Refusal) answer(status, type, body)).reason();
    }

    @Test
    void believesOnlyTheWitnessesOwnCosignature() {
        String line = cosigner.line(checkpoint.text(), 1_800_000_000);
        String older = cosigner.line(checkpoint.text(), 1_700_000_000);
        Cosigner other = new Cosigner("witness.example/other", SigningKey.ofSeed(filled(4)));
        String strange = other.line(checkpoint.text(), 1_800_000_000);

        for (String body : List.of(line, strange + line, line + strange, line + older)) {
            assertThat(answer(200, "", body)).isInstanceOfSatisfying(WitnessAnswer.Cosigned.class, cosigned -> {
                assertThat(cosigned.line()).isEqualTo(line);
                assertThat(cosigned.cosignature().time()).isEqualTo(1_800_000_000);
                assertThat(cosigned.cosignature().witness()).isEqualTo(witness);
            });
        }
        String elsewhere = cosigner.line(utf8("log.example/a\n8\nAAAA\n"), 1_800_000_000);
        for (String body :
                List.of("", "\n", "nonsense", strange, elsewhere, line + elsewhere, line.strip(), line + "\n")) {
            assertThat(refusal(200, "text/plain", body)).as(body).contains("not its cosignature");
        }
    }

    @Test
    void aCosignatureThatTheLogSentAlongIsNotTheAnswer() {
        String old = cosigner.line(checkpoint.text(), 1_700_000_000);
        byte[] cosigned = org.romdoul.ledger.write.Checkpoint.withLine(note, old);
        String line = cosigner.line(checkpoint.text(), 1_800_000_000);
        assertThat(WitnessAnswer.read(200, "", utf8(line), cosigned, witness, Ed25519.jdk()))
                .isInstanceOfSatisfying(
                        WitnessAnswer.Cosigned.class,
                        fresh -> assertThat(fresh.line()).isEqualTo(line));
    }

    @Test
    void aLogsKeyIsNoWitness() {
        VerifierKey key = accepted(VerifierKey.parse(log.vkey()));
        assertThat(WitnessAnswer.read(200, "", utf8(log.line(checkpoint.text())), note, key, Ed25519.jdk()))
                .isInstanceOf(WitnessAnswer.Refusal.class);
    }

    @Test
    void aConflictNamesWhereToBegin() {
        for (String type : List.of("text/x.tlog.size", "TEXT/X.TLOG.SIZE", "text/x.tlog.size; charset=utf-8")) {
            assertThat(answer(409, type, "17\n")).isEqualTo(new WitnessAnswer.Elsewhere(17));
        }
        assertThat(answer(409, "text/x.tlog.size", "0\n")).isEqualTo(new WitnessAnswer.Elsewhere(0));
        for (String body : List.of("17", "017\n", "-1\n", "\n", "", "17\n\n")) {
            assertThat(answer(409, "text/x.tlog.size", body)).isEqualTo(new WitnessAnswer.Contradiction());
        }
        assertThat(answer(409, "text/plain", "17\n")).isEqualTo(new WitnessAnswer.Contradiction());
        assertThat(answer(409, "", "17\n")).isEqualTo(new WitnessAnswer.Contradiction());
    }

    @Test
    void everyOtherStatusIsARefusalThatSaysWhy() {
        assertThat(refusal(404, "", "")).contains("does not know");
        assertThat(refusal(403, "", "")).contains("does not trust");
        assertThat(answer(422, "", "")).isEqualTo(new WitnessAnswer.Contradiction());
        assertThat(refusal(500, "", "")).contains("500");
        assertThat(refusal(301, "", "")).contains("301");
    }

    private static byte[] filled(int with) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
