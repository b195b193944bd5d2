package org.romdoul.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.romdoul.database.RomdoulTest;
import org.romdoul.testing.Browser;
import org.romdoul.testing.MovableClock;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Text that is far too long: said beside its field, as far as a form can carry it; beyond that on a page of its own. */
@RomdoulTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "romdoul.demo=true")
@Import(MovableClock.Instead.class)
class LongTextTests {

    /** One megabyte: each letter is three bytes of text, and nine in a form. */
    private static final String MEGABYTE = "ក".repeat((1 << 20) / 3);

    @LocalServerPort
    int port;

    @Test
    void aMegabyteOfKhmerIsRefusedBesideItsFieldAndNotALetterIsLost() {
        var browser = new Browser(port);
        browser.get("/t");
        var answer =
                browser.post("/t", "fact", UUID.randomUUID().toString(), "words", MEGABYTE, "place", "Sample Town");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().contains("words-error"))
                .as("said beside the field")
                .isTrue();
        assertThat(answer.body().contains(">" + MEGABYTE + "</textarea>"))
                .as("not a letter lost")
                .isTrue();
        assertThat(answer.body().contains("value=\"Sample Town\"")).isTrue();
    }

    @Test
    void twentyMegabytesAreAnsweredByAPageAndNotByABrokenLine() {
        var browser = new Browser(port);
        browser.get("/t");
        var answer = browser.post("/t", "words", "a".repeat(20 << 20));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("This is too long to send", "Nothing was recorded");
        assertThat(browser.get("/t").statusCode()).isEqualTo(200);
    }
}
