package org.romdoul.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Gives every template its {@link Page}, error pages and the pages before sign-in included. */
@ControllerAdvice
class PageOfEveryRequest {

    private final MessageSource words;
    private final ResourceUrlProvider assets;
    private final Site site;
    private final @Nullable WhoIsSignedIn who;

    PageOfEveryRequest(MessageSource words, ResourceUrlProvider assets, Site site, ObjectProvider<WhoIsSignedIn> who) {
        this.words = words;
        this.assets = assets;
        this.site = site;
        this.who = who.getIfAvailable();
    }

    @ModelAttribute("page")
    Page page(HttpServletRequest request, Model model) {
        var wording = new Wording(words, Language.of(RequestContextUtils.getLocale(request)));
        var signedIn = who == null ? null : who.in(request);
        return new Page(wording, request, model.asMap(), assets, site, signedIn);
    }
}
