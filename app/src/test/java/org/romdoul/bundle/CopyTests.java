package org.romdoul.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Role;
import org.romdoul.cases.Cases;
import org.romdoul.cases.Membership;
import org.romdoul.cases.OpenCase;
import org.romdoul.database.RomdoulTest;
import org.romdoul.evidence.Described;
import org.romdoul.evidence.Disclosure;
import org.romdoul.evidence.Disclosures;
import org.romdoul.evidence.Exhibit;
import org.romdoul.evidence.Exhibits;
import org.romdoul.evidence.Receiving;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.audit.Audit;
import org.romdoul.journal.audit.Watcher;
import org.romdoul.journal.sealing.PublishedLog;
import org.romdoul.journal.sealing.Sequencer;
import org.romdoul.testing.Court;
import org.romdoul.testing.Opened;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

/** A copy is a fact before a byte leaves, and what leaves verifies without us. */
@RomdoulTest(properties = "romdoul.sealing=off")
@Import({Staff.class, Opened.class})
class CopyTests {

    private static final byte[] FIRST = "A bill of the Paper Lantern (fictional).\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SECOND = new byte[300_000];

    @TempDir
    Path folder;

    @Autowired
    Copies copies;

    @Autowired
    Courier courier;

    @Autowired
    Cases cases;

    @Autowired
    Exhibits exhibits;

    @Autowired
    Disclosures disclosures;

    @Autowired
    Receiving receiving;

    @Autowired
    Sequencer sequencer;

    @Autowired
    PublishedLog log;

    @Autowired
    Staff staff;

    @Autowired
    Opened opened;

    @Autowired
    Audit audit;

    @Autowired
    WebApplicationContext program;

    Actor officer;
    Actor prosecutor;
    OpenCase file;

    @BeforeEach
    void openACase() {
        officer = staff.hire(Role.INVESTIGATOR);
        prosecutor = staff.hire(Role.PROSECUTOR);
        var begun = opened.by(officer);
        Actors.as(officer, () -> {
            cases.join(begun, prosecutor.account(), Membership.Part.MEMBER);
            receive(begun, FIRST);
            receive(begun, SECOND);
            return true;
        });
        file = opened.to(prosecutor, begun.code());
    }

    private void receive(OpenCase into, byte[] bytes) {
        var described = new Described(Exhibit.Origin.SEIZED, null, null, "Fictional", PartialDate.ofYear(2026));
        receiving.receive(
                into,
                UUID.randomUUID(),
                described,
                new Receiving.Coming(new ByteArrayInputStream(bytes), "a", null, null));
    }

    private void seal() {
        while (sequencer.seal() > 0) {}
    }

    @Test
    void whoOnlyWorksOnTheCaseMakesNoCopy() {
        seal();
        var hers = opened.to(officer, file.code());
        assertThat(as(officer, () -> copies.make(hers, UUID.randomUUID(), "Court", "No. 1", Chosen.NOTHING)))
                .isEqualTo(new Copies.Refused("copy.role"));
        assertThat(as(officer, () -> copies.of(hers))).isEmpty();
    }

    @Test
    void whoOnlyWorksOnTheCaseTakesNoneEither() {
        var copy = make(Chosen.NOTHING);
        seal();
        var hers = opened.to(officer, file.code());
        assertThat(as(officer, () -> take(hers, copy, folder.resolve("none.zip"))))
                .isEqualTo("copy.role");
        assertThat(folder.resolve("none.zip")).doesNotExist();
    }

    @Test
    void nothingThatIsNotSealedIsCopied() {
        assertThat(as(prosecutor, () -> copies.make(file, UUID.randomUUID(), "Court", "No. 1", Chosen.NOTHING)))
                .isEqualTo(new Copies.Refused("copy.nothing-sealed"));
    }

    @Test
    void aCopyWaitsUntilItIsSealed() {
        var copy = make(everything());
        assertThat(take(copy, "early.zip")).isEqualTo("copy.not-sealed");
        seal();
        assertThat(take(copy, "sealed.zip")).isEmpty();
    }

    @Test
    void sentTwiceOneCopyIsMade() {
        seal();
        var form = UUID.randomUUID();
        for (var i = 0; i < 2; i++) as(prosecutor, () -> copies.make(file, form, "Court", "No. 1", Chosen.NOTHING));
        assertThat(as(prosecutor, () -> copies.of(file)))
                .singleElement()
                .satisfies(copy -> assertThat(copy.number()).isEqualTo(1));
    }

