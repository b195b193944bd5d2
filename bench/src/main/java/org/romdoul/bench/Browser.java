package org.romdoul.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person signed in by the same door as everybody: number, password, and the code that the demonstration shows. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String site;
    private String token = "";

    Browser(String site) {
        this.site = site;
    }

    void signIn(String number, String password) throws IOException, InterruptedException {
        page("/sign-in");
        var second =
                form("/sign-in", Map.of("number", number, "password", password)).body();
        take(second);
        var code = CODE.matcher(second);
        if (!code.find()) throw new IllegalStateException("no code is shown");
        expect(form("/sign-in/code", Map.of("code", code.group(1))), 200);
        page("/today");
    }

    String page(String path) throws IOException, InterruptedException {
        var shown = send(to(path).GET());
        expect(shown, 200);
        take(shown.body());
        return shown.body();
    }

    HttpResponse<String> form(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** A POST of nothing, unless it is made something else. */
    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(site + path)).POST(BodyPublishers.noBody());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(
                request.header("X-CSRF-TOKEN", token)
                        .timeout(Duration.ofMinutes(1))
                        .build(),
                BodyHandlers.ofString());
    }

    static BodyPublisher body(byte[] bytes, int from, int length) {
        return BodyPublishers.ofByteArray(bytes, from, length);
    }

    static void expect(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status)
            throw new IllegalStateException(
                    answer.uri().getPath() + " answered " + answer.statusCode() + " and not " + status);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private void take(String page) {
        var found = TOKEN.matcher(page);
        if (found.find()) token = found.group(1);
    }
}
