package org.romdoul.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A browser without scripts: keeps cookies, sends forms with the token of the page it shows, follows nothing by itself. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("id=\"demonstration-code\">(\\d{6})<");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String site;
    private String token = "";

    public Browser(int port) {
        this.site = "http://localhost:" + port;
    }

    public HttpResponse<String> get(String path) {
        return seen(send(HttpRequest.newBuilder(URI.create(site + path))));
    }

    /** @param form names and values, in turn */
    public HttpResponse<String> post(String path, String... form) {
        return postWith(token, path, form);
    }

    /** Sends a form that was read earlier, with the token it had then. */
    public HttpResponse<String> postWith(String itsToken, String path, String... form) {
        return seen(send(filled(itsToken, path, form)));
    }

    /** Sends a form that stands in a page of another site, or of a neighbour's. */
    public HttpResponse<String> postFrom(String otherSite, String path, String... form) {
        return seen(send(filled("none", path, form).header("Sec-Fetch-Site", otherSite)));
    }

    private HttpRequest.Builder filled(String itsToken, String path, String... form) {
        var fields = new ArrayList<String>();
        fields.add("_csrf=" + encoded(itsToken));
        for (var i = 0; i < form.length; i += 2) fields.add(encoded(form[i]) + "=" + encoded(form[i + 1]));
        return HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", fields)));
    }

    /** @return the token of the page it shows */
    public String token() {
        return token;
    }

    /** One file of a form. */
    public record Upload(String name, byte[] bytes) {}

    /** Sends a form with files, as a browser does: what was typed first, the files last. */
    public HttpResponse<String> upload(String path, List<Upload> files, String... form) {
        var body = new ByteArrayOutputStream();
        part(body, "name=\"_csrf\"", token.getBytes(StandardCharsets.UTF_8));
        for (var i = 0; i < form.length; i += 2)
            part(body, "name=\"" + form[i] + "\"", form[i + 1].getBytes(StandardCharsets.UTF_8));
        for (var file : files)
            part(
                    body,
                    "name=\"files\"; filename=\"" + file.name() + "\"\r\nContent-Type: application/octet-stream",
                    file.bytes());
        body.writeBytes("--romdoul--\r\n".getBytes(StandardCharsets.US_ASCII));
        return seen(send(HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "multipart/form-data; boundary=romdoul")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))));
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(("--romdoul\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Saves what a form gives. @throws IOException where the line is cut before the end */
    public HttpResponse<byte[]> save(String path, String... form) throws IOException, InterruptedException {
        var fields = new ArrayList<String>();
        fields.add("_csrf=" + encoded(token));
        for (var i = 0; i < form.length; i += 2) fields.add(encoded(form[i]) + "=" + encoded(form[i + 1]));
        return client.send(
                HttpRequest.newBuilder(URI.create(site + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", fields)))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    /** Signs in as a person of the demonstration. @return where she is sent */
    public String signIn(String number, String password) {
        get("/sign-in");
        post("/sign-in", "number", number, "password", password);
        return to(post("/sign-in/code", "code", code(get("/sign-in/code"))));
    }

    /** @return the code that the demonstration shows in place of a phone */
    public static String code(HttpResponse<String> page) {
        var code = CODE.matcher(page.body());
        return code.find() ? code.group(1) : "";
    }

    /** @return where a response sends, as a path; empty where it is a page */
    public static String to(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .map(address -> URI.create(address))
                .map(address ->
                        address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()))
                .orElse("");
    }

    public CookieManager cookies() {
        return cookies;
    }

    public @Nullable String sessionCookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> !java.util.Set.of("lang", "d").contains(cookie.getName()))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse(null);
    }

    private HttpResponse<String> seen(HttpResponse<String> response) {
        var found = TOKEN.matcher(response.body());
        if (found.find()) token = found.group(1);
        return response;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
