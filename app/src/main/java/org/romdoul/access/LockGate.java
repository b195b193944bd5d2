package org.romdoul.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before every page of a session that is locked or over, and keeps what was sent into it. Behind it a locked
 * session is nobody's: no page can show anything by mistake.
 */
class LockGate extends OncePerRequestFilter {

    private final Clock clock;
    private final Drafts drafts;

    LockGate(Clock clock, Drafts drafts) {
        this.clock = clock;
        this.drafts = drafts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var actor = Actors.current();
        var session = request.getSession(false);
        if (actor.isEmpty()
                || session == null
                || !(session.getAttribute(Presence.ATTRIBUTE) instanceof Presence here)) {
            chain.doFilter(request, response);
            return;
        }
        var now = clock.instant();
        if (here.isOver(now)) {
            // The session is nobody's from now on and still known: of another window something may yet be sent.
            keep(request, actor.get());
            nobody();
            goOn(request, response, chain, "/sign-in?over");
        } else if (here.isLocked(now) || asksForTheLock(request)) {
            keep(request, actor.get());
            remember(session, here, request);
            nobody();
            goOn(request, response, chain, "/locked");
        } else {
            // A page that fetches itself, to show a name no longer, is nobody's presence.
            var seen = Presence.BY_ITSELF.equals(request.getQueryString()) ? here : here.seenAt(now);
            if (seen != here) session.setAttribute(Presence.ATTRIBUTE, seen);
            request.setAttribute(Actors.LOCKS_IN, seen.locksIn(now).toSeconds());
            chain.doFilter(request, response);
            dropWhatArrived(request, response, actor.get());
        }
    }

    private void dropWhatArrived(HttpServletRequest request, HttpServletResponse response, Actor actor) {
        var kept = Draft.isPost(request) ? request.getParameter(Draft.KEPT) : null;
        if (kept == null || response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) return;
        try {
            drafts.drop(actor.account(), UUID.fromString(kept));
        } catch (IllegalArgumentException noId) {
            logger.debug("a kept form without an id");
        }
    }

    private static void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String page)
            throws ServletException, IOException {
        if (Gates.isOpenToAll(request) || Gates.isAsset(request)) {
            chain.doFilter(request, response);
        } else {
            Security.seeOther(response, page);
        }
    }

    private void keep(HttpServletRequest request, Actor actor) {
        Draft.of(request).ifPresent(draft -> drafts.keep(actor.account(), draft));
    }

    private static boolean asksForTheLock(HttpServletRequest request) {
        return Draft.isPost(request) && request.getParameter(Draft.LOCK) != null;
    }

    private static void remember(HttpSession session, Presence here, HttpServletRequest request) {
        var asksForAPage = request.getMethod().equals(HttpMethod.GET.name())
                && !Gates.isOpenToAll(request)
                && !Gates.isAsset(request);
        var locked = here.lock(asksForAPage ? Gates.path(request) : here.back());
        if (!locked.equals(here)) session.setAttribute(Presence.ATTRIBUTE, locked);
    }

    // Not saved: the session still knows who she is, this request does not.
    private static void nobody() {
        SecurityContextHolder.setContext(new SecurityContextImpl());
    }
}
