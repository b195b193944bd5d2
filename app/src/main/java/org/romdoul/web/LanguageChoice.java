package org.romdoul.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.romdoul.site.Language;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/** A link with {@code ?lang=km} changes the language and stays on the page; anything else in it is ignored. */
class LanguageChoice implements HandlerInterceptor {

    static final String PARAMETER = "lang";

    private final LocaleResolver languages;

    LanguageChoice(LocaleResolver languages) {
        this.languages = languages;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var wanted = request.getParameter(PARAMETER);
        if (wanted != null && request.getMethod().equals("GET"))
            Language.of(wanted).ifPresent(language -> languages.setLocale(request, response, language.locale()));
        return true;
    }
}
