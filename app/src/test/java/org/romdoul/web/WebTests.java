package org.romdoul.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.romdoul.site.Language;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages, errors and assets as they leave the server. */
@SpringBootTest(classes = WebAlone.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(WebTests.Broken.class)
@ExtendWith(OutputCaptureExtension.class)
class WebTests {

    @LocalServerPort
    int port;

    @Test
    void aFirstVisitIsAtMost75KilobytesAndALaterPage15() throws Exception {
        var page = get("/style-guide?lang=km");
        var assets = 0;
        for (var name : new String[] {"css", "js"})
            assets += get(asset(text(page), name)).body().length;
        var style = text(get(asset(text(page), "css")));
        var fonts = Pattern.compile("url\\(\"?([^)\"]*woff2)\"?\\)")
                .matcher(style)
                .results()
                .toList();
        for (var font : fonts)
            assets += get(URI.create("/assets/").resolve(font.group(1)).toString())
                    .body()
                    .length;

        assertThat(fonts).hasSize(2);
        assertThat(page.body().length).isLessThanOrEqualTo(15 * 1024);
        assertThat(page.body().length + assets).isLessThanOrEqualTo(75 * 1024);
    }

    @Test
    void anAssetIsKeptForAYearUnderTheHashOfItsContent() throws Exception {
        var style = get(asset(text(get("/style-guide")), "css"));

        assertThat(style.uri().getPath()).matches("/assets/romdoul-[0-9a-f]{32}\\.css");
        assertThat(style.headers().firstValue("cache-control").orElse(""))
                .contains("max-age=31536000")
                .contains("immutable");
        assertThat(text(style))
                .doesNotContainIgnoringCase("GDS Transport")
                .doesNotContainPattern("url\\(\"?(https?:)?//");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aPageNeedsNoScriptAndNoStyleOfItsOwn(Language language) throws Exception {
        assertThat(text(get("/style-guide?lang=" + language.code())))
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContain("<style", " style=", " onclick=", "javascript:");
    }

    @Test
    void aLanguageStaysChosenAndTheLinksStayOnThePage() throws Exception {
        var chosen = get("/style-guide?lang=vi&stage=A");
        var cookie = chosen.headers().firstValue("set-cookie").orElseThrow();

        assertThat(cookie).startsWith("lang=vi;").contains("HttpOnly", "SameSite=Strict");
        assertThat(text(chosen)).contains("href=\"/style-guide?stage=A&amp;lang=km\"");
        assertThat(text(get("/style-guide", "Cookie", "lang=vi"))).contains("<html lang=\"vi\"");
        assertThat(text(get("/style-guide", "Accept-Language", "fr, km;q=0.8"))).contains("<html lang=\"km\"");
        assertThat(text(get("/style-guide?lang=xx"))).contains("<html lang=\"en\"");
    }

    @Test
    void whatIsNotThereIsExplainedInTheReadersLanguage() throws Exception {
        var answer = get("/nowhere?lang=km");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer)).contains("<html lang=\"km\"", "រកមិនឃើញទំព័រ", "/nowhere?lang=vi");
    }

    @Test
    void aFormWithoutItsTokenIsToldToSendAgain() throws Exception {
        var answer = send(
                HttpRequest.newBuilder(address("/style-guide")).POST(HttpRequest.BodyPublishers.ofString("code=A")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(text(answer)).contains("Please send this again");
    }

    @Test
    void aBugHasANumberAndItsWordsAreNeverLogged(CapturedOutput log) throws Exception {
        var answer = get("/broken");
        var number = Pattern.compile("this number: ([0-9a-f]{8})").matcher(text(answer));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(number.find()).isTrue();
        assertThat(log).contains("bug " + number.group(1), "java.lang.IllegalStateException", "WebTests$Broken");
        assertThat(log + text(answer)).doesNotContain("somebody typed");
    }

    @Test
    void aTemplateThatFailsHalfWayLeavesNoHalfPage() throws Exception {
        var answer = get("/half");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(text(answer)).containsOnlyOnce("<!DOCTYPE html>").contains("Something went wrong");
    }

    @Controller
    static class Broken {

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("what somebody typed");
        }

        /** The style guide without its charts. */
        @GetMapping("/half")
        String half() {
            return "style-guide";
        }
    }

    private static String asset(String page, String ending) {
        var found = Pattern.compile("\"(/assets/[^\"]*\\." + ending + ")\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(address(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** As a browser asks: what can be, comes compressed. */
    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    request.header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String text(HttpResponse<byte[]> answer) throws Exception {
        var packed = answer.headers().firstValue("content-encoding").orElse("").equals("gzip");
        var plain =
                packed ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes() : answer.body();
        return new String(plain, StandardCharsets.UTF_8);
    }
}
