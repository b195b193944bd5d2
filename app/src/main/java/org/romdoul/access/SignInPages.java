package org.romdoul.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the way in, one question each; who skips one is sent to the one she owes. */
@Controller
class SignInPages {

    private static final String FIRST = "redirect:/sign-in";

    private final SigningIn signingIn;
    private final Drafts drafts;
    private final Door door;
    private final boolean demo;

    SignInPages(SigningIn signingIn, Drafts drafts, Door door, @Value("${romdoul.demo:false}") boolean demo) {
        this.signingIn = signingIn;
        this.drafts = drafts;
        this.door = door;
        this.demo = demo;
    }

    record Who(@Nullable String number, @Nullable String password) {}

    record Code(@Nullable String code) {}

    record Chosen(@Nullable String password, @Nullable String again) {}

    @GetMapping("/sign-in")
    String ask(
            @RequestParam Optional<String> over,
            @RequestParam Optional<String> lost,
            @RequestParam Optional<String> again,
            Model model) {
        if (Actors.current().isPresent()) return "redirect:" + Presence.START;
        model.addAttribute("form", new Who(null, null));
        model.addAttribute("news", news(over.isPresent(), lost.isPresent(), again.isPresent()));
        return "access/sign-in";
    }

    private static String news(boolean over, boolean lost, boolean again) {
        return over ? "access.over" : lost ? "access.lost" : again ? "access.again" : "";
    }

    @PostMapping("/sign-in")
    String who(@ModelAttribute("form") Who form, BindingResult errors, HttpServletRequest request, Model model) {
        var halfWay = signingIn.password(Account.numberAsTyped(form.number()), said(form.password()), From.of(request));
        if (halfWay.isEmpty()) {
            errors.reject("access.refused");
            model.addAttribute("news", "");
            return "access/sign-in";
        }
        door.halfWay(request, halfWay.get());
        return next(halfWay.get());
    }

    private Optional<HalfWay> halfWay(HttpServletRequest request) {
        return door.halfWay(request).filter(signingIn::stillKnows);
    }

    /** Where somebody half way goes next. */
    private String next(HalfWay halfWay) {
        if (!signingIn.isEnrolled(halfWay.account())) return "redirect:/sign-in/phone";
        if (!halfWay.secondFactor()) return "redirect:/sign-in/code";
        return "redirect:/sign-in/password";
    }

    @GetMapping("/sign-in/code")
    String askCode(HttpServletRequest request, Model model) {
        var halfWay = halfWay(request);
        if (halfWay.isEmpty()) return FIRST;
        if (!signingIn.isEnrolled(halfWay.get().account())) return next(halfWay.get());
        model.addAttribute("form", new Code(null));
        return codePage(halfWay.get(), model);
    }

    private String codePage(HalfWay halfWay, Model model) {
        var shown = demo ? signingIn.codeForADemonstration(halfWay.account()).orElse("…") : "";
        model.addAttribute("demonstration", shown);
        return "access/code";
    }

    @PostMapping("/sign-in/code")
    String code(
            @ModelAttribute("form") Code form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var halfWay = halfWay(request);
        if (halfWay.isEmpty()) return FIRST;
        if (!signingIn.isEnrolled(halfWay.get().account())) return next(halfWay.get());
        if (!signingIn.secondFactor(halfWay.get().account(), said(form.code()), From.of(request))) {
            errors.rejectValue("code", "access.code.refused");
            return codePage(halfWay.get(), model);
        }
        return proceed(halfWay.get().withSecondFactor(), request, response);
    }

    @GetMapping("/sign-in/phone")
    String askPhone(HttpServletRequest request, Model model) {
        var halfWay = halfWay(request);
        if (halfWay.isEmpty()) return FIRST;
        model.addAttribute("form", new Code(null));
        return phonePage(halfWay.get(), model);
    }

    private String phonePage(HalfWay halfWay, Model model) {
        var secret = signingIn.secretToEnrol(halfWay.account());
        if (secret.isEmpty()) return next(halfWay);
        model.addAttribute("secret", secret.get());
        model.addAttribute(
                "demonstration",
                demo ? signingIn.codeForADemonstration(halfWay.account()).orElse("…") : "");
        return "access/phone";
    }

    @PostMapping("/sign-in/phone")
    String phone(@ModelAttribute("form") Code form, BindingResult errors, HttpServletRequest request, Model model) {
        var halfWay = halfWay(request);
        if (halfWay.isEmpty()) return FIRST;
        var account = halfWay.get().account();
        if (signingIn.isEnrolled(account)) return next(halfWay.get());
        if (!signingIn.secondFactor(account, said(form.code()), From.of(request))) {
            errors.rejectValue("code", "access.code.refused");
            return phonePage(halfWay.get(), model);
        }
        door.halfWay(request, halfWay.get().withSecondFactor());
        model.addAttribute("codes", signingIn.recoveryCodes(account));
        model.addAttribute("onward", "/sign-in/password");
        return "access/recovery-codes";
    }

    @GetMapping("/sign-in/password")
    String askPassword(HttpServletRequest request, HttpServletResponse response, Model model) {
        var halfWay = halfWay(request);
        if (halfWay.isEmpty()) return FIRST;
        if (!halfWay.get().secondFactor()) return next(halfWay.get());
        if (!signingIn.mustChange(halfWay.get().account())) return proceed(halfWay.get(), request, response);
        model.addAttribute("form", new Chosen(null, null));
        return "access/new-password";
    }

    @PostMapping("/sign-in/password")
    String password(
            @ModelAttribute("form") Chosen form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var halfWay = halfWay(request);
        if (halfWay.isEmpty()) return FIRST;
        if (!halfWay.get().secondFactor() || !signingIn.mustChange(halfWay.get().account())) return next(halfWay.get());
        var chosen = said(form.password());
        if (!chosen.equals(said(form.again()))) errors.rejectValue("again", "access.password.differs");
        else
            signingIn
                    .choosePassword(halfWay.get().account(), chosen)
                    .ifPresent(problem -> errors.rejectValue("password", problem));
        return errors.hasErrors() ? "access/new-password" : proceed(halfWay.get(), request, response);
    }

    private String proceed(HalfWay halfWay, HttpServletRequest request, HttpServletResponse response) {
        if (signingIn.mustChange(halfWay.account())) {
            door.halfWay(request, halfWay);
            return next(halfWay);
        }
        var actor = signingIn.enter(halfWay);
        if (actor.isEmpty()) {
            door.leave(request);
            return FIRST;
        }
        door.letIn(request, response, actor.get(), signingIn.language(halfWay.account()));
        var remembered = signingIn.remember(halfWay.account(), From.of(request));
        response.addHeader(HttpHeaders.SET_COOKIE, remembered.toString());
        return drafts.first(halfWay.account()).isPresent() ? "redirect:/kept" : "redirect:" + Presence.START;
    }

    private static String said(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
