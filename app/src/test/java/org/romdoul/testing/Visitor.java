package org.romdoul.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.romdoul.access.Actor;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Somebody signed in who reads pages and sends forms, without a server between: whom {@link Staff} hires has no password. */
public final class Visitor {

    private static final Pattern FACT = Pattern.compile("name=\"fact\" value=\"([0-9a-f-]{36})\"");

    private final MockMvc pages;
    private final Actor actor;

    public Visitor(WebApplicationContext program, Actor actor) {
        this.pages = MockMvcBuilders.webAppContextSetup(program)
                .apply(springSecurity())
                .build();
        this.actor = actor;
    }

    /**
     * What came back.
     *
     * @param to where it sends; empty where it is a page
     * @param refresh when and where from the browser fetches it again by itself; empty where it does not
     */
    public record Answer(int status, String to, String body, String refresh) {

        /** @return the id that the first form of the page carries */
        public String fact() {
            var found = FACT.matcher(body);
            if (!found.find()) throw new AssertionError("no form: " + status + " " + to);
            return found.group(1);
        }

        /** @return what the page says is wrong with the form that was sent */
        public List<String> problems() {
            return Pattern.compile("<li>(?:<a href=\"#[^\"]*\">)?([^<]*)<?")
                    .matcher(body.replaceFirst("(?s).*govuk-error-summary__list\">", "")
                            .replaceFirst("(?s)</ul>.*", ""))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }

        /** @return what stands in its elements of a class, tags taken away */
        public List<String> texts(String css) {
            return Pattern.compile("class=\"" + css + "\"[^>]*>(.*?)</", Pattern.DOTALL)
                    .matcher(body)
                    .results()
                    .map(found -> found.group(1).replaceAll("<[^>]*>", "").strip())
                    .toList();
        }

        /** @return what it says, without its tags */
        public String text() {
            return body.replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " ");
        }
    }

    public Answer get(String path) {
        return send(MockMvcRequestBuilders.get(path));
    }

    /** @param form names and values, in turn */
    public Answer post(String path, String... form) {
        var request = MockMvcRequestBuilders.post(path).with(csrf());
        for (var i = 0; i < form.length; i += 2) request.param(form[i], form[i + 1]);
        return send(request);
    }

    /** Sends a form with one file and nothing else. */
    public Answer upload(String path, String field, byte[] file) {
        return send(MockMvcRequestBuilders.multipart(path)
                .file(new MockMultipartFile(field, file))
                .with(csrf()));
    }

    private Answer send(AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            var signedIn = UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of());
            var asked = pages.perform(request.with(authentication(signedIn))).andReturn();
            var response = asked.getResponse();
            if (response.getStatus() >= 400
                    && response.getContentLength() <= 0
                    && response.getContentAsString().isEmpty())
                return explained(asked.getRequest(), response.getStatus());
            var to = response.getRedirectedUrl();
            var refresh = response.getHeader("Refresh");
            return new Answer(
                    response.getStatus(),
                    to == null ? "" : to,
                    response.getContentAsString(StandardCharsets.UTF_8),
                    refresh == null ? "" : refresh);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    /** A server dispatches what went wrong to the page of errors; here that is done by hand. */
    private Answer explained(HttpServletRequest asked, int status) throws Exception {
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of());
        var page = MockMvcRequestBuilders.get("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, asked.getRequestURI())
                .requestAttr(RequestDispatcher.ERROR_METHOD, asked.getMethod());
        var body = pages.perform(page.with(authentication(signedIn)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return new Answer(status, "", body, "");
    }
}
