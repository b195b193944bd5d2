package org.romdoul.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.romdoul.database.RomdoulTest;
import org.romdoul.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A page that lies open on a screen that others pass: covered when its time is over, and nothing typed into it is lost. */
@RomdoulTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "romdoul.demo=true")
@Import({MovableClock.Instead.class, Country.class})
class CoverTests {

    private static final String LATER =
            "const now = Date.now; Date.now = () => now() + arguments[0]; document.dispatchEvent(new Event('visibilitychange')); return 1";

    @LocalServerPort
    int port;

    @Autowired
    Country country;

    @Autowired
    MovableClock clock;

    @Test
    void afterAQuarterOfAnHourNothingIsReadableAndWhatWasTypedComesBackBehindTheLock() {
        try (var browser = new Chromium(port, country, true)) {
            browser.signIn("U-102");
            browser.open("/c/new");
            browser.type("words", "Half a sentence about the Paper Lantern");
            browser.script(LATER, Duration.ofMinutes(14).toMillis());
            assertThat(browser.element("main").isDisplayed()).isTrue();
            browser.script(LATER, Duration.ofMinutes(2).toMillis());
            assertThat(browser.element("main").isDisplayed()).isFalse();
            assertThat(browser.element("header").isDisplayed()).isFalse();
            assertThat(browser.element(".romdoul-cover").isDisplayed()).isTrue();
            assertThat(browser.barriers()).isEmpty();

            // The program's clock stood still, as if she had worked on in another window: the form is kept all the
            // same, not taken.
            browser.element(".romdoul-cover button").click();
            browser.waitFor("/locked");
            browser.type("password", country.password("U-102"));
            browser.send();
            browser.waitFor("/kept");
            assertThat(browser.text()).contains("Half a sentence about the Paper Lantern");
            browser.element("form[action='/kept'] button").click();
            browser.waitFor("/today");

            browser.script(LATER, Duration.ofMinutes(16).toMillis());
            clock.pass(Duration.ofMinutes(16));
            browser.element(".romdoul-cover button").click();
            browser.waitFor("/locked");
        }
    }
}
