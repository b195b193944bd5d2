package org.romdoul.start;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person signed in over HTTP by the same door as in a browser: number, password, code. */
final class Session {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private final URI server;
    private String token = "";

    Session(URI server) {
        this.server = server;
    }

    /** @return whether the server let her in */
    boolean signIn(String number, String password, String code) throws IOException, InterruptedException {
        page("/sign-in");
        form("/sign-in", Map.of("number", number, "password", password));
        page("/sign-in/code");
        var answer = form("/sign-in/code", Map.of("code", code));
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/today")) return false;
        page("/today");
        return true;
    }

    HttpResponse<String> form(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(
                request.header("X-CSRF-TOKEN", token).timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.resolve(path));
    }

    private void page(String path) throws IOException, InterruptedException {
        var shown = client.send(to(path).timeout(PATIENCE).build(), BodyHandlers.ofString());
        var found = TOKEN.matcher(shown.body());
        if (found.find()) token = found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
