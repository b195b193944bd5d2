package org.romdoul.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which addresses are open to whom. Everything not named here is for people who are signed in. */
final class Gates {

    private static final RequestMatcher ASSETS = any("/assets/**", "/favicon.ico", "/robots.txt");

    private static final RequestMatcher OPEN = any(
            "/",
            "/t",
            "/t/**",
            "/r",
            "/r/**",
            "/log",
            "/log/**",
            "/health",
            "/health/**",
            "/sign-in",
            "/sign-in/**",
            "/locked",
            "/sign-out",
            "/leave",
            "/error");

    /**
     * The forms of the public page. They act for nobody: there is no authority in them that another site could use, and a
     * token would need a cookie, which a reporter may refuse, or have found on her telephone afterwards.
     */
    private static final RequestMatcher REPORTS = any("/t", "/t/**");

    private static final RequestMatcher WAY_IN = any("/sign-in", "/sign-in/**", "/locked", "/sign-out");

    /** Forms of the door itself: nothing worth keeping is typed into them. */
    private static final RequestMatcher DOOR = any("/lock", "/kept", "/account", "/account/**");

    private Gates() {}

    static boolean isOpenToAll(HttpServletRequest request) {
        return OPEN.matches(request);
    }

    static boolean isAsset(HttpServletRequest request) {
        return ASSETS.matches(request);
    }

    static boolean isAReport(HttpServletRequest request) {
        return REPORTS.matches(request);
    }

    static boolean isOfTheWayIn(HttpServletRequest request) {
        return WAY_IN.matches(request);
    }

    static boolean isOfTheDoor(HttpServletRequest request) {
        return DOOR.matches(request);
    }

    /** @return the path below the site's root: it begins with one slash, so that it can lead nowhere else */
    static String path(HttpServletRequest request) {
        return "/" + request.getRequestURI().replaceFirst("^/+", "");
    }

    private static RequestMatcher any(String... patterns) {
        return new OrRequestMatcher(List.of(patterns).stream()
                .<RequestMatcher>map(PathPatternRequestMatcher::pathPattern)
                .toList());
    }
}
