package org.romdoul.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.romdoul.testing.Browser.to;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.testing.Browser;
import org.romdoul.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@RomdoulTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "romdoul.demo=true")
@Import(MovableClock.Instead.class)
class LockTests {

    private static final String OWN = "four unrelated words here";
    private static final String FACT = "0197f000-0000-7000-8000-00000000fac7";
    private static final String TYPED = "Lotus Example said: \"ask ជូន again\" <tomorrow>\n& at nine";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Agencies agencies;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient sql;

    Browser browser = new Browser(0);
    String number = "";

    @BeforeEach
    void somebodyIsAtWork() {
        browser = new Browser(port);
        clock.pass(Duration.ofMinutes(11));
        var agency =
                agencies.add("LOTUS", "police", "Lotus Province unit (fictional)", PartialDate.UNKNOWN, Actor.SYSTEM);
        number = accounts.freeNumber();
        var added =
                (Accounts.Added) accounts.add(agency, number, Role.INVESTIGATOR, "Lotus Example", "en", Actor.SYSTEM);
        browser.get("/sign-in");
        browser.post("/sign-in", "number", number, "password", added.password());
        browser.post("/sign-in/phone", "code", Browser.code(browser.get("/sign-in/phone")));
        browser.get("/sign-in/password");
        assertThat(to(browser.post("/sign-in/password", "password", OWN, "again", OWN)))
                .isEqualTo("/today");
        browser.get("/account");
    }

    @Test
    void fifteenMinutesLaterEveryPageIsTheLock() {
        clock.pass(Duration.ofMinutes(16));
        for (var path : List.of("/account", "/c", "/c/7F3K-9Q2M", "/today"))
            assertThat(to(browser.get(path))).isEqualTo("/locked");
        var locked = browser.get("/locked");
        assertThat(locked.body())
                .contains(number)
                .doesNotContain("Investigator")
                .doesNotContain("/account");
    }

    @Test
    void aLockedSessionIsNobodyOnPublicPagesToo() {
        browser.post("/lock");
        assertThat(browser.get("/sign-in").body()).contains("name=\"number\"").doesNotContain(number);
    }

