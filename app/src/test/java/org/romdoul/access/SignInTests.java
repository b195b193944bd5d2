package org.romdoul.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.romdoul.testing.Browser.to;

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
class SignInTests {

    private static final String OWN = "four unrelated words here";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    SigningIn signingIn;

    @Autowired
    Agencies agencies;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient sql;

    Browser browser = new Browser(0);
    String number = "";
    String oneTime = "";

    @BeforeEach
    void somebodyIsHired() {
        browser = new Browser(port);
        clock.pass(Duration.ofMinutes(11)); // what other tests tried no longer counts
        var agency =
                agencies.add("LOTUS", "police", "Lotus Province unit (fictional)", PartialDate.UNKNOWN, Actor.SYSTEM);
        number = accounts.freeNumber();
        var added =
                (Accounts.Added) accounts.add(agency, number, Role.INVESTIGATOR, "Lotus Example", "vi", Actor.SYSTEM);
        oneTime = added.password();
    }

    /** From the one-time password to a password and a phone of her own. @return her recovery codes */
    private List<String> enrol() {
        browser.get("/sign-in");
        assertThat(to(browser.post("/sign-in", "number", number, "password", oneTime)))
                .isEqualTo("/sign-in/phone");
        var codes = browser.post("/sign-in/phone", "code", Browser.code(browser.get("/sign-in/phone")));
        browser.get("/sign-in/password");
        assertThat(to(browser.post("/sign-in/password", "password", OWN, "again", OWN)))
                .isEqualTo("/today");
        var found = Pattern.compile("<code>([^<]+)</code>").matcher(codes.body());
        return found.results().map(one -> one.group(1)).toList();
    }

    private void signIn() {
        clock.pass(Duration.ofMinutes(2));
        assertThat(browser.signIn(number, OWN)).isEqualTo("/today");
    }

    @Test
    void sendsAStrangerToSignInWhateverSheAsksFor() {
        for (var path : List.of("/today", "/c", "/c/7F3K-9Q2M", "/account", "/kept", "/no-such-page")) {
            var answer = browser.get(path);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(to(answer)).isEqualTo("/sign-in");
        }
    }

    @Test
    void refusesAnUnknownNumberAWrongPasswordAndASuspendedPersonInTheSameWords() {
        enrol();
        accounts.suspend(number, Actor.SYSTEM);
        var other = new Browser(port);
        other.get("/sign-in");
        var unknown = other.post("/sign-in", "number", "U-999999", "password", OWN);
        var suspended = other.post("/sign-in", "number", number, "password", OWN);
        accounts.reinstate(number, Actor.SYSTEM);
        var wrong = other.post("/sign-in", "number", number, "password", "not the password");
        assertThat(unknown.body()).contains("number or the password is not right");
        assertThat(same(suspended.body(), number)).isEqualTo(same(unknown.body(), "U-999999"));
        assertThat(same(wrong.body(), number)).isEqualTo(same(unknown.body(), "U-999999"));
    }

