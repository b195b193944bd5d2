package org.romdoul.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.romdoul.database.RomdoulTest;
import org.romdoul.testing.MovableClock;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A reporter whose browser keeps nothing: no cookie comes, none goes back, and she is heard all the same. */
@RomdoulTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "romdoul.demo=true")
@Import(MovableClock.Instead.class)
class TipPagesTests {

    private final HttpClient withoutCookies = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Test
    void theFormLeavesNoTraceInHerBrowser() throws Exception {
        for (var path : new String[] {"/t", "/t/receipt"}) {
            var page = send(to(path).GET());
            assertThat(page.body()).contains("<form").doesNotContain("_csrf");
            assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void sheReportsAndComesBackWithHerReceipt() throws Exception {
        var taken = post("/t", "words=A+door+is+locked&danger=YES&fact=" + UUID.randomUUID());
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.headers().allValues("Set-Cookie")).isEmpty();
        var receipt = taken.body().replaceAll("(?s).*?(\\d{4}( \\d{4}){3}).*", "$1");
        assertThat(receipt).hasSize(19);
        assertThat(post("/t/receipt", "receipt=" + receipt.replace(' ', '+')).body())
                .contains("govuk-summary-list");
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return withoutCookies.send(request.build(), BodyHandlers.ofString());
    }
}
