package org.romdoul.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command: what it takes, what it prints, how it ends; and bundles in folders. */
class VerifierTest {

    private static final Path GOOD = Fixture.FOLDER.resolve("good/witnessed.zip");
    private static final Path POLICY = Fixture.FOLDER.resolve("court.policy");

    @TempDir
    Path folder;

    @Test
    void wrongUseSaysHowToUseItAndEndsWithTwo() {
        String good = GOOD.toString();
        String policy = POLICY.toString();
        for (String[] wrong : new String[][] {
            {},
            {good},
            {good, "--policy"},
            {"--policy", policy},
            {good, good, "--policy", policy},
            {good, "--policy", policy, "--policy", policy},
            {good, "--policy", policy, "--quiet"},
            {good, "--json"},
            {"\u0000", "--policy", policy}
        }) {
            Run run = Run.of(wrong);
            assertThat(run.exit()).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(run.text()).startsWith("java -jar verifier.jar BUNDLE --policy FILE");
        }
    }

    @Test
    void argumentsStandInAnyOrder() {
        assertThat(Run.of("--json", "--policy", POLICY.toString(), GOOD.toString())
                        .exit())
                .isZero();
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(Run.of(folder.resolve("none.zip"), POLICY).text())
                .isEqualTo(lines(
                        "UNREADABLE    container   the bundle is missing, or cannot be read to its end",
                        "",
                        "UNREADABLE  container: the bundle is missing, or cannot be read to its end"));
        assertThat(Run.of(GOOD, folder.resolve("none")).text())
                .contains("policy: the policy file is missing or cannot be read");
    }

    @Test
    void aPolicyThatIsNoneIsNotUsed() throws IOException {
        Path none = Files.writeString(folder.resolve("policy"), "quorum none\nquorum none\n");
        assertThat(Run.of(GOOD, none).text()).contains("policy: policy line 2: a second quorum");
        Path long0 = Files.write(folder.resolve("long"), new byte[70_000]);
        assertThat(Run.of(GOOD, long0).text()).contains("policy: the policy is too long");
    }

    @Test
    void aGoodBundleIsToldLineByLine() {
        String text = Run.of(GOOD, POLICY).text();
        assertThat(text.lines().map(line -> line.split(" +", 3)).limit(14))
                .allSatisfy(words -> assertThat(words[0]).isIn("ok", "note"))
                .extracting(words -> words[1])
                .containsExactly(
                        "container",
                        "policy",
                        "manifests",
                        "checkpoint",
                        "witnesses",
                        "time-stamp",
                        "facts",
                        "readings",
                        "proofs",
                        "head",
                        "openings",
                        "files",
                        "pages",
                        "places");
        assertThat(text)
                .contains("ok            container   a zip of 42 files")
                .contains("ok            manifests   sha256 and sha512 of 42 files, 26744 bytes")
                .contains("ok            checkpoint  21 leaves, signed by demo.romdoul.example/log+")
                .contains("3 of 3 signed, which is the quorum: bar at 2026-11-24T03:00:00Z, embassy at ")
                .contains("ok            facts       1 to 8, each names the one before")
                .contains("ok            readings    1 to 2, each names the one before")
                .contains("ok            proofs      10 lead to the checkpoint's root")
                .contains("ok            head        event 8 is the signed head for copy 1")
                .contains("ok            openings    4 match their commitments")
                .contains("ok            files       2 match the hashes in their facts")
                .endsWith(": complete up to event 8 as of 2026-11-24T01:09:38.998Z" + System.lineSeparator());
    }

    @Test
    void whatIsWithheldIsListed() {
        String text = Run.of(Fixture.FOLDER.resolve("good/withheld-openings.zip"), POLICY)
                .text();
        assertThat(text.lines().filter(line -> line.startsWith("note          withheld    words ")))
                .hasSize(3);
        assertThat(text.lines().filter(line -> line.endsWith(", erased"))).hasSize(1);
        assertThat(text)
                .contains("openings    1 match their commitments")
                .contains("files       2 match the hashes in their facts");
        assertThat(Run.of(Fixture.FOLDER.resolve("good/without-exhibits.zip"), POLICY)
                        .text())
                .contains("files       0 match the hashes in their facts");
    }

    @Test
    void jsonHoldsTheSame() {
        String json = Run.of(GOOD, POLICY, "--json").text();
        assertThat(json)
                .startsWith("{\n  \"verdict\": \"VERIFIED\",\n  \"exit\": 0,\n  \"case\": \"")
                .contains(
                        "\",\n  \"copy\": 1,\n  \"events\": 8,\n  \"as_of\": \"2026-11-24T01:09:38.998Z\",\n  \"checks\": [\n")
                .contains("{\"check\": \"container\", \"finding\": \"ok\", \"text\": \"a zip of 42 files\"},\n")
                .contains("{\"check\": \"time-stamp\", \"finding\": \"note\", \"text\": \"none\"}")
                .endsWith("\"every file has its place\"}\n  ]\n}\n");
        assertThat(Row.parse(ExampleCountry.text(json)).isAccepted()).isTrue();
    }

    @Test
    void jsonEscapesWhatAnyReportMayHold() {
        Report report = new Report();
        report.bad("check", Verdict.TAMPERED, "\"quoted\" \\ \u0001 é");
        assertThat(Printed.json(report))
                .isEqualTo(
                        "{\n  \"verdict\": \"TAMPERED\",\n  \"exit\": 1,\n  \"checks\": [\n    {\"check\": \"check\","
                                + " \"finding\": \"TAMPERED\", \"text\": \"\\\"quoted\\\" \\\\ \\u0001 \\u00e9\"}\n  ]\n}\n");
    }

