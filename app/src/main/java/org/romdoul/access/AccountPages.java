package org.romdoul.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.LocaleResolver;

/** Her own account: password, recovery codes, language. Each change of the way in asks for the password again. */
@Controller
class AccountPages {

    private final SigningIn signingIn;
    private final Accounts accounts;
    private final LocaleResolver languages;

    AccountPages(SigningIn signingIn, Accounts accounts, LocaleResolver languages) {
        this.signingIn = signingIn;
        this.accounts = accounts;
        this.languages = languages;
    }

    record NewPassword(
            @Nullable String present,
            @Nullable String password,
            @Nullable String again) {}

    record NewCodes(@Nullable String present) {}

    record Speech(@Nullable String language) {}

    @GetMapping("/account")
    String account(Actor actor, Model model) {
        model.addAttribute("speech", new Speech(signingIn.language(actor.account())));
        return page(actor, model);
    }

    private String page(Actor actor, Model model) {
        model.addAttribute("left", signingIn.recoveryLeft(actor.account()));
        model.addAttribute("resets", accounts.resetsOf(actor.account()));
        model.addAttribute("keepsAccounts", actor.role() == Role.ADMINISTRATOR);
        return "access/account";
    }

    @PostMapping("/account")
    String speak(
            Actor actor,
            @ModelAttribute("speech") Speech speech,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var language = said(speech.language());
        if (!Accounts.LANGUAGES.contains(language)) {
            errors.rejectValue("language", "access.language.none");
            return page(actor, model);
        }
        accounts.speak(actor, language);
        languages.setLocale(request, response, Locale.of(language));
        return "redirect:/account";
    }

    @GetMapping("/account/password")
    String askPassword(Actor actor, Model model) {
        model.addAttribute("form", new NewPassword(null, null, null));
        return "access/change-password";
    }

    @PostMapping("/account/password")
    String password(
            Actor actor,
            @ModelAttribute("form") NewPassword form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var chosen = said(form.password());
        if (!chosen.equals(said(form.again()))) errors.rejectValue("again", "access.password.differs");
        else if (!isHers(actor, form.present(), request)) errors.rejectValue("present", "access.password.wrong");
        else
            signingIn
                    .choosePassword(actor.account(), chosen)
                    .ifPresent(problem -> errors.rejectValue("password", problem));
        if (errors.hasErrors()) return "access/change-password";
        accounts.endOtherSessions(actor, request.getSession().getId());
        var remembered = signingIn.remember(actor.account(), From.of(request));
        response.addHeader(HttpHeaders.SET_COOKIE, remembered.toString());
        return "redirect:/account";
    }

    @GetMapping("/account/recovery-codes")
    String askCodes(Actor actor, Model model) {
        model.addAttribute("form", new NewCodes(null));
        return "access/ask-recovery-codes";
    }

    @PostMapping("/account/recovery-codes")
    String codes(
            Actor actor,
            @ModelAttribute("form") NewCodes form,
            BindingResult errors,
            HttpServletRequest request,
            Model model) {
        if (!isHers(actor, form.present(), request)) {
            errors.rejectValue("present", "access.password.wrong");
            return "access/ask-recovery-codes";
        }
        model.addAttribute("codes", signingIn.recoveryCodes(actor.account()));
        model.addAttribute("onward", "/account");
        return "access/recovery-codes";
    }

    private boolean isHers(Actor actor, @Nullable String present, HttpServletRequest request) {
        return signingIn.passwordIsRight(actor.account(), said(present), From.of(request, actor));
    }

    private static String said(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
