package org.romdoul.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.romdoul.testing.Browser.to;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Agencies;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.database.Home;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.testing.Browser;
import org.romdoul.testing.Browser.Upload;
import org.romdoul.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The exhibits of a case in a browser without scripts; strangers first. */
@RomdoulTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"romdoul.demo=true", "romdoul.evidence.largest=1MB"})
@Import(MovableClock.Instead.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExhibitPagesTests {

    private static final String OWN = "four unrelated words here";
    private static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };
    private static final Upload PICTURE = new Upload("Lotus Example.png", PNG);

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Agencies agencies;

    @Autowired
    Cases cases;

    @Autowired
    Exhibits exhibits;

    @Autowired
    HandOvers handOvers;

    @Autowired
    Uploads uploads;

    @Autowired
    Home home;

    private record AtWork(Browser browser, Actor actor) {}

    private final List<AtWork> people = new ArrayList<>();
    private AtWork officer;
    private AtWork stranger;
    private OpenCase file;

    @BeforeEach
    void aCase() {
        if (people.isEmpty()) for (var role : List.of(Role.INVESTIGATOR, Role.INVESTIGATOR)) people.add(signIn(role));
        officer = people.getFirst();
        stranger = people.getLast();
        file = as(
                officer.actor(),
                () -> cases.begin(CaseFile.Origin.ALLEGATION, PartialDate.ofYear(2026), null, officer.actor()));
        officer.browser().get("/account");
        stranger.browser().get("/account");
    }

    @Test
    void aStrangerGetsTheSamePageThatIsNotThere() {
        var sent = send(PICTURE);
        assertThat(to(sent)).isEqualTo(address(""));
        var id = exhibit("E1").id();
        for (var path : List.of(
                address(""),
                address("/new"),
                address("/files"),
                address("/E1"),
                address("/E1/open"),
                address("/E1/label"),
                address("/E1/sheet"),
                "/e/" + id,
                "/e/" + id + "/give",
                "/e/" + id + "/answer",
                "/e/" + id + "/look"))
            assertThat(stranger.browser().get(path).statusCode()).as(path).isEqualTo(404);
        for (var path : List.of(address("/new"), address("/E1/open"), address("/E1/check"), "/e/" + id + "/give"))
            assertThat(stranger.browser()
                            .post(path, "fact", UUID.randomUUID().toString())
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        assertThat(stranger.browser()
                        .upload(address("/files"), List.of(PICTURE), typed())
                        .statusCode())
                .isEqualTo(404);
        assertThat(officer.browser().get(address("/E9")).statusCode()).isEqualTo(404);
    }

    @Test
    void aFormWithoutItsTokenIsRefusedThoughItBringsFiles() {
        var other = new Browser(port);
        assertThat(to(other.upload(address("/files"), List.of(PICTURE), typed())))
                .startsWith("/sign-in");
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsMissingAndSaysSoBesideTheField() {
        var page = officer.browser()
                .upload(address("/files"), List.of(PICTURE), "fact", fact(), "words", "A phone & case");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("A phone &amp; case", "govuk-error-summary", "id=\"origin-error\"");
        assertThat(as(officer.actor(), () -> exhibits.of(file))).isEmpty();
    }

    @Test
    void namesTheFilesThatAreRefusedAndKeepsTheOthers() {
        var page = officer.browser()
                .upload(
                        address("/files"),
                        List.of(
                                new Upload("empty.txt", new byte[0]),
                                PICTURE,
                                new Upload("big.bin", new byte[1_100_000])),
                        typed());
        assertThat(page.body()).contains("empty.txt is empty", "big.bin is larger than 1", file.code() + "-E1");
        assertThat(as(officer.actor(), () -> exhibits.of(file))).hasSize(1);
    }

    @Test
    void asksForAFileWhereNoneWasChosen() {
        assertThat(officer.browser()
                        .upload(address("/files"), List.of(new Upload("", new byte[0])), typed())
                        .body())
                .contains("choose at least one file");
    }

    @Test
    void refusesAFileWithAnotherHashThanTheOneTyped() {
        var typed = new ArrayList<>(List.of(typed()));
        typed.addAll(List.of("sha256", "AA".repeat(32)));
        assertThat(officer.browser()
                        .upload(address("/files"), List.of(PICTURE), typed.toArray(String[]::new))
                        .body())
                .contains("is not the file that the hash was made from");
        assertThat(as(officer.actor(), () -> exhibits.of(file))).isEmpty();
    }

    @Test
    void theSameFormSentAgainRecordsNothingTwice() {
        var typed = typed();
        for (var i = 0; i < 2; i++)
            assertThat(to(officer.browser().upload(address("/files"), List.of(PICTURE), typed)))
                    .isEqualTo(address(""));
        assertThat(as(officer.actor(), () -> exhibits.of(file))).hasSize(1);
    }

    @Test
    void aFileThatWentAheadAndDidNotArriveWholeIsNoExhibit() {
        var half = ahead(PNG.length - 1);
        for (var sent : List.of(half, half.replaceFirst(".", "f"), "no id of ours"))
            assertThat(sendForm("sent", sent).body()).contains("govuk-error-summary");
        assertThat(sendForm("sent", half).body()).contains("Lotus, Example.png did not arrive whole");
        assertThat(as(officer.actor(), () -> exhibits.of(file))).isEmpty();
    }

    @Test
    void aFileThatWentAheadIsNotLostWhenSomethingIsMissingAndIsRecordedOnce() {
        var sent = ahead(PNG.length);
        var page = officer.browser().upload(address("/files"), List.of(), "fact", fact(), "sent", sent);
        assertThat(page.body()).contains("id=\"words-error\"", "value=\"" + sent + "\"", "<li>Lotus, Example.png</li>");
        for (var i = 0; i < 2; i++) assertThat(to(sendForm("sent", sent))).isEqualTo(address(""));
        assertThat(as(officer.actor(), () -> exhibits.of(file))).hasSize(1);
        assertThat(officer.browser().get(address("/E1")).body()).contains("Lotus, Example.png", "image/png");
    }

    @Test
    void onlyThePageThatSendsFilesMaySendSomethingByItself() {
        assertThat(policy("/files")).contains("default-src 'none'", "connect-src 'self'");
        assertThat(policy("/new")).contains("default-src 'none'").doesNotContain("connect-src");
        assertThat(policy("")).doesNotContain("connect-src");
    }

    private String policy(String below) {
        return officer.browser()
                .get(address(below))
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
    }

    /** @return how a form names a picture of which so much went ahead */
    private String ahead(int length) {
        var id = UUID.randomUUID();
        as(officer.actor(), () -> {
            try {
                var upload = uploads.begin(file, id, PNG.length).orElseThrow();
                return uploads.append(upload, file.id(), new ByteArrayInputStream(PNG, 0, length));
            } catch (IOException broken) {
                throw new AssertionError(broken);
            }
        });
        return id + " image/png Lotus%2C%20Example.png";
    }

    private java.net.http.HttpResponse<String> sendForm(String... more) {
        return officer.browser().upload(address("/files"), List.of(), merge(typed(), more));
    }

    @Test
    void showsNoNameInListsTitlesAndAddressesAndNothingOfWhatIsInside() {
        send(PICTURE);
        var list = officer.browser().get(address("")).body();
        var page = officer.browser().get(address("/E1")).body();
        assertThat(list).contains("E1", "image/png").doesNotContain("Lotus Example");
        assertThat(page).contains("Lotus Example.png", exhibit("E1").code());
        assertThat(page.substring(0, page.indexOf("</title>"))).doesNotContain("Lotus");
        assertThat(page).doesNotContain("<img");
        assertThat(officer.browser().get(address("/E1/label")).body()).doesNotContain("Lotus Example");
        assertThat(officer.browser().get(address("/E1/sheet")).body()).doesNotContain("Lotus Example");
    }

    @Test
    void aFileIsGivenOnlyForAReasonToBeSavedUnderItsCode() throws Exception {
        send(PICTURE);
        officer.browser().get(address("/E1/open"));
        var refused = officer.browser().post(address("/E1/open"), "purpose", "COURT", "reason", "");
        assertThat(refused.body()).contains("id=\"reason-error\"");
        assertThat(as(officer.actor(), () -> exhibits.readings(file, exhibit("E1"))))
                .isEmpty();
        var saved = officer.browser().save(address("/E1/open"), "purpose", "COURT", "reason", "The court asks");
        assertThat(saved.body()).isEqualTo(PNG);
        assertThat(saved.headers().map())
                .containsEntry("Content-Type", List.of("application/octet-stream"))
                .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                .containsEntry("Content-Security-Policy", List.of("default-src 'none'; sandbox"))
                .containsEntry(
                        "Content-Disposition",
                        List.of("attachment; filename=\"" + exhibit("E1").code() + ".bin\""));
        assertThat(officer.browser().get(address("/E1")).body()).contains("For the court");
    }

    @Test
    void aDamagedFileIsNeverTakenForWholeAndThoseWhoMustKnowAreTold() throws Exception {
        send(new Upload("long.bin", new byte[900_000]));
        var stored = stored(exhibit("E1"));
        var bytes = Files.readAllBytes(stored);
        bytes[bytes.length - 20] ^= 1;
        Files.write(stored, bytes);
        officer.browser().get(address("/E1/open"));
        assertThatThrownBy(() ->
                        officer.browser().save(address("/E1/open"), "purpose", "COURT", "reason", "The court asks"))
                .isInstanceOf(IOException.class);
        assertThat(officer.browser().get("/today").body())
                .contains(exhibit("E1").code());

        bytes[100] ^= 1;
        Files.write(stored, bytes);
        var page = officer.browser().save(address("/E1/open"), "purpose", "COURT", "reason", "The court asks");
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("is not what was sealed");
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(officer.browser().get(address("/E1")).body())
                .contains("The stored file is gone or not what was sealed");
    }

    @Test
    void isHandedOverByTwoAndSeenOnTodayAndOnTheStrip() {
        officer.browser().post(address("/new"), merge(typed(), "seal", "S-77", "place", "desk 1"));
        var id = exhibit("E1").id();
        officer.browser().get("/e/" + id + "/give");
        var self = officer.browser()
                .post("/e/" + id + "/give", giving(officer.actor().number()));
        assertThat(self.body()).contains("cannot hand over to yourself", "value=\"S-77\"");
        assertThat(to(officer.browser()
                        .post("/e/" + id + "/give", giving(stranger.actor().number()))))
                .isEqualTo("/e/" + id);
        assertThat(officer.browser().get(address("")).body()).contains("not yet confirmed");

        var today = stranger.browser().get("/today").body();
        assertThat(today).contains(exhibit("E1").code(), "/e/" + id);
        var answer = stranger.browser().get("/e/" + id + "/answer").body();
        assertThat(answer).doesNotContain("S-77", "A telephone");
        assertThat(to(stranger.browser()
                        .post(
                                "/e/" + id + "/answer",
                                "fact",
                                fact(),
                                "outcome",
                                "RECEIVED",
                                "seal",
                                "S-78",
                                "found",
                                "INTACT")))
                .isEqualTo("/e");
        assertThat(stranger.browser().get(address("")).statusCode()).isEqualTo(404);
        var page = officer.browser().get(address("/E1")).body();
        assertThat(page)
                .contains(stranger.actor().number(), "The seal is another one", "url(#chart")
                .contains("received it")
                .contains("Written down afterwards: what the record says of this time was entered later");
        assertThat(officer.browser().get("/c/" + file.code()).body()).contains("Evidence");
    }

    private String[] giving(String receiver) {
        return new String[] {
            "fact", fact(), "reason", "STORAGE", "receiver", receiver, "found", "INTACT", "seal", "S-77"
        };
    }

    private java.net.http.HttpResponse<String> send(Upload upload) {
        return officer.browser().upload(address("/files"), List.of(upload), typed());
    }

    private static String[] typed() {
        return new String[] {
            "fact",
            fact(),
            "words",
            "A telephone",
            "origin",
            "SEIZED",
            "happened.day",
            "1",
            "happened.month",
            "1",
            "happened.year",
            "2026"
        };
    }

    private static String[] merge(String[] one, String... other) {
        var all = new ArrayList<>(List.of(one));
        all.addAll(List.of(other));
        return all.toArray(String[]::new);
    }

    private static String fact() {
        return UUID.randomUUID().toString();
    }

    private String address(String below) {
        return "/c/" + file.code().value() + "/exhibits" + below;
    }

    private Exhibit exhibit(String label) {
        return as(officer.actor(), () -> exhibits.find(file, label).orElseThrow());
    }

    private Path stored(Exhibit exhibit) {
        var id = Objects.requireNonNull(exhibit.file()).blob().id().toString();
        return home.folder("blobs").resolve("files").resolve(id.substring(34)).resolve(id);
    }

    private AtWork signIn(Role role) {
        var browser = new Browser(port);
        var agency =
                agencies.add("LOTUS", "police", "Lotus Province unit (fictional)", PartialDate.UNKNOWN, Actor.SYSTEM);
        var number = accounts.freeNumber();
        var added = (Accounts.Added) accounts.add(agency, number, role, "Lotus Sample", "en", Actor.SYSTEM);
        browser.get("/sign-in");
        browser.post("/sign-in", "number", number, "password", added.password());
        browser.post("/sign-in/phone", "code", Browser.code(browser.get("/sign-in/phone")));
        browser.get("/sign-in/password");
        assertThat(to(browser.post("/sign-in/password", "password", OWN, "again", OWN)))
                .isEqualTo("/today");
        return new AtWork(browser, added.account().sitsDown(UUID.randomUUID()));
    }

    private static <T> T as(Actor actor, java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(Actors.as(actor, work));
    }
}
