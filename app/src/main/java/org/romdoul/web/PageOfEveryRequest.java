package org.romdoul.web;

import jakarta.servlet.http.HttpServletRequest;
import org.romdoul.access.Actors;
import org.romdoul.input.Option;
import org.romdoul.site.Language;
import org.romdoul.site.Site;
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

    PageOfEveryRequest(MessageSource words, ResourceUrlProvider assets, Site site) {
        this.words = words;
        this.assets = assets;
        this.site = site;
    }

    @ModelAttribute("page")
    Page page(HttpServletRequest request, Model model) {
        var wording = new Wording(words, Language.of(RequestContextUtils.getLocale(request)));
        var signedIn = Actors.current()
                .map(actor -> new SignedIn(
                        actor.number(),
                        Option.keyOf("web.role", actor.role()),
                        actor.role().holdsCases()))
                .orElse(null);
        return new Page(wording, request, model.asMap(), assets, site, signedIn);
    }
}
