package org.romdoul.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is said when there is no page to show. "Not found" and "not for you" are one answer, so that neither is learnt. */
@Controller
class ErrorPages implements ErrorController {

    @RequestMapping("/error")
    String explain(HttpServletRequest request, HttpServletResponse response, Model model) {
        var error = Explanation.of(status(request), isRead(request));
        response.setStatus(error.status.value());
        model.addAttribute("key", error.key);
        model.addAttribute("number", Bugs.number(request));
        return "web/error";
    }

    /** The five things a reader can do something about. */
    enum Explanation {
        NOT_FOUND("web.error.not-found", HttpStatus.NOT_FOUND),
        EXPIRED("web.error.expired", HttpStatus.FORBIDDEN),
        TOO_LONG("web.error.too-long", HttpStatus.CONTENT_TOO_LARGE),
        REQUEST("web.error.request", HttpStatus.BAD_REQUEST),
        BUG("web.error.bug", HttpStatus.INTERNAL_SERVER_ERROR);

        private final String key;
        private final HttpStatus status;

        Explanation(String key, HttpStatus status) {
            this.key = key;
            this.status = status;
        }

        static Explanation of(int status, boolean reading) {
            return switch (status) {
                case 401, 404, 405 -> NOT_FOUND;
                case 413 -> TOO_LONG;
                case 403 -> reading ? NOT_FOUND : EXPIRED;
                default -> status >= 400 && status < 500 ? REQUEST : BUG;
            };
        }
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
    }

    /** An error is always dispatched as a GET; what was asked for stands beside it. */
    private static boolean isRead(HttpServletRequest request) {
        var asked =
                Objects.requireNonNullElse(request.getAttribute(RequestDispatcher.ERROR_METHOD), request.getMethod());
        return asked.equals("GET") || asked.equals("HEAD");
    }
}
