package org.romdoul.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public's screens, and what each role begins with; and the first visit. */
class ScreensTests extends Screens {

    private static final int FIRST = 75 * 1024;

    private final HttpClient client = HttpClient.newHttpClient();

    ScreensTests() {
        super(List.of(
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
                new Screen("accounts", "U-111", "/accounts", "main a[href='/accounts/new']")));
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
