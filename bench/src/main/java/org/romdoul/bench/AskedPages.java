package org.romdoul.bench;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.romdoul.demo.Demo;

/** The pages of a record, asked over HTTP as one person: how long each takes. */
final class AskedPages {

    private final String site;
    private final Demo.SignIn who;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient stays =
            HttpClient.newBuilder().cookieHandler(cookies).build(); // and follows no redirect

    AskedPages(String site, Demo.SignIn who) {
        this.site = site;
        this.who = who;
    }

    void ask(int times) throws Exception {
        var browser = signedIn();
        var list = get(browser, "/c");
        var codes = Pattern.compile("href=\"/c/([0-9A-Z]{4}-[0-9A-Z]{4})\"")
                .matcher(list)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        var token = token(list);
        System.out.printf("%-12s %8s %8s %8s%n", "page", "p50 ms", "p95 ms", "first");
        time("case list", times, () -> get(browser, "/c"));
        time(
                "one case",
                times,
                () -> get(browser, "/c/" + codes.get(ThreadLocalRandom.current().nextInt(codes.size()))));
        time(
                "timeline",
                times,
                () -> get(browser, "/c/" + codes.get(ThreadLocalRandom.current().nextInt(codes.size())) + "/timeline"));
        time("today", times, () -> get(browser, "/today"));
        time(
                "name search",
                times,
                () -> post(
                        browser,
                        "/c/find",
                        Map.of("_csrf", token, "words", LargeRecordBench.word(6) + " " + LargeRecordBench.word(8))));
        time(
                "creation",
                times,
                () -> create(Map.of("_csrf", token, "fact", UUID.randomUUID().toString())));
        time("form to case", times, () -> {
            var form = get(browser, "/c/new");
            return get(browser, create(Map.of("_csrf", token(form), "fact", hidden(form, "fact"))));
        });
    }

    /** @return where the answer to the form leads: to the case */
    private String create(Map<String, String> form) throws Exception {
        var typed = new HashMap<>(Map.of(
                "child",
                "YES",
                "acts",
                "RECRUITMENT",
                "purposes",
                "LABOUR",
                "words",
                "Fictional.",
                "happened.year",
                "2026"));
        typed.putAll(form);
        return send(stays, posting("/c/new", typed), 302)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private HttpClient signedIn() throws Exception {
        var browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        var form = get(browser, "/sign-in");
        var second = post(
                browser, "/sign-in", Map.of("_csrf", token(form), "number", who.user(), "password", who.password()));
        var code = Pattern.compile("\\b(\\d{6})\\b").matcher(second);
        if (!code.find()) throw new IllegalStateException("no code is shown");
        post(browser, "/sign-in/code", Map.of("_csrf", token(second), "code", code.group(1)));
        return browser;
    }

    private static String token(String page) {
        return hidden(page, "_csrf");
    }

    private static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        if (!found.find()) throw new IllegalStateException("the page has no " + name);
        return found.group(1);
    }

    private String get(HttpClient browser, String path) throws Exception {
        var address = URI.create(site).resolve(path);
        return send(browser, HttpRequest.newBuilder(address).build(), 200).body();
    }

    private String post(HttpClient browser, String path, Map<String, String> form) throws Exception {
        return send(browser, posting(path, form), 200).body();
    }

    private HttpRequest posting(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest request, int expected) throws Exception {
        var answer = browser.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != expected)
            throw new IllegalStateException(request.uri().getPath() + " answered " + answer.statusCode());
        return answer;
    }

    private static void time(String page, int times, Callable<String> ask) throws Exception {
        var first = once(ask);
        for (var i = 0; i < times / 4; i++) once(ask);
        var taken = new double[times];
        for (var i = 0; i < times; i++) taken[i] = once(ask);
        Arrays.sort(taken);
        System.out.printf("%-12s %8.1f %8.1f %8.1f%n", page, taken[times / 2], taken[(int) (times * 0.95)], first);
    }

    private static double once(Callable<String> ask) throws Exception {
        var began = System.nanoTime();
        var unused = Objects.requireNonNull(ask.call());
        return (System.nanoTime() - began) / 1e6;
    }
}