    @Test
    void aCopyOfEverythingVerifies() throws Exception {
        var said = verified(make(everything()), "everything.zip");
        assertThat(said)
                .contains("VERIFIED  case " + file.id() + ", copy 1")
                .contains("2 match the hashes in their facts");
        try (var zip = new ZipFile(folder.resolve("everything.zip").toFile())) {
            var names = zip.stream().map(entry -> entry.getName()).toList();
            assertThat(names).isSorted().allMatch(name -> name.startsWith("bundle-"));
            var bill = names.stream()
                    .filter(name -> name.endsWith(".decrypted.txt"))
                    .findFirst()
                    .orElseThrow();
            assertThat(zip.getInputStream(zip.getEntry(bill)).readAllBytes()).isEqualTo(FIRST);
            var index = new String(
                    zip.getInputStream(zip.getEntry(names.getFirst().replace("bagit.txt", "data/index.html")))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(index)
                    .contains("Fictional: at the Paper Lantern guest house")
                    .doesNotContain("<script");
        }
    }

    @Test
    void whatIsWithheldIsListedAndNotInIt() throws IOException {
        var said = verified(make(Chosen.NOTHING), "nothing.zip");
        assertThat(said.lines().filter(line -> line.startsWith("note          withheld    file ")))
                .hasSize(2);
        assertThat(new String(Files.readAllBytes(folder.resolve("nothing.zip")), StandardCharsets.ISO_8859_1))
                .doesNotContain("Paper Lantern");
    }

    @Test
    void aSealedFileVerifiesByWhatIsStored() {
        seal();
        var files = as(prosecutor, () -> copies.files(file)).stream()
                .map(Offered::id)
                .collect(Collectors.toSet());
        assertThat(verified(make(new Chosen(Set.of(), Set.of(), files)), "sealed.zip"))
                .contains("2 match the hashes in their facts");
        assertThat(as(prosecutor, () -> readings())).isEmpty();
    }

    @Test
    void thatAFileLeftReadableIsAReading() {
        verified(make(everything()), "read.zip");
        assertThat(as(prosecutor, this::readings)).containsExactly("court", "court");
    }

    @Test
    void whatLeftReadableStandsInTheRegisterOnceHoweverOftenItIsTaken() {
        var copy = make(everything());
        assertThat(as(prosecutor, () -> disclosures.of(file))).isEmpty();
        for (var name : List.of("registered.zip", "again.zip")) verified(copy, name);
        assertThat(as(prosecutor, () -> disclosures.of(file)))
                .hasSize(2)
                .allSatisfy(line -> {
                    assertThat(line.caseCopy()).isEqualTo(copy.number());
                    assertThat(line.by()).isEqualTo(prosecutor.account());
                    assertThat(as(prosecutor, () -> disclosures.words(file, line.recipientWords())))
                            .isEqualTo("Court");
                    assertThat(as(prosecutor, () -> disclosures.words(file, line.order())))
                            .isEqualTo("No. 1");
                })
                .extracting(Disclosure::label)
                .containsExactly("E1", "E2");
    }

    @Test
    void whatLeftEncryptedWasDisclosedToNobody() {
        seal();
        var files = as(prosecutor, () -> copies.files(file)).stream()
                .map(Offered::id)
                .collect(Collectors.toSet());
        verified(make(new Chosen(Set.of(), Set.of(), files)), "closed.zip");
        assertThat(as(prosecutor, () -> disclosures.of(file))).isEmpty();
    }

    private List<String> readings() {
        return exhibits.of(file).stream()
                .flatMap(exhibit -> exhibits.readings(file, exhibit).stream())
                .map(reading -> reading.purpose())
                .toList();
    }

    @Test
    void whatHappensWhileACopyIsMadeIsInTheChainAndNotOpened() {
        var everything = everything();
        var hers = opened.to(officer, file.code());
        as(officer, () -> {
            receive(hers, "later".getBytes(StandardCharsets.US_ASCII));
            return true;
        });
        var listed = as(prosecutor, () -> copies.words(file)).getLast().event();
        var said = verified(makeOfWhatIsSealed(everything), "late.zip");
        assertThat(said).contains("2 match the hashes in their facts");
        assertThat(said).contains("complete up to event " + (listed + 2));
    }

    @Test
    void theSameCopyIsGivenAgainWithTheSameListAndPages() throws IOException {
        var copy = make(everything());
        verified(copy, "first.zip");
        var next = make(Chosen.NOTHING);
        assertThat(verified(next, "second.zip")).contains("copy 2");
        assertThat(verified(copy, "again.zip")).contains("copy 1");
        assertThat(entry("again.zip", "copy.txt")).isEqualTo(entry("first.zip", "copy.txt"));
        assertThat(entry("again.zip", "index.html")).isEqualTo(entry("first.zip", "index.html"));
    }

    private byte[] entry(String zip, String name) throws IOException {
        try (var file = new ZipFile(folder.resolve(zip).toFile())) {
            var entry = file.stream()
                    .filter(one -> one.getName().endsWith("/data/" + name))
                    .findFirst()
                    .orElseThrow();
            return file.getInputStream(entry).readAllBytes();
        }
    }

    @Test
    void aStrangerFindsNoCopy() {
        make(Chosen.NOTHING);
        var stranger = new Visitor(program, staff.hire(Role.PROSECUTOR));
        var code = file.code().value();
        for (var path : List.of("/copies", "/copies/new", "/copies/1"))
            assertThat(stranger.get("/c/" + code + path).status()).isEqualTo(404);
        assertThat(stranger.post("/c/" + code + "/copies/1").status()).isEqualTo(404);
    }

    @Test
    void theFormSaysWhatIsMissingAndLosesNothing() {
        seal();
        var visitor = new Visitor(program, prosecutor);
        var path = "/c/" + file.code().value() + "/copies/new";
        var id = as(prosecutor, () -> copies.files(file)).getFirst().id().toString();
        var fact = visitor.get(path).fact();
        var refused =
                visitor.post(path, "fact", fact, "recipient", "Court of first instance", "decrypted", id, "sealed", id);
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.problems()).hasSize(2);
        assertThat(refused.body()).contains("value=\"Court of first instance\"");
        var made = visitor.post(
                path, "fact", fact, "recipient", "Court of first instance", "ordered", "No. 12", "decrypted", id);
        assertThat(made.to()).isEqualTo("/c/" + file.code().value() + "/copies/1");
        assertThat(visitor.get(made.to()).body()).contains("Court of first instance");
        seal();
        assertThat(visitor.get(made.to()).body()).contains("Take the copy");
        assertThat(visitor.post(made.to()).body()).startsWith("PK");
    }

