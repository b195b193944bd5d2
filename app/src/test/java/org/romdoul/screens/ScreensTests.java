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
     */
    private record Screen(String name, String who, String path, String action) {}

    private static final List<Screen> SCREENS = List.of(
            new Screen("start", "", "/", "main a[href='/t']"),
            new Screen("tip", "", "/t", "main form button"),
            new Screen("receipt", "", "/t/receipt", "main form button"),
            new Screen("sign-in", "", "/sign-in", "main form button"),
            new Screen("results", "", "/r", "main a, header a"),
            new Screen("today-hotline", "U-101", "/today", "header a[href='/c']"),
            new Screen("tips", "U-101", "/desk", "main a[href^='/desk/']"),
            new Screen("today-police", "U-102", "/today", "header a[href='/c']"),
            new Screen("case-new", "U-102", "/c/new", "main form button"),
            new Screen("venues", "U-102", "/v", "main a[href^='/v/V-']"),
            new Screen("venue-new", "U-102", "/v/new", "main form button"),
            new Screen("today-prosecutor", "U-104", "/today", "main a[href^='/c/']"),
            new Screen("cases", "U-104", "/c", "main a[href^='/c/']"),
            new Screen("case", "U-104", "/c/PAST", "main a[href$='/court']"),
            new Screen("case-venues", "U-104", "/c/PAST/venues", "main form button"),
            new Screen("people", "U-104", "/c/PAST/people", "main a[href$='/people/new']"),
            new Screen("register", "U-104", "/c/PAST/people/new", "main form button"),
            new Screen("person", "U-104", "/c/PAST/p/V1", "main a[href$='/name']"),
            new Screen("unseal", "U-104", "/c/PAST/p/V1/name", "main form button"),
            new Screen("timeline", "U-104", "/c/PAST/timeline", "main nav a"),
            new Screen("court", "U-104", "/c/PAST/court", "main a[href$='/court/accused']"),
            new Screen("court-now", "U-104", "/c/NOW/court", "main a[href$='/court/accused']"),
            new Screen("charge", "U-104", "/c/NOW/court/S1/charge", "main form button"),
            new Screen("judgment", "U-104", "/c/NOW/court/S1/judgment", "main form button"),
            new Screen("board", "U-104", "/board", "main a[href^='/c/']"),
            new Screen("cause-list", "U-104", "/board/list", "main form button"),
            new Screen("studies", "U-110", "/studies", "main form button"),
            new Screen("overlap", "U-110", "/studies/overlap", "main form button"),
            new Screen("release", "U-110", "/results", "main form button"),
            new Screen("today-monitor", "U-109", "/today", "header a[href='/c']"),
            new Screen("account", "U-104", "/account", "main a, main button"));

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
        browser.open(path + "?lang=" + language);
        if (!browser.at().startsWith(path)) return List.of("leads to " + browser.at());
        if (!browser.html().contains("lang=\"" + language + "\"")) problems.add("another language");
        if (TELLING.matcher(browser.title()).find()) problems.add("its title: " + browser.title());
        problems.addAll(browser.barriers());
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
        var weight = weight(path);
        if (weight > LATER) problems.add("weighs " + weight);
        keep(screen, language);
        return problems;
    }

    private void keep(Screen screen, String language) throws IOException {
        if (!"keep".equals(System.getProperty("romdoul.screens")) || language.equals("vi")) return;
        for (var width : List.of(360, 1280)) browser.keep(screen.name() + "-" + language, width);
    }

    private String path(Screen screen) {
        return screen.path().replace("PAST", shown("overturned")).replace("NOW", shown("open"));
    }

    private String shown(String outcome) {
        var code = country.caseWith(outcome);
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
