package org.romdoul.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives what nobody foresaw a number, which the reader is shown and the log repeats.
 *
 * <p>Logged are the kinds of the exceptions and where they were thrown, never their messages nor the address: a message may
 * quote what somebody typed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Bugs extends OncePerRequestFilter {

    private static final String NUMBER = Bugs.class.getName();
    private static final String UNREAD = Unread.class.getName();
    private static final int FRAMES = 40;
    private static final Logger LOG = LoggerFactory.getLogger(Bugs.class);

    /** @return the number of what went wrong; null where nothing unforeseen did */
    static @Nullable String number(HttpServletRequest request) {
        return (String) request.getAttribute(NUMBER);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws IOException {
        try {
            rest.doFilter(request.getAttribute(UNREAD) == null ? request : new Unread(request), response);
        } catch (Exception failed) {
            answer(failed, request, response);
        }
    }

    /** What is longer than a page takes, or was bent on its way, is no bug: nothing of it was read. */
    private static void answer(Exception failed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var unreadable = causes(failed)
                .filter(InvalidParameterException.class::isInstance)
                .findFirst();
        if (unreadable.isPresent()) {
            request.setAttribute(UNREAD, true);
            if (!response.isCommitted())
                response.sendError(((InvalidParameterException) unreadable.get()).getErrorCode());
        } else {
            var number = UUID.randomUUID().toString().substring(0, 8);
            request.setAttribute(NUMBER, number);
            LOG.error("bug {}{}", number, trace(failed));
            if (!response.isCommitted()) response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    // The page that explains passes here too.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** What could not be read is not asked for again by the page that says so: the container would refuse each time. */
    private static final class Unread extends HttpServletRequestWrapper {

        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }
    }

    private static String trace(Throwable bug) {
        return causes(bug)
                .map(cause -> "\n" + cause.getClass().getName() + frames(cause))
                .collect(Collectors.joining());
    }

    private static Stream<Throwable> causes(Throwable first) {
        return Stream.<@Nullable Throwable>iterate(first, cause -> cause != null, cause -> cause.getCause())
                .limit(10)
                .map(Objects::requireNonNull);
    }

    private static String frames(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
    }
}
