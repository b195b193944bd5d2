package org.romdoul.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.romdoul.ledger.Answers.accepted;
import static org.romdoul.ledger.Answers.refused;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.ledger.read.Cosignature;
import org.romdoul.ledger.read.Ed25519;
import org.romdoul.ledger.read.InclusionProof;
import org.romdoul.ledger.read.Policy;
import org.romdoul.ledger.read.TlogProof;
import org.romdoul.ledger.read.TreeHash;
import org.romdoul.ledger.read.VerifierKey;
import org.romdoul.ledger.write.Checkpoint;
import org.romdoul.ledger.write.Cosigner;
import org.romdoul.ledger.write.LogSigner;
import org.romdoul.ledger.write.Proofs;
import org.romdoul.ledger.write.SigningKey;

class PolicyTest {

    private static final Ed25519 ED = Ed25519.jdk();

    private final LogSigner log = new LogSigner("log.example/a", secret(1));
    private final LogSigner other = new LogSigner("log.example/b", secret(2));
    private final List<Cosigner> witnesses = List.of(
            new Cosigner("ngo.example/1", secret(11)),
            new Cosigner("ngo.example/2", secret(12)),
            new Cosigner("ngo.example/3", secret(13)),
            new Cosigner("court.example/1", secret(14)),
            new Cosigner("court.example/2", secret(15)));

    /** Two of three NGOs and one of two courts. */
    private final String twoAndOne = "# A court's own policy.\n"
            + "log " + log.vkey() + "\n"
            + "\tlog  " + other.vkey() + " https://b.example/ \n"
            + "\n"
            + "witness n1 " + witness(0) + "\n"
            + "witness n2 " + witness(1) + " https://n2.example/\n"
            + "witness n3 " + witness(2) + "\n"
            + "group ngos 2 n1 n2 n3\n"
            + "  # the courts\n"
            + "witness c1 " + witness(3) + "\n"
            + "witness c2 " + witness(4) + "\n"
            + "group courts any c1 c2\n"
            + "group both all ngos courts\n"
            + "quorum both\n";

    private final StoredLog stored = StoredLog.of(9);
    private final Checkpoint checkpoint = new Checkpoint("log.example/a", 9, stored.tree.root());
    private final byte[] leaf = new TreeHash().leaf(stored.entries.get(4));

    @ParameterizedTest
    @CsvSource({"'', false", "0 1 2, false", "3 4, false", "0 3, false", "0 1 3, true", "1 2 4, true", "0 1 2 3 4, true"
    })
    void twoOfThreeAndOneOfTwoMakeTheQuorum(String signers, boolean enough) {
        Policy policy = policy(twoAndOne);
        Policy.Anchored anchored = accepted(policy.open(cosigned(signers), ED));
        assertThat(anchored.witnessed()).isEqualTo(enough);
        assertThat(anchored.log().name()).isEqualTo("log.example/a");
        assertThat(anchored.checkpoint().size()).isEqualTo(9);
        assertThat(policy.check(cosigned(signers), ED).isAccepted()).isEqualTo(enough);
        byte[] proof = TlogProofs.write(4, stored, cosigned(signers));
        assertThat(accepted(TlogProof.parse(proof)).verify(leaf, policy, ED).isAccepted())
                .isEqualTo(enough);
    }

    @Test
    void saysWhoWitnessedAndWhen() {
        Policy.Anchored anchored = accepted(policy(twoAndOne).open(cosigned("1 3"), ED));
        assertThat(anchored.witnesses().keySet()).containsExactlyInAnyOrder("n2", "c1");
        assertThat(anchored.witnesses())
                .containsEntry("n2", new Cosignature(accepted(VerifierKey.parse(witness(1))), 1_001));
    }

    @Test
    void keepsAddressesAndNames() {
        Policy policy = policy(twoAndOne);
        assertThat(policy.logs()).extracting(Policy.Log::url).containsExactly("", "https://b.example/");
        assertThat(policy.witnesses()).containsOnlyKeys("n1", "n2", "n3", "c1", "c2");
        assertThat(policy.witnesses().values()).extracting(Policy.Witness::url).containsOnlyOnce("https://n2.example/");
        assertThat(policy.groups())
                .containsExactly(
                        new Policy.Group("ngos", 2, List.of("n1", "n2", "n3")),
                        new Policy.Group("courts", 1, List.of("c1", "c2")),
                        new Policy.Group("both", 2, List.of("ngos", "courts")));
        assertThat(policy.quorum()).isEqualTo("both");
    }

