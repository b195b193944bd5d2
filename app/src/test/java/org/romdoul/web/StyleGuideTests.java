package org.romdoul.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.romdoul.input.TypedDate;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Every component on one page, as a reader's browser gets it. */
@SpringBootTest(classes = WebAlone.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StyleGuideTests {

    @LocalServerPort
    int port;

    @Test
    void showsEveryComponent() throws Exception {
        var page = get("/style-guide?lang=km");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"km\"");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    record Form(
            @Nullable String reason,
            @Nullable TypedDate happened,
            @Nullable String sex,
            @Nullable List<String> needs) {}

    @Controller
    static class Pages {

        @GetMapping("/style-guide")
        String guide(Model model) {
            model.addAttribute("form", new Form(null, null, null, null));
            return "style-guide";
        }

        @PostMapping("/style-guide")
        String refused(@ModelAttribute("form") Form form, BindingResult errors) {
            errors.rejectValue("reason", "web.problems");
            errors.rejectValue("happened", "web.date.unknown");
            return "style-guide";
        }
    }
}
