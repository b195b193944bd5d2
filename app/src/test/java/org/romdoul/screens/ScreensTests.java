package org.romdoul.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.database.RomdoulTest;
import org.romdoul.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * Every screen in every language: nothing serious for axe, its main action reached by keyboard, never wider than a telephone or than
 * twice the letters, light, with a title that says nothing, and no other host asked. A new room adds its addresses to {@link #SCREENS}.
 * With {@code -Dromdoul.screens=keep} pictures are left in {@code target/screens}.
 */
@RomdoulTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "romdoul.demo=true")
@Import({MovableClock.Instead.class, Country.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensTests {

    /**
     * A screen.
     *
     * @param who the staff number of whoever sees it; empty: the public
     * @param path in which {@code PAST} is a case that went to its end and {@code NOW} one in which somebody is held
     * @param action what it is there for
     * @param before what leads to it and is sent first
     */
    private record Screen(String name, String who, String path, String action, Before before) {
        Screen(String name, String who, String path, String action) {
            this(name, who, path, action, Before.NOTHING);
        }
    }

    /** What is sent before a screen is there: once, or where the answer is the screen, in each language. */
    private enum Before {
        NOTHING,
        /** Number and password. */
        HALF_WAY,
        /** A reason to see a name. */
        REASON,
        /** A name that is looked for. */
        SEARCH,
        LOCK
    }

    private static final List<Screen> SCREENS = List.of(
            new Screen("start", "", "/", "main a[href='/t']"),
            new Screen("tip", "", "/t", "main form button"),
            new Screen("receipt", "", "/t/receipt", "main form button"),
            new Screen("sign-in", "", "/sign-in", "main form button"),
            new Screen("results", "", "/r", "main a, header a"),
            new Screen("results-docket", "", "/r/d/sample-river-court", "main summary"),
            new Screen("results-here", "", "/r/here", "main a, header a"),
            new Screen("second-factor", "", "/sign-in/code", "main form button", Before.HALF_WAY),
            new Screen("today-hotline", "U-101", "/today", "main a[href='/desk']"),
            new Screen("tips", "U-101", "/desk", "main a[href^='/desk/']"),
            new Screen("today-police", "U-102", "/today", "main a[href^='/c/']"),
            new Screen("case-new", "U-102", "/c/new", "main form button"),
            new Screen("emergency", "U-102", "/c/emergency", "main form button"),
            new Screen("exhibits", "U-102", "/c/EXHIBITS/exhibits", "main a[href$='/exhibits/files']"),
            new Screen("exhibits-new", "U-102", "/c/EXHIBITS/exhibits/files", "main form button"),
            new Screen("venues", "U-102", "/v", "main a[href^='/v/V-']"),
            new Screen("venue-new", "U-102", "/v/new", "main form button"),
            new Screen("today-lead", "U-103", "/today", "main a[href^='/c/']"),
            new Screen("closing-answer", "U-103", "/c/CLOSING/closing", "main form button"),
            new Screen("today-prosecutor", "U-104", "/today", "main a[href^='/c/']"),
            new Screen("cases", "U-104", "/c", "main a[href^='/c/']"),
            new Screen("found", "U-104", "/c/find", "main a[href^='/c/']", Before.SEARCH),
            new Screen("case", "U-104", "/c/PAST", "main a[href$='/court']"),
            new Screen("allegation", "U-104", "/c/PAST/allegation", "main form button"),
            new Screen("tasks", "U-104", "/c/NOW/tasks", "main a[href$='/tasks/new']"),
            new Screen("task-new", "U-104", "/c/NOW/tasks/new", "main form button"),
            new Screen("team", "U-104", "/c/NOW/team", "main form button"),
            new Screen("closing", "U-104", "/c/NOW/closing", "main form button"),
            new Screen("transfer", "U-104", "/c/NOW/transfer", "main form button"),
            new Screen("case-venues", "U-104", "/c/PAST/venues", "main form button"),
            new Screen("people", "U-104", "/c/PAST/people", "main a[href$='/people/new']"),
            new Screen("register", "U-104", "/c/PAST/people/new", "main form button"),
            new Screen("person", "U-104", "/c/PAST/p/V1", "main a[href$='/name']"),
            new Screen("unseal", "U-104", "/c/PAST/p/V1/name", "main form button"),
            new Screen("person-named", "U-104", "/c/PAST/p/V1", "main a[href$='/identity']", Before.REASON),
            new Screen("timeline", "U-104", "/c/PAST/timeline", "main nav a"),
            new Screen("court", "U-104", "/c/PAST/court", "main a[href$='/court/accused']"),
            new Screen("court-now", "U-104", "/c/NOW/court", "main a[href$='/court/accused']"),
            new Screen("charge", "U-104", "/c/NOW/court/S1/charge", "main form button"),
            new Screen("judgment", "U-104", "/c/NOW/court/S1/judgment", "main form button"),
            new Screen("board", "U-104", "/board", "main a[href^='/c/']"),
            new Screen("cause-list", "U-104", "/board/list", "main form button"),
            new Screen("account", "U-104", "/account", "main a, main button"),
            new Screen("locked", "U-104", "/locked", "main form button", Before.LOCK),
            new Screen("today-prosecution", "U-105", "/today", "main a[href='/team']"),
            new Screen("offers", "U-105", "/transfers", "main a, main button"),
            new Screen("today-clerk", "U-106", "/today", "main a[href^='/e/']"),
            new Screen("today-social-worker", "U-107", "/today", "main a[href^='/c/']"),
            new Screen("today-shelter", "U-108", "/today", "main a[href='/v']"),
            new Screen("today-monitor", "U-109", "/today", "main a[href='/oversight']"),
            new Screen("emergencies", "U-109", "/oversight", "main nav a"),
            new Screen("samples", "U-109", "/oversight/samples", "main form button"),
            new Screen("exclusions", "U-109", "/oversight/exclusions", "main form button"),
            new Screen("questions", "U-109", "/questions", "main nav a"),
            new Screen("today-researcher", "U-110", "/today", "main a[href='/results']"),
            new Screen("studies", "U-110", "/studies", "main form button"),
            new Screen("overlap", "U-110", "/studies/overlap", "main form button"),
            new Screen("release", "U-110", "/results", "main form button"),
            new Screen("today-administrator", "U-111", "/today", "main a[href='/accounts']"),
            new Screen("accounts", "U-111", "/accounts", "main a[href='/accounts/new']"));

    /** What a passer-by must not learn from a tab of the browser. */
    private static final Pattern TELLING = Pattern.compile(
            "(?i)traffick|victim|survivor|child|sexual|rescue|ជួញដូរ|រងគ្រោះ|nạn nhân|buôn người|Lotus|Example");

    private static final int LATER = 15 * 1024;
    private static final int FIRST = 75 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    Country country;

    private final HttpClient client = HttpClient.newHttpClient();
    private Chromium browser;

    @BeforeAll
    void start() {
        browser = new Chromium(port, country, true);
    }

    @AfterAll
    void stop() {
        browser.close();
    }

    @Test
    void everyScreenIsForEverybody() throws Exception {
        var found = new LinkedHashMap<String, List<String>>();
        var there = "";
        for (var screen : SCREENS) {
            if (!screen.who().isEmpty() && !screen.who().equals(there)) browser.signIn(there = screen.who());
            if (screen.before() != Before.SEARCH) before(screen);
            for (var language : List.of("en", "km", "vi")) {
                var problems = problems(screen, language);
                if (!problems.isEmpty()) found.put(screen.name() + " " + language, problems);
            }
        }
        assertThat(found).isEmpty();
    }

    private List<String> problems(Screen screen, String language) throws Exception {
        var path = path(screen);
        var problems = new ArrayList<String>();
        browser.width(1280);
        if (screen.before() == Before.SEARCH) {
            browser.open("/c?lang=" + language);
            before(screen);
        } else browser.open(path + "?lang=" + language);
        if (!browser.at().startsWith(path)) return List.of("leads to " + browser.at());
        if (!browser.html().contains("lang=\"" + language + "\"")) problems.add("another language");
        if (TELLING.matcher(browser.title()).find()) problems.add("its title: " + browser.title());
        if (looksForBarriers(screen, language)) problems.addAll(browser.barriers());
        for (var width : List.of(320, 640)) {
            browser.width(width);
            var wider = (Long) browser.script(
                    "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (wider > 0) problems.add(wider + " pixels too wide at " + width);
        }
        browser.width(1280);
        if (language.equals("en") && !browser.isReachedByKeyboard(screen.action()))
            problems.add("no way by keyboard to " + screen.action());
        var elsewhere = (Long) browser.script("return performance.getEntriesByType('resource')"
                + ".filter(one => !one.name.startsWith(location.origin) && !one.name.startsWith('data:')).length");
        if (elsewhere > 0) problems.add("asks another host");
        var weight = (Long) browser.script("return performance.getEntriesByType('navigation')[0].encodedBodySize");
        if (weight > LATER) problems.add("weighs " + weight);
        keep(screen, language);
        return problems;
    }

    // A screen is the same in every language but for its words: looked at closely in English, and in one of the others
    // by turns.
    private static boolean looksForBarriers(Screen screen, String language) {
        return language.equals("en") || language.equals(SCREENS.indexOf(screen) % 2 == 0 ? "km" : "vi");
    }

    private void before(Screen screen) {
        switch (screen.before()) {
            case NOTHING -> {}
            case HALF_WAY -> browser.halfWay("U-104");
            case REASON -> {
                browser.open(path(screen) + "/name");
                browser.chooseFirst("purpose");
                browser.type("reason", "Fictional: her statement is read to her.");
                browser.send();
            }
            case SEARCH -> {
                browser.type("words", "Example");
                browser.send("main form[method=post]");
            }
            case LOCK -> {
                browser.open("/today");
                browser.send("header form");
            }
        }
    }

    private void keep(Screen screen, String language) throws IOException {
        if (!"keep".equals(System.getProperty("romdoul.screens")) || language.equals("vi")) return;
        for (var width : List.of(360, 1280)) browser.keep(screen.name() + "-" + language, width);
    }

    private String path(Screen screen) {
        return screen.path()
                .replace("PAST", shown(country.caseWith("overturned")))
                .replace("NOW", shown(country.caseWith("open")))
                .replace("EXHIBITS", shown(country.caseWithExhibits()))
                .replace("CLOSING", shown(country.caseToBeClosed()));
    }

    private static String shown(String code) {
        return code.substring(0, 4) + "-" + code.substring(4);
    }

    private int weight(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Encoding", "gzip")
                .header("Cookie", browser.cookies());
        return client.send(request.build(), BodyHandlers.ofByteArray()).body().length;
    }

    /** The page, its style, its script and, for Khmer, its letters. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "km", "vi"})
    void theFirstVisitIsLight(String language) throws Exception {
        browser.open("/?lang=" + language);
        var parts = new TreeSet<>(List.of("/?lang=" + language));
        Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"")
                .matcher(browser.html())
                .results()
                .forEach(part -> parts.add(part.group(1)));
        if (language.equals("km")) parts.add("/assets/noto-sans-khmer-700.woff2");
        var whole = 0;
        for (var part : parts) whole += weight(part);
        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(whole).isLessThanOrEqualTo(FIRST);
    }
}
