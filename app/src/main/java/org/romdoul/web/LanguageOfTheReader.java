package org.romdoul.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.romdoul.site.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language a reader chose, kept in a cookie that says nothing else; before any choice, what her browser asks for.
 *
 * <p>Sign-in may set it from the account through Spring's {@link LocaleResolver}, knowing nothing of this class.
 */
class LanguageOfTheReader implements LocaleResolver {

    static final String COOKIE = "lang";
    private static final String CHOSEN_NOW = LanguageOfTheReader.class.getName();

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosenNow(request)
                .or(() -> remembered(request))
                .or(() -> preferred(request))
                .orElse(Language.ENGLISH)
                .locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        var language = locale == null ? Language.ENGLISH : Language.of(locale);
        request.setAttribute(CHOSEN_NOW, language);
        if (response != null) response.addHeader(HttpHeaders.SET_COOKIE, cookie(language, request.isSecure()));
    }

    private static String cookie(Language language, boolean secure) {
        return ResponseCookie.from(COOKIE, language.code())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .build()
                .toString();
    }

    private static Optional<Language> chosenNow(HttpServletRequest request) {
        return Optional.ofNullable((Language) request.getAttribute(CHOSEN_NOW));
    }

    private static Optional<Language> remembered(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .flatMap(cookie -> Language.of(cookie.getValue()));
    }

    private static Optional<Language> preferred(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .flatMap(wanted -> Language.of(wanted.getLanguage()).stream())
                .findFirst();
    }
}
