package org.romdoul.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.database.Home;
import org.romdoul.database.RomdoulTest;
import org.romdoul.journal.audit.Audit;
import org.romdoul.journal.audit.AuditReport;
import org.romdoul.journal.audit.Watcher;
import org.romdoul.journal.sealing.Sequencer;
import org.romdoul.law.Law;
import org.romdoul.testing.Court;
import org.romdoul.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * Two files followed in a real browser, over a line that breaks, from the desk of an officer through the hands of a prosecutor to a
 * copy that the court's own program verifies, under three witnesses; then the record is audited.
 */
@RomdoulTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "romdoul.demo=true")
@Import({MovableClock.Instead.class, Country.class})
class ExhibitTourTests {

    private static final String OFFICER = "U-102";
    private static final String PROSECUTOR = "U-104";
    private static final String ROOMS = "1,2,3\n".repeat(1_000_000);
    private static final String BILL = "A bill of the Paper Lantern (fictional).\n";

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    @Autowired
    Country country;

    @Autowired
    Home home;

    @Autowired
    Law law;

    @Autowired
    Audit audit;

    @Autowired
    Sequencer sequencer;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anExhibitIsFollowedFromHandToHandIntoACopyThatACourtVerifies(boolean scripts) throws IOException {
        Path copy;
        try (var line = new BrokenLine(port, scripts ? 2_000_000 : Long.MAX_VALUE);
                var browser = new Chromium(line.port(), country, scripts)) {
            browser.signIn(OFFICER);
            var address = opensACase(browser);
            theProsecutionJoins(browser, address);
            uploads(browser, address, List.of(file("bill.txt", BILL), file("rooms.csv", ROOMS)));
            assertThat(line.breaks()).isEqualTo(scripts ? 1 : 0);
            assertThat(line.carried()).isLessThan(ROOMS.length() * 2L);
            var hand = gives(browser, address + "/exhibits/E1");
            browser.signIn(PROSECUTOR);
            receives(browser, hand);
            custodyHasNoGap(browser, address + "/exhibits/E1");
            copy = copies(browser, address);
            if (scripts) theScreensAreForEverybody(browser, address);
        }
        var policy = home.directory().resolve("policy");
        var said = Court.verifies(copy, policy);
        assertThat(said.words())
                .contains("which is the quorum: demonstration-")
                .contains("2 match the hashes in their facts")
                .contains("VERIFIED  case ");
        assertThat(said.exit()).isZero();
        var tampered = Court.verifies(tampered(copy), policy);
        assertThat(tampered.words()).contains("TAMPERED  ");
        assertThat(tampered.exit()).isOne();
        assertThat(audited().findings()).isEmpty();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String opensACase(Chromium browser) {
        browser.open("/c/new");
        browser.choose("child", "NO");
        browser.choose("acts", "HARBOURING");
        browser.choose("means", "DECEPTION");
        browser.choose("purposes", "LABOUR");
        browser.type("words", "Fictional: wages withheld at the Paper Lantern guest house in Sample Town.");
        browser.send();
        var tab = Objects.requireNonNull(
                browser.element("nav a[href$='/exhibits']").getDomAttribute("href"));
        return tab.replaceFirst("/exhibits$", "");
    }

    private static void theProsecutionJoins(Chromium browser, String address) {
        browser.open(address + "/team");
        browser.type("number", PROSECUTOR);
        browser.choose("part", "MEMBER");
        browser.send("main form[action$='/team']");
        assertThat(browser.text()).contains(PROSECUTOR);
    }

    private void uploads(Chromium browser, String address, List<Path> files) {
        browser.open(address + "/exhibits/files");
        browser.type("words", "Fictional: what lay on the counter of the Paper Lantern");
        browser.choose("origin", "SEIZED");
        var today = law.today().toString().split("-");
        browser.day("happened", today[0], today[1], today[2]);
        browser.attach("files", files);
        browser.send();
        browser.leave(address + "/exhibits");
        assertThat(browser.isAt(address + "/exhibits")).as(browser.text()).isTrue();
        assertThat(browser.text()).contains("E1", "E2").doesNotContain("bill.txt");
    }

    private static String gives(Chromium browser, String exhibit) {
        browser.open(exhibit);
        var hand = Objects.requireNonNull(browser.element("main a[href^='/e/']").getDomAttribute("href"));
        browser.open(hand + "/give");
        browser.choose("reason", "COURT");
        browser.type("receiver", PROSECUTOR);
        browser.choose("found", "INTACT");
        browser.send();
        browser.leave(hand);
        assertThat(browser.text()).contains(PROSECUTOR + " has not said yet that it arrived");
        return hand;
    }

    private static void receives(Chromium browser, String hand) {
        browser.open("/today");
        browser.follow(hand);
        browser.follow("/answer");
        browser.choose("outcome", "RECEIVED");
        browser.choose("found", "INTACT");
        browser.send();
        browser.leave("/e");
        assertThat(browser.isAt("/e")).as(browser.text()).isTrue();
    }

    private static void custodyHasNoGap(Chromium browser, String exhibit) {
        browser.open(exhibit);
        assertThat(browser.text())
                .contains(OFFICER + " gave it to " + PROSECUTOR, PROSECUTOR + " received it")
                .contains("The record has no gap in custody");
    }

    private Path copies(Chromium browser, String address) {
        browser.await(address + "/copies/new", "[name='decrypted']");
        browser.type("recipient", "Court of first instance, Sample Town");
        browser.type("ordered", "Fictional: decision 12");
        browser.elements("[name='decrypted'], [name='open']").forEach(box -> box.click());
        browser.send();
        browser.leave(address + "/copies/1");
        browser.await(address + "/copies/1", "main form[method=post] button");
        return browser.save(folder);
    }

    private static void theScreensAreForEverybody(Chromium browser, String address) throws IOException {
        for (var screen : List.of("/exhibits", "/exhibits/files", "/exhibits/E1", "/exhibits/copies", "/copies/1")) {
            browser.open(address + screen);
            assertThat(browser.barriers()).as(screen).isEmpty();
            if ("keep".equals(System.getProperty("romdoul.screens")))
                browser.keep("tour" + screen.replace('/', '-'), 1280);
        }
        browser.open(address + "/exhibits/copies");
        assertThat(browser.text()).contains("In copy 1 of the case", "Court of first instance");
    }

    /** One letter of the bill is another. */
    private Path tampered(Path copy) throws IOException {
        var bytes = Files.readAllBytes(copy);
        var at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(BILL);
        bytes[at] ^= 1;
        return Files.write(folder.resolve("tampered"), bytes);
    }

    private AuditReport audited() {
        while (sequencer.seal() > 0) {}
        return audit.run(sequencer.vkey(), Map.of(), Watcher.SILENT);
    }
}
