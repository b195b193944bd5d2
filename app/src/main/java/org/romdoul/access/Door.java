package org.romdoul.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** The session of somebody who comes, goes, or is half way. Its id changes at every step that gives rights. */
@Component
class Door {

    private static final String HALF_WAY = "half-way";

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final LocaleResolver languages;
    private final Clock clock;

    Door(LocaleResolver languages, Clock clock) {
        this.languages = languages;
        this.clock = clock;
    }

    void halfWay(HttpServletRequest request, HalfWay halfWay) {
        request.getSession().setAttribute(HALF_WAY, halfWay);
        request.changeSessionId();
    }

    Optional<HalfWay> halfWay(HttpServletRequest request) {
        var session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : (HalfWay) session.getAttribute(HALF_WAY))
                .filter(halfWay -> !halfWay.isStale(clock.instant()));
    }

    void letIn(HttpServletRequest request, HttpServletResponse response, Actor actor, String language) {
        var now = clock.instant();
        // Where another was signed in before, nothing of hers is the next one's: not the token of her forms either.
        if (behindTheLock(request)
                .filter(before -> !before.account().equals(actor.account()))
                .isPresent()) leave(request);
        var session = request.getSession();
        session.removeAttribute(HALF_WAY);
        session.setMaxInactiveInterval((int) Presence.KNOWN.toSeconds());
        session.setAttribute(Presence.ATTRIBUTE, Presence.begins(now));
        request.changeSessionId();
        var factors = List.of(
                FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY),
                FactorGrantedAuthority.fromFactor("TOTP"));
        var context = new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(actor, null, factors));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        languages.setLocale(request, response, Locale.of(language));
    }

    void leave(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.invalidate();
        SecurityContextHolder.clearContext();
    }

    /** @return who is behind the lock of this session, which {@link LockGate} hides from everybody else */
    Optional<Actor> behindTheLock(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) return Optional.empty();
        var context = session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context instanceof SecurityContext known
                        && known.getAuthentication() != null
                        && known.getAuthentication().getPrincipal() instanceof Actor actor
                ? Optional.of(actor)
                : Optional.empty();
    }

    Optional<Presence> presence(HttpServletRequest request) {
        var session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : (Presence) session.getAttribute(Presence.ATTRIBUTE));
    }

    void lock(HttpServletRequest request, String back) {
        presence(request).ifPresent(here -> request.getSession().setAttribute(Presence.ATTRIBUTE, here.lock(back)));
    }

    void unlock(HttpServletRequest request, boolean withPhone) {
        presence(request).ifPresent(here -> {
            request.getSession().setAttribute(Presence.ATTRIBUTE, here.unlock(clock.instant(), withPhone));
            request.changeSessionId();
        });
    }
}
