package org.romdoul.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.romdoul.database.RomdoulTest;
import org.romdoul.demo.Demo;
import org.romdoul.testing.Browser;
import org.romdoul.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Everybody of the demonstration gets in, and no link that she is shown leads to nothing, to an error, or to words that are missing. */
@RomdoulTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "romdoul.demo=true")
@Import({MovableClock.Instead.class, Country.class})
class EveryLinkTests {

    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)(?:#[^\"]*)?\"");

    /** What of an address is one case or another, one person or another: of each kind of page two are looked at. */
    private static final Pattern ONE_OF_MANY = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)[0-9A-Z]{4}-?[0-9A-Z]{4}(?=/|$)|\\d+|(?<=/)[A-Z]+\\d+(?=/|$)");

    private static final int OF_A_KIND = 2;
    private static final int MOST = 150;

    /** What stands where words are missing: {@code court.ask.plea}, alone. */
    private static final Pattern KEY = Pattern.compile("(?<![\\w/@.:-])[a-z][a-z0-9-]*(?:\\.[a-z0-9_-]+)+(?![\\w/.@])");

    @LocalServerPort
    int port;

    @Autowired
    Country country;

    @Autowired
    List<Demo> parts;

    @Test
    void everybodyGetsInAndEveryLinkSheIsShownLeadsSomewhere() {
        var wrong = new TreeMap<String, String>();
        var seen = 0;
        var people = parts.stream()
                .flatMap(part -> part.signIns().stream())
                .map(Demo.SignIn::user)
                .toList();
        assertThat(people).hasSizeGreaterThanOrEqualTo(11);
        for (var number : people) {
            country.untilTheNextCode();
            var browser = new Browser(port);
            browser.get("/sign-in?lang=en");
            assertThat(browser.signIn(number, country.password(number)))
                    .as(number)
                    .isEqualTo("/today");
            for (var language : List.of("km", "vi", "en")) look(browser, number, "/today?lang=" + language, wrong);
            seen += follow(browser, number, wrong);
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).as("pages looked at").isGreaterThan(people.size() * 15);
    }

    @Test
    void thePublicFindsEveryLinkToo() {
        var wrong = new TreeMap<String, String>();
        var seen = follow(new Browser(port), "", wrong, "/");
        assertThat(wrong).isEmpty();
        assertThat(seen).isGreaterThan(5);
    }

    private int follow(Browser browser, String number, Map<String, String> wrong) {
        return follow(browser, number, wrong, "/today");
    }

    private int follow(Browser browser, String number, Map<String, String> wrong, String from) {
        var kinds = new HashMap<String, Integer>();
        var known = new HashSet<String>();
        var next = new ArrayDeque<>(List.of(from));
        var seen = 0;
        while (!next.isEmpty() && seen < MOST) {
            var path = next.removeFirst();
            if (kinds.merge(ONE_OF_MANY.matcher(path).replaceAll("_"), 1, Integer::sum) > OF_A_KIND) continue;
            seen++;
            for (var link : look(browser, number, path, wrong)) if (known.add(link)) next.add(link);
        }
        return seen;
    }

    /** @return the links of a page; what is wrong with it is noted */
    private List<String> look(Browser browser, String number, String path, Map<String, String> wrong) {
        var page = browser.get(path);
        var at = number + " " + path;
        if (page.statusCode() / 100 == 3) {
            var to = Browser.to(page);
            if (to.startsWith("/sign-in") && !number.isEmpty()) wrong.put(at, "signed out");
            return to.isEmpty() ? List.of() : List.of(to);
        }
        if (page.statusCode() != 200) wrong.put(at, "status " + page.statusCode());
        if (!page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) return List.of();
        var text = page.body().replaceAll("(?s)<(script|style|code|pre|svg)\\b.*?</\\1>|<[^>]*>", " ");
        var key = KEY.matcher(text);
        if (key.find()) wrong.put(at, "words missing: " + key.group());
        var links = new ArrayList<String>();
        LINK.matcher(page.body())
                .results()
                .map(one -> one.group(1).replace("&amp;", "&"))
                .forEach(links::add);
        links.removeIf(link -> link.contains("lang=") || link.equals("/leave"));
        return links;
    }
}