    private static String same(String page, String number) {
        return page.replace(number, "U").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    @Test
    void aPasswordAloneOpensNothing() {
        enrol();
        var half = new Browser(port);
        half.get("/sign-in");
        assertThat(to(half.post("/sign-in", "number", number, "password", OWN))).isEqualTo("/sign-in/code");
        assertThat(to(half.get("/account"))).isEqualTo("/sign-in");
        assertThat(to(half.get("/sign-in/password"))).isEqualTo("/sign-in/code");
        assertThat(to(half.get("/sign-in/phone"))).isEqualTo("/sign-in/code");
        assertThat(half.post("/sign-in/phone", "code", "123456").body()).doesNotContain("GEZD");
    }

    @Test
    void aOneTimePasswordLeadsToAPhoneAndAPasswordOfHerOwnAndWorksNoMore() {
        assertThat(enrol()).hasSize(10);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        var again = new Browser(port);
        again.get("/sign-in");
        assertThat(again.post("/sign-in", "number", number, "password", oneTime).statusCode())
                .isEqualTo(200);
    }

    @Test
    void herOwnLanguageIsSpokenOnceSheIsIn() {
        enrol();
        assertThat(browser.get("/account").body()).contains("<html lang=\"vi\"");
    }

    @Test
    void refusesAnEasyPassword() {
        browser.get("/sign-in");
        browser.post("/sign-in", "number", number, "password", oneTime);
        browser.post("/sign-in/phone", "code", Browser.code(browser.get("/sign-in/phone")));
        browser.get("/sign-in/password");
        for (var easy : List.of("short", "aaaaaaaaaaaaaaaa", "abcde " + number + " abcde", oneTime))
            assertThat(browser.post("/sign-in/password", "password", easy, "again", easy)
                            .body())
                    .contains("govuk-error-summary");
        assertThat(browser.post("/sign-in/password", "password", OWN, "again", "another")
                        .body())
                .contains("not the same");
        assertThat(to(browser.get("/account"))).isEqualTo("/sign-in");
    }

    @Test
    void refusesACodeASecondTime() {
        enrol();
        clock.pass(Duration.ofMinutes(2));
        var first = new Browser(port);
        first.get("/sign-in");
        first.post("/sign-in", "number", number, "password", OWN);
        var code = Browser.code(first.get("/sign-in/code"));
        assertThat(to(first.post("/sign-in/code", "code", code))).isEqualTo("/today");
        var thief = new Browser(port);
        thief.get("/sign-in");
        thief.post("/sign-in", "number", number, "password", OWN);
        thief.get("/sign-in/code");
        assertThat(thief.post("/sign-in/code", "code", code).statusCode()).isEqualTo(200);
        assertThat(to(thief.get("/account"))).isEqualTo("/sign-in");
    }

    @Test
    void aRecoveryCodeWorksOnceHoweverItIsWritten() {
        var codes = enrol();
        var lost = new Browser(port);
        lost.get("/sign-in");
        lost.post("/sign-in", "number", number, "password", OWN);
        lost.get("/sign-in/code");
        assertThat(to(lost.post(
                        "/sign-in/code", "code", codes.get(3).toUpperCase().replace('-', ' '))))
                .isEqualTo("/today");
        assertThat(lost.get("/account").body()).contains("9");
        var again = new Browser(port);
        again.get("/sign-in");
        again.post("/sign-in", "number", number, "password", OWN);
        again.get("/sign-in/code");
        assertThat(again.post("/sign-in/code", "code", codes.get(3)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void barsAnAccountAfterFiveWrongPasswordsForLongerAndLonger() {
        enrol();
        var guesser = new Browser(port);
        guesser.get("/sign-in");
        for (var i = 0; i < 5; i++) guesser.post("/sign-in", "number", number, "password", "guess " + i);
        assertThat(guesser.post("/sign-in", "number", number, "password", OWN).statusCode())
                .isEqualTo(200);
        clock.pass(Duration.ofSeconds(61));
        guesser.post("/sign-in", "number", number, "password", "guess");
        clock.pass(Duration.ofSeconds(61));
        assertThat(guesser.post("/sign-in", "number", number, "password", OWN).statusCode())
                .isEqualTo(200);
        clock.pass(Duration.ofSeconds(60));
        assertThat(to(guesser.post("/sign-in", "number", number, "password", OWN)))
                .isEqualTo("/sign-in/code");
    }

    @Test
    void guessesOfTheCodeCountToo() {
        enrol();
        var guesser = new Browser(port);
        guesser.get("/sign-in");
        guesser.post("/sign-in", "number", number, "password", OWN);
        for (var i = 0; i < 5; i++) {
            guesser.get("/sign-in/code");
            guesser.post("/sign-in/code", "code", "00000" + i);
        }
        var right = Browser.code(guesser.get("/sign-in/code"));
        assertThat(guesser.post("/sign-in/code", "code", right).statusCode()).isEqualTo(200);
    }

    @Test
    void afterTwentyWrongCodesNoneIsListenedToUntilAnAdministratorMakesANewWayIn() {
        var recovery = enrol();
        var account = accounts.byNumber(number).orElseThrow().id();
        var elsewhere = new From("203.0.113.20", "", null);
        for (var i = 0; i < Bucket.Kind.CODES.last; i++) {
            clock.pass(Duration.ofMinutes(31));
            assertThat(signingIn.secondFactor(account, "wrong " + i, elsewhere)).isFalse();
        }
        clock.pass(Duration.ofDays(89));
        assertThat(accounts.standing(account).barred()).isTrue();
        var right = signingIn.codeForADemonstration(account).orElseThrow();
        assertThat(signingIn.secondFactor(account, right, elsewhere)).isFalse();
        assertThat(signingIn.secondFactor(account, recovery.getFirst(), elsewhere))
                .isFalse();
        accounts.reset(number, Actor.SYSTEM);
        assertThat(accounts.standing(account).barred()).isFalse();
        var fresh = signingIn.codeForADemonstration(account).orElseThrow();
        assertThat(signingIn.secondFactor(account, fresh, elsewhere)).isTrue();
    }

    @Test
    void aWrongCodeFewerThanTwentyBarsForATimeOnly() {
        enrol();
        var account = accounts.byNumber(number).orElseThrow().id();
        var elsewhere = new From("203.0.113.21", "", null);
        for (var i = 1; i < Bucket.Kind.CODES.last; i++) {
            clock.pass(Duration.ofMinutes(31));
            signingIn.secondFactor(account, "wrong " + i, elsewhere);
        }
        clock.pass(Duration.ofMinutes(31));
        var right = signingIn.codeForADemonstration(account).orElseThrow();
        assertThat(signingIn.secondFactor(account, right, elsewhere)).isTrue();
    }

    @Test
    void whoeverKnowsHerNumberDelaysOnlyStrangersAndNotHerOwnDevice() {
        enrol();
        browser.post("/sign-out");
        var guesser = new Browser(port);
        guesser.get("/sign-in");
        for (var i = 0; i < Attempts.TOO_MANY + 5; i++)
            guesser.post("/sign-in", "number", number, "password", "guess " + i);
        assertThat(guesser.post("/sign-in", "number", number, "password", OWN).statusCode())
                .as("a stranger, even with the right password")
                .isEqualTo(200);
        signIn();
    }

    @Test
    void herOwnDeviceIsBarredTooAfterFiveWrongPasswords() {
        enrol();
        browser.post("/sign-out");
        browser.get("/sign-in");
        for (var i = 0; i < 5; i++) browser.post("/sign-in", "number", number, "password", "guess " + i);
        assertThat(browser.post("/sign-in", "number", number, "password", OWN).statusCode())
                .isEqualTo(200);
    }

    @Test
    void manyPlacesTogetherBarStrangersAndAResetLetsHerInAllTheSame() {
        enrol();
        var account = accounts.byNumber(number).orElseThrow().id();
        for (var i = 0; i < Bucket.Kind.STRANGERS.limit; i++)
            assertThat(signingIn.passwordIsRight(account, "guess", new From("198.51.100." + i, "", null)))
                    .isFalse();
        var elsewhere = new From("203.0.113.7", "", null);
        assertThat(signingIn.passwordIsRight(account, OWN, elsewhere)).isFalse();
        var fresh = accounts.reset(number, Actor.SYSTEM).orElseThrow();
        for (var i = 0; i < Bucket.Kind.STRANGERS.limit; i++)
            signingIn.passwordIsRight(account, "guess", new From("198.51.100." + (100 + i), "", null));
        assertThat(signingIn.passwordIsRight(account, fresh, elsewhere)).isTrue();
    }

    @Test
    void aForgedNoteOrThatOfAnOlderPasswordMakesNoDeviceKnown() {
        enrol();
        var account = accounts.byNumber(number).orElseThrow().id();
        var note =
                signingIn.remember(account, new From("203.0.113.7", "", null)).getValue();
        var forged = (note.charAt(0) == 'A' ? 'B' : 'A') + note.substring(1);
        for (var i = 0; i < Bucket.Kind.PLACE.limit; i++)
            signingIn.passwordIsRight(account, "guess", new From("203.0.113.7", forged, null));
        assertThat(signingIn.passwordIsRight(account, OWN, new From("203.0.113.7", forged, null)))
                .isFalse();
        assertThat(signingIn.passwordIsRight(account, OWN, new From("203.0.113.7", note, null)))
                .isTrue();
        assertThat(signingIn.choosePassword(account, "five unrelated words right here"))
                .isEmpty();
        assertThat(signingIn.passwordIsRight(
                        account, "five unrelated words right here", new From("203.0.113.7", note, null)))
                .as("the place is still barred, and the note is worth nothing now")
                .isFalse();
    }

    @Test
    void listensNoMoreToAPlaceThatGuessesManyNumbers() {
        enrol();
        var guesser = new Browser(port);
        guesser.get("/sign-in");
        for (var i = 0; i < Attempts.TOO_MANY; i++)
            guesser.post("/sign-in", "number", "U-" + (900_000 + i), "password", "guess");
        assertThat(guesser.post("/sign-in", "number", number, "password", OWN).statusCode())
                .isEqualTo(200);
        clock.pass(Duration.ofMinutes(11));
        assertThat(to(guesser.post("/sign-in", "number", number, "password", OWN)))
                .isEqualTo("/sign-in/code");
    }

    @Test
    void aSuspendedPersonIsOutEverywhereAtOnce() {
        enrol();
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        accounts.suspend(number, Actor.SYSTEM);
        assertThat(to(browser.get("/account"))).isEqualTo("/sign-in");
    }

    @Test
    void aResetEndsThePhoneAndThePasswordAndTheSessions() {
        enrol();
        var fresh = accounts.reset(number, Actor.SYSTEM).orElseThrow();
        assertThat(to(browser.get("/account"))).isEqualTo("/sign-in");
        browser.get("/sign-in");
        assertThat(to(browser.post("/sign-in", "number", number, "password", fresh)))
                .isEqualTo("/sign-in/phone");
    }

    /** A thief who knows the old password stands at the second step, and would be shown the new secret. */
    @Test
    void aResetEndsASignInThatWasHalfWay() {
        enrol();
        var thief = new Browser(port);
        thief.get("/sign-in");
        assertThat(to(thief.post("/sign-in", "number", number, "password", OWN)))
                .isEqualTo("/sign-in/code");
        assertThat(accounts.reset(number, Actor.SYSTEM)).isPresent();

        for (var step : List.of("code", "phone", "password")) {
            assertThat(to(thief.get("/sign-in/" + step))).as(step).isEqualTo("/sign-in");
            assertThat(to(thief.post("/sign-in/" + step, "code", "000000")))
                    .as(step)
                    .isEqualTo("/sign-in");
        }
    }

    @Test
    void anotherPasswordEndsHerOtherSessions() {
        enrol();
        var here = browser;
        browser = new Browser(port);
        signIn();
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);

        here.get("/account/password");
        var another = "another fictional long password";
        assertThat(to(here.post("/account/password", "present", OWN, "password", another, "again", another)))
                .isEqualTo("/account");

        assertThat(here.get("/account").statusCode()).isEqualTo(200);
        assertThat(to(browser.get("/account"))).isEqualTo("/sign-in");
    }

    @Test
    void theSessionChangesItsNameWhenRightsAreGiven() {
        browser.get("/sign-in");
        var stranger = browser.sessionCookie();
        enrol();
        assertThat(browser.sessionCookie()).isNotNull().isNotEqualTo(stranger);
        var before = browser.sessionCookie();
        browser.post("/sign-out");
        signIn();
        assertThat(browser.sessionCookie()).isNotEqualTo(before);
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        enrol();
        browser.get("/");
        var forged = new Browser(port);
        forged.cookies().getCookieStore().getCookies(); // none
        assertThat(to(forged.post("/account", "language", "en"))).isEqualTo("/sign-in?lost");
        assertThat(to(forged.post("/sign-in", "number", number, "password", OWN)))
                .isEqualTo("/sign-in?again");
    }

    @Test
    void attemptsAreKeptWithoutNumberOrAddress() {
        enrol();
        var rows = sql.sql("SELECT a::text FROM access.attempt a")
                .query(String.class)
                .list();
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains("127.0.0.1") || row.contains(number));
    }
}