    @Test
    void whoKeepsWorkingIsNotLocked() {
        for (var i = 0; i < 4; i++) {
            clock.pass(Duration.ofMinutes(10));
            assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aPageThatFetchesItselfKeepsNobodySignedIn() {
        assertThat(browser.get("/account").body()).containsPattern("data-cover=\"(900|8[789]\\d)\"");
        clock.pass(Duration.ofMinutes(10));
        assertThat(browser.get("/account?masked").body()).containsPattern("data-cover=\"(300|2[789]\\d)\"");
        clock.pass(Duration.ofMinutes(6));
        assertThat(to(browser.get("/account"))).isEqualTo("/locked");
    }

    @Test
    void aWrongPasswordDoesNotUnlockAndGuessesAreCounted() {
        browser.post("/lock");
        browser.get("/locked");
        for (var i = 0; i < 5; i++)
            assertThat(browser.post("/locked", "password", "guess").statusCode())
                    .isEqualTo(200);
        assertThat(browser.post("/locked", "password", OWN).statusCode()).isEqualTo(200);
        assertThat(to(browser.get("/account"))).isEqualTo("/locked");
    }

    @Test
    void unlockingGoesBackToThePageSheAskedFor() {
        clock.pass(Duration.ofMinutes(16));
        browser.get("/account");
        browser.get("/locked");
        assertThat(to(browser.post("/locked", "password", OWN))).isEqualTo("/account");
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void afterFourHoursUnlockingAsksForThePhoneToo() {
        clock.pass(Duration.ofHours(5));
        assertThat(to(browser.get("/account"))).isEqualTo("/locked");
        var page = browser.get("/locked");
        assertThat(browser.post("/locked", "password", OWN, "code", "").statusCode())
                .isEqualTo(200);
        assertThat(to(browser.post("/locked", "password", OWN, "code", Browser.code(page))))
                .isEqualTo("/account");
    }

    @Test
    void whatIsSentIntoALockedSessionComesBackWordForWordAndIsSealedMeanwhile() {
        clock.pass(Duration.ofMinutes(16));
        assertThat(to(browser.post("/c/7F3K-9Q2M/note", "fact", "a", "note", TYPED, "tick", "one", "tick", "two")))
                .isEqualTo("/locked");
        assertThat(sql.sql("SELECT ciphertext FROM access.draft")
                        .query((row, n) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .list())
                .isNotEmpty()
                .noneMatch(stored -> stored.contains("Lotus") || stored.contains("tick"));
        browser.get("/locked");
        assertThat(to(browser.post("/locked", "password", OWN))).isEqualTo("/kept");
        var kept = browser.get("/kept").body();
        assertThat(kept)
                .contains("action=\"/c/7F3K-9Q2M/note\"")
                .contains("Lotus Example said: &#34;ask ជូន again&#34; &lt;tomorrow>\n&amp; at nine")
                .contains("name=\"tick\" value=\"one\"")
                .contains("name=\"tick\" value=\"two\"");
    }

    @Test
    void aMegabyteGoesThroughTheLockAndNotALetterIsLost() {
        var megabyte = "ក".repeat((1 << 20) / 3);
        clock.pass(Duration.ofMinutes(16));
        assertThat(to(browser.post("/c/new", "fact", FACT, "words", megabyte))).isEqualTo("/locked");
        browser.get("/locked");
        assertThat(to(browser.post("/locked", "password", OWN))).isEqualTo("/kept");
        var kept = browser.get("/kept").body();
        assertThat(kept.contains("name=\"words\" value=\"" + megabyte + "\"")).isTrue();
        var sent = browser.post("/c/new", "fact", FACT, "words", megabyte, "_kept", id(kept));
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.body().contains("words-error"))
                .as("too long, said beside the field")
                .isTrue();
        assertThat(sent.body().contains(">" + megabyte + "</textarea>")).isTrue();
    }

    @Test
    void whatIsSentAfterTwelveHoursIsKeptUntilSheIsBack() {
        isAway(Duration.ofHours(13));
        assertThat(to(browser.post("/c/7F3K-9Q2M/note", "note", TYPED))).isEqualTo("/sign-in?over");
        assertThat(browser.get("/sign-in?over").body()).contains("twelve hours");
        assertThat(browser.signIn(number, OWN)).isEqualTo("/kept");
    }

    @Test
    void whatIsSentAfterSixDaysIsKeptToo() {
        isAway(Duration.ofDays(6));
        assertThat(to(browser.post("/c/7F3K-9Q2M/note", "note", TYPED))).isEqualTo("/sign-in?over");
        assertThat(browser.signIn(number, OWN)).isEqualTo("/kept");
    }

    @Test
    void afterAWeekNobodyIsKnownAnyMoreAndThatIsSaid() {
        isAway(Duration.ofDays(8));
        assertThat(to(browser.post("/c/7F3K-9Q2M/note", "note", TYPED))).isEqualTo("/sign-in?lost");
        assertThat(browser.get("/sign-in?lost").body()).contains("it was not recorded");
    }

    @Test
    void aSessionThatIsOverIsNotUnlocked() {
        isAway(Duration.ofHours(13));
        assertThat(to(browser.get("/account"))).isEqualTo("/sign-in?over");
        assertThat(to(browser.get("/locked"))).isEqualTo("/sign-in");
        browser.get("/sign-in");
        assertThat(to(browser.post("/locked", "password", OWN))).isEqualTo("/sign-in");
        assertThat(to(browser.get("/account"))).isEqualTo("/sign-in?over");
    }

    @Test
    void ofTwoWindowsTheOtherLosesNothingWhenOneIsToldThatTheDayIsOver() {
        isAway(Duration.ofHours(13));
        assertThat(to(browser.get("/today"))).isEqualTo("/sign-in?over");
        assertThat(to(browser.post("/c/7F3K-9Q2M/note", "note", TYPED))).isEqualTo("/sign-in?over");
        assertThat(browser.signIn(number, OWN)).isEqualTo("/kept");
    }

    @Test
    void aFormThatStoodOpenWhileSheSignedInAgainIsKeptAndShownToHer() {
        var old = browser.token();
        browser.get("/leave");
        browser.signIn(number, OWN);
        browser.get("/account");
        assertThat(to(browser.postWith(old, "/c/7F3K-9Q2M/note", "note", TYPED)))
                .isEqualTo("/kept");
        assertThat(browser.get("/kept").body())
                .contains("action=\"/c/7F3K-9Q2M/note\"")
                .contains("Lotus Example said: &#34;ask ជូន again&#34;");
    }

    @Test
    void aFormThatStoodOpenIsKeptBehindTheLockToo() {
        clock.pass(Duration.ofMinutes(16));
        assertThat(to(browser.postWith("stale", "/c/7F3K-9Q2M/note", "note", TYPED)))
                .isEqualTo("/kept");
        assertThat(to(browser.get("/kept"))).isEqualTo("/locked");
        browser.get("/locked");
        assertThat(to(browser.post("/locked", "password", OWN))).isEqualTo("/kept");
    }

    @Test
    void whatAnotherSitesPageSendsIsRefusedAndShownToNobody() {
        for (var site : List.of("cross-site", "same-site")) {
            var answer = browser.postFrom(site, "/c/7F3K-9Q2M/note", "note", "not hers");
            assertThat(answer.statusCode()).isEqualTo(403);
        }
        assertThat(to(browser.get("/kept"))).isEqualTo("/today");
    }

    @Test
    void whoeverSignsInAfterAnotherInTheSameBrowserHasAFreshSession() {
        isAway(Duration.ofHours(13));
        browser.get("/today");
        var old = browser.token();
        var before = number;
        var hers = browser;
        somebodyIsAtWork();
        browser = hers;
        assertThat(number).isNotEqualTo(before);
        assertThat(browser.signIn(number, OWN)).isEqualTo("/today");
        assertThat(to(browser.postWith(old, "/account", "language", "km"))).isEmpty();
        assertThat(browser.get("/account").body()).contains(number).doesNotContain(before);
    }

    /** As long as she is away, for the program's clock and for the table of sessions, which has a clock of its own. */
    private void isAway(Duration time) {
        clock.pass(time);
        sql.sql("UPDATE access.session SET last_access_time = last_access_time - :ms, expiry_time = expiry_time - :ms"
                        + " WHERE principal_name = :account")
                .param("ms", time.toMillis())
                .param("account", accounts.byNumber(number).orElseThrow().id().toString())
                .update();
    }

    @Test
    void whatWasSentAfterAllIsKeptNoLongerAndTheOtherIsDiscarded() {
        clock.pass(Duration.ofMinutes(16));
        browser.post("/c/7F3K-9Q2M/note", "note", "first");
        clock.pass(Duration.ofSeconds(1));
        browser.post("/c/7F3K-9Q2M/note", "note", "second");
        browser.get("/locked");
        browser.post("/locked", "password", OWN);
        var first = id(browser.get("/kept").body());
        browser.post("/no-such-page", "_kept", first);
        assertThat(browser.get("/kept").body()).contains("first");
        browser.post("/account", "language", "en", "_kept", first);
        var second = browser.get("/kept").body();
        assertThat(second).contains("second").doesNotContain("first");
        browser.post("/kept", "draft", id(second));
        assertThat(to(browser.get("/kept"))).isEqualTo("/today");
    }

    @Test
    void nobodyElseIsShownWhatWasKept() {
        clock.pass(Duration.ofMinutes(16));
        browser.post("/c/7F3K-9Q2M/note", "note", "first");
        var writer = browser;
        somebodyIsAtWork();
        assertThat(to(browser.get("/kept"))).isEqualTo("/today");
        var account = accounts.byNumber(number).orElseThrow();
        assertThat(writer).isNotSameAs(browser);
        assertThat(sql.sql("SELECT count(*) FROM access.draft WHERE account = :a")
                        .param("a", account.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static String id(String page) {
        var id = Pattern.compile("name=\"draft\" value=\"([^\"]+)\"").matcher(page);
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    @Test
    void leavingQuicklyEndsTheSessionAndClearsTheBrowser() {
        var answer = browser.get("/leave");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("https://www.wikipedia.org/");
        assertThat(answer.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\", \"cookies\", \"storage\"");
        assertThat(to(browser.get("/account"))).isEqualTo("/sign-in");
        assertThat(sql.sql("SELECT count(*) FROM access.session WHERE principal_name = :a")
                        .param("a", accounts.byNumber(number).orElseThrow().id().toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void everyPageTellsTheBrowserToKeepNothingAndAskNobodyElse() {
        for (var path : List.of("/sign-in", "/account", "/locked", "/leave")) {
            var headers = browser.get(path).headers();
            assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void theCookieIsForThisSiteAlone() {
        var cookie = new Browser(port)
                .get("/sign-in").headers().allValues("Set-Cookie").stream()
                        .filter(one -> !one.startsWith("lang="))
                        .findFirst()
                        .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("Max-Age");
    }
}