    @Test
    void aWitnessNobodyListedDoesNotHelp() {
        Policy one = policy("log " + log.vkey() + "\nwitness n1 " + witness(0) + "\nquorum n1\n");
        assertThat(one.check(cosigned("1 2 3 4"), ED).isAccepted()).isFalse();
        assertThat(one.check(cosigned("0"), ED).isAccepted()).isTrue();
        assertThat(one.isQuorum(Set.of("n2"))).isFalse();
        Policy grouped = policy(twoAndOne);
        assertThat(grouped.isQuorum(Set.of("both"))).isFalse();
        assertThat(grouped.isQuorum(Set.of("ngos", "courts"))).isFalse();
    }

    @Test
    void noQuorumIsAnswerableWithoutWitness() {
        Policy none = policy("quorum none\nlog " + log.vkey() + "\n");
        accepted(none.check(cosigned(""), ED));
    }

    @Test
    void anotherLogsKeyAnchorsNothing() {
        Policy policy = policy("log " + other.vkey() + "\nwitness n1 " + witness(0) + "\nquorum n1\n");
        assertThat(refused(policy.open(cosigned(""), ED))).isEqualTo("no known key signed the note");
        assertThat(refused(policy.open(cosigned("0"), ED))).isEqualTo("no trusted log signed the checkpoint");
        // A trusted log's key under another log's origin.
        String text = new String(checkpoint.text(), StandardCharsets.UTF_8);
        byte[] crossed = (text + "\n" + other.line(checkpoint.text())).getBytes(StandardCharsets.UTF_8);
        assertThat(refused(policy.open(crossed, ED))).isEqualTo("no trusted log signed the checkpoint");
    }

