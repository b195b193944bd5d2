package org.romdoul.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.database.RomdoulTest;
import org.romdoul.journal.audit.Audit;
import org.romdoul.journal.audit.AuditReport;
import org.romdoul.journal.audit.Watcher;
import org.romdoul.journal.sealing.Sequencer;
import org.romdoul.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** One fictional report followed in a real browser to a conviction that is overturned years later; then the record is audited. */
@RomdoulTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "romdoul.demo=true")
@Import({MovableClock.Instead.class, Country.class})
class TourTests {

    private static final Pattern RECEIPT = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}");
    private static final String LEAD = "U-103";
    private static final String PROSECUTOR = "U-104";

    @LocalServerPort
    int port;

    @Autowired
    Country country;

    @Autowired
    Audit audit;

    @Autowired
    Sequencer sequencer;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReportIsFollowedToAConvictionThatIsOverturned(boolean scripts) {
        try (var browser = new Chromium(port, country, scripts)) {
            var receipt = reported(browser);
            browser.signIn(LEAD);
            var address = becomesACase(browser);
            peopleAreRegistered(browser, address);
            aNameIsOpenedForAReason(browser, address);
            theProsecutionJoins(browser, address);
            browser.signIn(PROSECUTOR);
            accusedAndHeld(browser, address + "/court");
            judged(browser, address + "/court");
            overturned(browser, address + "/court");
            theReporterSeesThatItWasNotBuried(browser, receipt);
        }
        assertThat(audited().findings()).isEmpty();
    }

    private static String reported(Chromium browser) {
        browser.open("/?lang=en");
        browser.follow("/t");
        browser.choose("danger", "NO");
        browser.type(
                "words", "Fictional: at the Silver Heron guest house in Sample Town a door is locked from outside.");
        browser.type("place", "Sample Town");
        browser.type("happened.year", "2020");
        browser.send();
        var shown = RECEIPT.matcher(browser.text());
        assertThat(shown.find()).as(browser.text()).isTrue();
        standing(browser, shown.group());
        assertThat(browser.text()).contains("It waits to be read");
        return shown.group();
    }

    private static void standing(Chromium browser, String receipt) {
        browser.open("/t/receipt?lang=en");
        browser.type("receipt", receipt);
        browser.send();
    }

    private static String becomesACase(Chromium browser) {
        browser.open("/desk");
        var waiting = browser.elements("main table a[href^='/desk/']").stream()
                .map(link -> java.util.Objects.requireNonNull(link.getDomAttribute("href")))
                .toList();
        for (var tip : waiting) {
            browser.open(tip);
            if (browser.text().contains("Silver Heron") && browser.html().contains("NEW_CASE")) break;
        }
        browser.choose("outcome", "NEW_CASE");
        browser.send();
        browser.waitFor("/c/");
        var court = java.util.Objects.requireNonNull(
                browser.element("nav a[href$='/court']").getDomAttribute("href"));
        return court.replaceFirst("/court$", "");
    }

    private static void peopleAreRegistered(Chromium browser, String address) {
        for (var part : new String[] {"PRESUMED_VICTIM", "SUSPECT"}) {
            browser.open(address + "/people/new");
            browser.choose("part", part);
            browser.send();
            browser.waitFor(address + "/p/");
        }
        browser.open(address + "/p/V1/identity");
        browser.type("latin", "Heron Example");
        browser.send();
        browser.waitFor(address + "/p/V1");
        browser.open(address + "/p/V1");
        assertThat(browser.text()).doesNotContain("Heron Example");
    }

    private static void aNameIsOpenedForAReason(Chromium browser, String address) {
        browser.open(address + "/p/V1/name");
        browser.choose("purpose", "COURT");
        browser.type("reason", "Fictional: to summon a support person");
        browser.send();
        assertThat(browser.text()).contains("Heron Example");
    }

    private static void theProsecutionJoins(Chromium browser, String address) {
        browser.open(address + "/team");
        browser.type("number", PROSECUTOR);
        browser.choose("part", "MEMBER");
        browser.send("main form[action$='/team']");
        assertThat(browser.text()).contains(PROSECUTOR);
    }

    private static void accusedAndHeld(Chromium browser, String court) {
        browser.open(court + "/accused");
        for (var option : browser.elements("[name='person']"))
            if (option.findElement(org.openqa.selenium.By.xpath("following-sibling::label"))
                    .getText()
                    .startsWith("S1")) option.click();
        browser.choose("role", "COMPLICIT_OFFICIAL");
        browser.choose("sex", "MALE");
        browser.type("happened.year", "2021");
        sent(browser, court);

        browser.open(court + "/S1/charge");
        browser.select("statute", "KH-TSE-12");
        browser.type("counts", "2");
        browser.day("happened", "2021", "3", "4");
        sent(browser, court);

        browser.open(court + "/S1/detention");
        browser.day("happened", "2021", "3", "4");
        browser.type("time", "09:30");
        browser.choose("kind", "PRE_TRIAL");
        browser.choose("gravity", "FELONY");
        browser.select("basis", "KH-CPC-208");
        sent(browser, court);

        browser.open(court + "/S1/hearing");
        browser.day("happened", "2021", "6", "1");
        browser.choose("kind", "TRIAL");
        browser.type("court", "COURT-1");
        sent(browser, court);
        assertThat(browser.text()).contains("Open: nothing is decided yet", "Pre-trial detention");
    }

    private static void judged(Chromium browser, String court) {
        browser.open(court + "/S1/detention-end");
        browser.chooseFirst("detention");
        browser.choose("way", "RELEASED");
        browser.day("happened", "2021", "6", "1");
        sent(browser, court);

        browser.open(court + "/S1/judgment");
        browser.day("happened", "2021", "6", "8");
        browser.choose("level", "FIRST_INSTANCE");
        browser.element("[name='inAbsentia']").click();
        browser.element("input[name$='.guiltyAtTrial']").sendKeys("2");
        browser.type("sentence.monthsPrison", "84");
        sent(browser, court);
        assertThat(browser.text()).contains("Convicted in absence, no appeal on record", "7 years in prison");
    }

    private static void overturned(Chromium browser, String court) {
        browser.open(court + "/S1/appeal");
        browser.chooseFirst("against");
        browser.choose("charge", "none");
        browser.choose("party", "ACCUSED");
        browser.type("happened.year", "2023");
        sent(browser, court);

        browser.open(court + "/S1/appeal-outcome");
        browser.chooseFirst("appeal");
        browser.choose("level", "SUPREME");
        browser.choose("result", "OVERTURNED");
        browser.day("happened", "2024", "9", "30");
        sent(browser, court);
        assertThat(browser.text())
                .contains("Conviction overturned, final")
                .contains("On the charge under KH-TSE-12: guilty at trial (2 counts)")
                .contains("The accused appealed against the decision of 8 June 2021")
                .contains("Supreme court: Overturned");
    }

    private static void sent(Chromium browser, String court) {
        browser.send();
        browser.leave(court);
        assertThat(browser.isAt(court)).as(browser.text()).isTrue();
    }

    private static void theReporterSeesThatItWasNotBuried(Chromium browser, String receipt) {
        standing(browser, receipt);
        assertThat(browser.text()).contains("is being worked on");
    }

    @Test
    void theFictionalCountryBreaksNoRuleAndIsFilledOnce() {
        var before = audited();
        country.fill();
        assertThat(audited().findings()).isEmpty();
        assertThat(before.findings()).isEmpty();
    }

    private AuditReport audited() {
        while (sequencer.seal() > 0) {}
        return audit.run(sequencer.vkey(), java.util.Map.of(), Watcher.SILENT);
    }
}
