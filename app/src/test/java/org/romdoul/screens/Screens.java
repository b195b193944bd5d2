package org.romdoul.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.romdoul.database.RomdoulTest;
import org.romdoul.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * Every screen in every language: nothing serious for axe, its main action reached by keyboard, never wider than a telephone or than
 * twice the letters, light, with a title that says nothing, and no other host asked. A new room adds its addresses to one of those
 * that extend this, which are two because a whole run of tests would wait for one. With {@code -Dromdoul.screens=keep} pictures are left in {@code target/screens}.
 */
@RomdoulTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "romdoul.demo=true")
@Import({MovableClock.Instead.class, Country.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Screens {

    /**
     * A screen.
     *
     * @param who the staff number of whoever sees it; empty: the public
     * @param path in which {@code PAST} is a case that went to its end and {@code NOW} one in which somebody is held
     * @param action what it is there for
     * @param before what leads to it and is sent first
     */
    record Screen(String name, String who, String path, String action, Before before) {
        Screen(String name, String who, String path, String action) {
            this(name, who, path, action, Before.NOTHING);
        }
    }

    /** What is sent before a screen is there: once, or where the answer is the screen, in each language. */
    enum Before {
        NOTHING,
        /** Number and password. */
        HALF_WAY,
        /** A reason to see a name. */
        REASON,
        /** A name that is looked for. */
        SEARCH,
        LOCK
    }

    /** What a passer-by must not learn from a tab of the browser. */
    private static final List<String> LANGUAGES = List.of("en", "km", "vi");

    private static final Pattern TELLING = Pattern.compile(
            "(?i)traffick|victim|survivor|child|sexual|rescue|ជួញដូរ|រងគ្រោះ|nạn nhân|buôn người|Lotus|Example");

    private static final int LATER = 15 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    Country country;

    private final List<Screen> screens;
    Chromium browser;

    Screens(List<Screen> screens) {
        this.screens = screens;
    }

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
        for (var screen : screens) {
            if (!screen.who().isEmpty() && !screen.who().equals(there)) browser.signIn(there = screen.who());
            if (screen.before() != Before.SEARCH) before(screen);
            for (var language : LANGUAGES) {
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

    // A screen is the same in every language but for its words: looked at closely in one of them, by turns.
    private boolean looksForBarriers(Screen screen, String language) {
        return language.equals(LANGUAGES.get(screens.indexOf(screen) % LANGUAGES.size()));
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
}