    @Test
    void aSignedTextThatIsNoCheckpointIsRefused() {
        byte[] text = "log.example/a\nnine\n".getBytes(StandardCharsets.UTF_8);
        byte[] note = ("log.example/a\nnine\n\n" + log.line(text)).getBytes(StandardCharsets.UTF_8);
        refused(policy("log " + log.vkey() + "\nquorum none\n").open(note, ED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "# quorum none\n",
                "quorum none",
                "quorum\n",
                "quorum none none\n",
                "quorum none\nquorum none\n",
                "quorum n1\n",
                "Quorum none\n",
                "log\nquorum none\n",
                "log LOG a b\nquorum none\n",
                "log nonsense\nquorum none\n",
                "log W1\nquorum none\n",
                "log LOG\nlog LOG\nquorum none\n",
                "log LOG\nlog RENAMED\nquorum none\n",
                "witness n1\nquorum none\n",
                "witness n1 W1 a b\nquorum none\n",
                "witness n1 LOG\nquorum none\n",
                "witness n1 nonsense\nquorum none\n",
                "witness none W1\nquorum none\n",
                "witness n1 W1\nwitness n1 W2\nquorum none\n",
                "witness n1 W1\nwitness n2 W1\nquorum none\n",
                "witness n1 W1\ngroup n1 any n1\nquorum none\n",
                "witness n1 W1\ngroup none any n1\nquorum none\n",
                "witness n1 W1\ngroup g any\nquorum none\n",
                "witness n1 W1\ngroup g 0 n1\nquorum none\n",
                "witness n1 W1\ngroup g 2 n1\nquorum none\n",
                "witness n1 W1\ngroup g -1 n1\nquorum none\n",
                "witness n1 W1\ngroup g 01 n1\nquorum none\n",
                "witness n1 W1\ngroup g 4294967297 n1\nquorum none\n",
                "witness n1 W1\ngroup g some n1\nquorum none\n",
                "witness n1 W1\ngroup g any n1 n1\nquorum none\n",
                "witness n1 W1\ngroup g any g\nquorum none\n",
                "witness n1 W1\ngroup g any none\nquorum none\n",
                "group g any n1\nwitness n1 W1\nquorum none\n",
                "quorum n1\nwitness n1 W1\n",
                "witness n1 W1\ngroup g any n1\ngroup h any n1\nquorum none\n",
                "witness n1 W1\rquorum none\n",
                "quorum none\n\u0000",
                "quorum none\n#\u007f\n",
                "quorum none\n#\u000b\n"
            })
    void refusesPoliciesThatBreakARule(String file) {
        LogSigner renamed = new LogSigner("log.example/renamed", secret(1));
        assertThat(refused(Policy.parse(file.replace("LOG", log.vkey())
                        .replace("RENAMED", renamed.vkey())
                        .replace("W1", witness(0))
                        .replace("W2", witness(1))
                        .getBytes(StandardCharsets.UTF_8))))
                .containsPattern("^(the policy.+|policy line \\d+: .+)$");
    }

    @Test
    void saysWhichLineBreaksARule() {
        assertThat(refused(Policy.parse("# one\n\nlog x\nquorum none\n".getBytes(StandardCharsets.UTF_8))))
                .startsWith("policy line 3: ");
    }

    @Test
    void takes256DefinitionsAndNotOneMore() {
        StringBuilder file = new StringBuilder("witness n0 " + witness(0) + "\n");
        for (int i = 1; i < 256; i++) {
            file.append("group n").append(i).append(" all n").append(i - 1).append('\n');
        }
        // The quorum line stands above, so that the limit is on definitions alone.
        Policy deep = policy(file.toString().replaceFirst("\n", "\nquorum n0\n"));
        assertThat(deep.isQuorum(Set.of("n0"))).isTrue();
        String more = file.toString().replaceFirst("\n", "\nquorum n0\n") + "group g any n255\n";
        assertThat(refused(Policy.parse(more.getBytes(StandardCharsets.UTF_8)))).contains("too many");
        String full = "#" + " ".repeat(65_536 - 2 - "quorum none\n".length()) + "\nquorum none\n";
        policy(full);
        assertThat(refused(Policy.parse((" " + full).getBytes(StandardCharsets.UTF_8))))
                .contains("too long");
    }

    @Test
    void takesNamesInAnyScriptAsTheyAre() {
        Cosigner khmer = new Cosigner("ngo.example/សាក្សី", secret(21));
        String file = "log " + log.vkey() + "\nwitness សាក្សី " + khmer.vkey() + "\nquorum សាក្សី\n";
        byte[] note = Checkpoint.withLine(checkpoint.signed(log), khmer.line(checkpoint.text(), 7));
        assertThat(accepted(policy(file).check(note, ED)).witnesses()).containsOnlyKeys("សាក្សី");
        // Octets that are no UTF-8 are opaque, and change nothing elsewhere in the file.
        byte[] octets = (file + "#?\n").getBytes(StandardCharsets.UTF_8);
        octets[octets.length - 2] = (byte) 0xff;
        accepted(accepted(Policy.parse(octets)).check(note, ED));
        byte[] badKey = ("witness w \u00e9" + witness(0) + "\nquorum none\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refused(Policy.parse(badKey))).contains("not UTF-8");
    }

    @Test
    void aProofFileIsReadBackAsItWasWritten() {
        byte[] note = cosigned("0 1 3");
        for (int index = 0; index < 9; index++) {
            TlogProof proof = accepted(TlogProof.parse(TlogProofs.write(index, stored, note)));
            byte[] hash = new TreeHash().leaf(stored.entries.get(index));
            assertThat(proof.index()).isEqualTo(index);
            assertThat(proof.note()).isEqualTo(note);
            assertThat(proof.extra()).isEmpty();
            TlogProof.Proven proven = accepted(proof.verify(hash, policy(twoAndOne), ED));
            assertThat(proven.index()).isEqualTo(index);
            assertThat(proven.under().witnessed()).isTrue();
            assertThat(refused(proof.verify(new byte[32], policy(twoAndOne), ED)))
                    .contains("elsewhere");
        }
    }

    @Test
    void readsAProofsExtraDataWithoutTrustingIt() {
        String file = new String(TlogProofs.write(4, stored, cosigned("0 1 3")), StandardCharsets.UTF_8);
        TlogProof proof = proof(file.replace("\nindex", "\nextra AQID\nindex"));
        assertThat(proof.extra()).containsExactly(1, 2, 3);
        accepted(proof.verify(leaf, policy(twoAndOne), ED));
    }

    @Test
    void refusesMalformedProofFiles() {
        String good = new String(TlogProofs.write(4, stored, cosigned("0 1 3")), StandardCharsets.UTF_8);
        String hash = good.split("\n")[2];
        proof(good);
        for (String bad : List.of(
                "",
                "\n\n",
                good.replace("@v1", "@v2"),
                good.replace("\nindex 4", ""),
                "c2sp.org/tlog-proof@v1\n\n" + good.split("\n\n")[1],
                "c2sp.org/tlog-proof@v1\nextra AQID\n\n" + good.split("\n\n")[1],
                good.replace("index 4", "index 04"),
                good.replace("index 4", "index -4"),
                good.replace("index 4", "index 4 "),
                good.replace("index 4", "Index 4"),
                good.replace("index 4", "index 4\nindex 4"),
                good.replace("\nindex", "\nextra AQI\nindex"),
                good.replace("\nindex", "\nextra AQID\nextra AQID\nindex"),
                good.replace("index 4", "index 4\nextra AQID"),
                good.replace(hash, hash.replace("=", "")),
                good.replace(hash, hash + " "),
                good.replace(hash, "AAAA"),
                good.replace(hash, (hash + "\n").repeat(64).trim()),
                good.replace("\n", "\r\n"),
                good.split("\n\n")[0] + "\n")) {
            assertThat(TlogProof.parse(bad.getBytes(StandardCharsets.UTF_8)).isAccepted())
                    .as(bad)
                    .isFalse();
        }
        // Sixty-three hashes are the most a path can have: well formed, and then found too long for this tree.
        TlogProof longest = proof(good.replace(hash, (hash + "\n").repeat(60).trim()));
        assertThat(refused(longest.verify(leaf, policy(twoAndOne), ED))).contains("too long");
    }

    @Test
    void aProofUnderAnotherCheckpointIsRefused() {
        StoredLog longer = StoredLog.of(12);
        byte[] note = new Checkpoint("log.example/a", 12, longer.tree.root()).signed(log);
        TlogProof proof = accepted(
                TlogProof.parse(org.romdoul.ledger.write.TlogProof.bytes(4, new Proofs(stored, 9).inclusion(4), note)));
        refused(proof.verify(leaf, policy("log " + log.vkey() + "\nquorum none\n"), ED));
        accepted(new InclusionProof(4, 9, new Proofs(stored, 9).inclusion(4)).verify(leaf, stored.tree.root()));
    }

    @Test
    void theWriterSignsOnlyItsOwnCheckpoints() {
        assertThatThrownBy(() -> checkpoint.signed(other)).isInstanceOf(IllegalArgumentException.class);
        for (String origin : List.of("", "a\nb", "a\tb")) {
            assertThatThrownBy(() -> new Checkpoint(origin, 1, new byte[32]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Checkpoint("a", -1, new byte[32])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Checkpoint("a", 1, new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> witnesses.get(0).line(checkpoint.text(), -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(witnesses.get(0).name()).isEqualTo("ngo.example/1");
    }

    private byte[] cosigned(String signers) {
        byte[] note = checkpoint.signed(log);
        for (String signer : signers.isEmpty() ? new String[0] : signers.split(" ")) {
            int number = Integer.parseInt(signer);
            note = Checkpoint.withLine(note, witnesses.get(number).line(checkpoint.text(), 1_000 + number));
        }
        return note;
    }

    private String witness(int number) {
        return witnesses.get(number).vkey();
    }

    private static Policy policy(String file) {
        return accepted(Policy.parse(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static TlogProof proof(String file) {
        return accepted(TlogProof.parse(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static SigningKey secret(int number) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) number);
        return SigningKey.ofSeed(seed);
    }
}