    @Test
    void aNotWitnessedBundleSaysWhatItWouldShow() {
        Run run = Run.of(Fixture.FOLDER.resolve("broken/no-witness.zip"), POLICY);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.text()).contains("NOT-WITNESSED  case ").contains("0 of 3 signed, which is no quorum");
    }

    @Test
    void aPolicyWithoutWitnessesIsToldSo() throws IOException {
        String log = Files.readAllLines(POLICY).getFirst();
        Path policy = Files.writeString(folder.resolve("policy"), log + "\nquorum none\n");
        assertThat(Run.of(Fixture.FOLDER.resolve("broken/no-witness.zip"), policy))
                .satisfies(run -> assertThat(run.exit()).isZero())
                .satisfies(run -> assertThat(run.text())
                        .contains("note          witnesses   the policy asks for none; 0 of 0 signed"));
    }

    @Test
    void manyFindingsOfOneCheckAreCounted() {
        Report report = new Report();
        for (int i = 0; i < 25; i++) {
            report.bad("facts", Verdict.INCOMPLETE, "one");
        }
        report.conclude("facts", "good");
        assertThat(report.lines()).hasSize(21);
        assertThat(report.lines().getLast().text()).isEqualTo("and 5 more");
        Report few = new Report();
        for (int i = 0; i < 20; i++) {
            few.bad("facts", Verdict.INCOMPLETE, "one");
        }
        few.conclude("facts", "good");
        assertThat(few.lines()).hasSize(20);
    }

    @Test
    void anUnpackedBundleIsVerifiedByItsFolder() throws IOException {
        Run run = Run.of(unpacked(Bundles.full()), POLICY);
        assertThat(run.exit()).as(run.text()).isZero();
        assertThat(run.text()).contains("a folder of 42 files");
    }

    @Test
    void aPolicyInsideTheFolderTrustsNobody() throws IOException {
        Path bundle = unpacked(Bundles.full().put("data/policy", Bundles.courtPolicy()));
        Run run = Run.of(bundle, bundle.resolve("data/policy"));
        assertThat(run.verdict()).isEqualTo(Verdict.UNANCHORED);
        assertThat(run.text()).contains("UNANCHORED  policy: stands in the bundle itself");
    }

    @Test
    void aFolderWithALinkIsUnreadable() throws IOException {
        Path bundle = unpacked(Bundles.full());
        Path index = bundle.resolve("data/index.html");
        Path aside = Files.move(index, folder.resolve("aside"));
        Files.createSymbolicLink(index, aside);
        assertThat(Run.of(bundle, POLICY).text()).contains("container: the folder holds a link");
        Path linked = unpacked(Bundles.full());
        Path data = Files.move(linked.resolve("data"), folder.resolve("data"));
        Files.createSymbolicLink(linked.resolve("data"), data);
        assertThat(Run.of(linked, POLICY).text()).contains("container: the folder holds a link");
    }

    @Test
    void aFolderWithOddNamesIsUnreadable() throws IOException {
        for (String name : new String[] {"data/.hidden", "data/A.txt", "data/a/b/c/d", ".git/x"}) {
            Path bundle = unpacked(Bundles.full());
            Files.createDirectories(bundle.resolve(name).getParent());
            Files.writeString(bundle.resolve(name), "x");
            assertThat(Run.of(bundle, POLICY).text())
                    .as(name)
                    .contains("container: the folder holds a name that is not plain");
        }
    }

    @Test
    void aFolderThatIsNoBundleIsTold() throws IOException {
        Run run = Run.of(Files.createDirectory(folder.resolve("empty")), POLICY);
        assertThat(run.verdict()).isEqualTo(Verdict.TAMPERED);
        assertThat(run.text()).contains("bagit.txt does not declare a bag").contains("data/copy.txt is missing");
    }

    /** A witness who saw the log an hour before the record says that it was written. */
    @Test
    void clocksThatCannotBothBeRightAreNoted() {
        ExampleCountry country = ExampleCountry.begun();
        ExampleCase.Copy copy = country.main.copy(ExampleCase.Disclosed.EVERYTHING);
        long head = country.log.now().getEpochSecond();
        assertThat(noted(country, copy, head - 3_600)).contains("a clock is wrong");
        assertThat(noted(country, copy, head - 300)).doesNotContain("a clock is wrong");
        assertThat(noted(country, copy, Long.MAX_VALUE))
                .doesNotContain("a clock is wrong")
                .contains("VERIFIED");
    }

    private String noted(ExampleCountry country, ExampleCase.Copy copy, long witnessed) {
        Bag bag = new Bag(country.main.files(copy, country.noteAt(3, witnessed))).sealed();
        try {
            Path zip = Files.write(folder.resolve("noted.zip"), bag.zip().bytes());
            return Run.of(zip, POLICY).text();
        } catch (IOException full) {
            throw new AssertionError(full);
        }
    }

    private Path unpacked(Bag bag) throws IOException {
        Path base = Files.createTempDirectory(folder, "unpacked");
        for (Map.Entry<String, byte[]> file : bag.files.entrySet()) {
            Path path = base.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return base;
    }

    private static String lines(String... lines) {
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }
}
