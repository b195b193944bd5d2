package org.romdoul.screens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.database.RomdoulTest;
import org.romdoul.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Somebody comes into the room: she leaves quickly, and whoever then sits at her browser finds nothing, in no tab of it. */
@RomdoulTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "romdoul.demo=true")
@Import({MovableClock.Instead.class, Country.class})
class LeaveTests {

    private static final int STEPS = 4;

    @LocalServerPort
    int port;

    @Autowired
    Country country;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goingBackShowsNothingAndTheOtherTabIsSignedOutToo(boolean scripts) {
        var code = country.caseWith("overturned").substring(0, 4);
        try (var browser = new Chromium(port, country, scripts)) {
            browser.signIn("U-104");
            var first = browser.tab();
            var second = browser.tab("/c");
            assertThat(browser.html()).contains(code);
            browser.to(first);
            browser.open("/c");
            browser.follow("/" + code + "-" + country.caseWith("overturned").substring(4));
            browser.follow("/court");
            assertThat(browser.html()).contains(code);

            browser.leave();

            for (var step = 0; step < STEPS; step++)
                assertThat(browser.back()).as("step " + step).doesNotContain(code, "U-104");
            browser.to(second);
            browser.open("/c");
            assertThat(browser.at()).startsWith("/sign-in");
            for (var step = 0; step < 2; step++) assertThat(browser.back()).doesNotContain(code, "U-104");
        }
    }
}