    /** The verifier in bash and openssl, which shares no line with ours. */
    @Test
    void theSecondVerifierSaysTheSame() throws Exception {
        verified(make(everything()), "second-opinion.zip");
        var process = new ProcessBuilder(
                        "bash",
                        Path.of("..", "verifier", "second.sh").toString(),
                        folder.resolve("second-opinion.zip").toString(),
                        folder.resolve("court.policy").toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines().map(line -> line.split(" +")[1])).containsExactly("ok", "ok", "ok", "ok");
    }

    /** An older reader of bags, which knows nothing of us. */
    @Test
    void anotherProgramReadsTheBag() throws Exception {
        verified(make(everything()), "bag.zip");
        try (var zip = new ZipFile(folder.resolve("bag.zip").toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                var to = folder.resolve("bag").resolve(entry.getName());
                Files.createDirectories(to.getParent());
                Files.copy(zip.getInputStream(entry), to);
            }
        }
        Path base;
        try (var inside = Files.list(folder.resolve("bag"))) {
            base = inside.findFirst().orElseThrow();
        }
        var bag = new gov.loc.repository.bagit.reader.BagReader().read(base);
        try (var verifier = new gov.loc.repository.bagit.verify.BagVerifier()) {
            verifier.isValid(bag, false);
        }
        assertThat(bag.getVersion().toString()).isEqualTo("1.0");
        assertThat(bag.getPayLoadManifests()).hasSize(2);
    }

    @Test
    void theAuditFindsNothingAfterwards() {
        verified(make(everything()), "audited.zip");
        var report = audit.run(sequencer.vkey(), java.util.Map.of(), Watcher.SILENT);
        assertThat(report.clean()).as(report.toString()).isTrue();
    }

    private Chosen everything() {
        seal();
        return as(
                prosecutor,
                () -> new Chosen(
                        copies.words(file).stream().map(Offered::id).collect(Collectors.toSet()),
                        copies.files(file).stream().map(Offered::id).collect(Collectors.toSet()),
                        Set.of()));
    }

    private Copy make(Chosen chosen) {
        seal();
        return makeOfWhatIsSealed(chosen);
    }

    private Copy makeOfWhatIsSealed(Chosen chosen) {
        return switch (as(prosecutor, () -> copies.make(file, UUID.randomUUID(), "Court", "No. 1", chosen))) {
            case Copies.Made made -> made.copy();
            case Copies.Refused no -> throw new AssertionError(no.reason());
        };
    }

    private String verified(Copy copy, String name) {
        seal();
        assertThat(take(copy, name)).isEmpty();
        return verify(folder.resolve(name));
    }

    private String verify(Path bundle) {
        try {
            var policy = Files.writeString(folder.resolve("court.policy"), "log " + log.vkey() + "\nquorum none\n");
            var said = Court.verifies(bundle, policy);
            assertThat(said.exit()).as(said.words()).isZero();
            return said.words();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String take(Copy copy, String name) {
        return as(prosecutor, () -> take(file, copy, folder.resolve(name)));
    }

    /** @return why it did not leave; empty where it did */
    private String take(OpenCase from, Copy copy, Path to) {
        try (var bytes = new ByteArrayOutputStream()) {
            var waiting = courier.take(from, copy, name -> bytes);
            if (waiting.isPresent()) return waiting.get().reason();
            Files.write(to, bytes.toByteArray());
            return "";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** As her, and in no transaction: as the pages work. */
    private static <T> T as(Actor actor, Supplier<T> work) {
        return Objects.requireNonNull(Actors.as(actor, work));
    }
}
