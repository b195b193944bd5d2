package org.romdoul.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Locked, and back again with what was typed. */
@Controller
class LockPages {

    private static final String OUT = "redirect:/sign-in";

    private final SigningIn signingIn;
    private final Drafts drafts;
    private final Door door;
    private final Clock clock;
    private final boolean demo;

    LockPages(
            SigningIn signingIn, Drafts drafts, Door door, Clock clock, @Value("${romdoul.demo:false}") boolean demo) {
        this.signingIn = signingIn;
        this.drafts = drafts;
        this.door = door;
        this.clock = clock;
        this.demo = demo;
    }

    record Unlock(@Nullable String password, @Nullable String code) {}

    @PostMapping("/lock")
    String lock(HttpServletRequest request) {
        door.lock(request, Presence.START);
        return "redirect:/locked";
    }

    @GetMapping("/locked")
    String locked(HttpServletRequest request, Model model) {
        model.addAttribute("form", new Unlock(null, null));
        return page(request, model);
    }

    private String page(HttpServletRequest request, Model model) {
        var actor = door.behindTheLock(request);
        var here = here(request);
        if (actor.isEmpty() || here.isEmpty()) return OUT;
        if (!here.get().isLocked(clock.instant()))
            return "redirect:" + here.get().back();
        var withPhone = here.get().needsPhone(clock.instant());
        model.addAttribute("number", actor.get().number());
        model.addAttribute("withPhone", withPhone);
        model.addAttribute(
                "demonstration",
                demo && withPhone
                        ? signingIn.codeForADemonstration(actor.get().account()).orElse("…")
                        : "");
        return "access/locked";
    }

    @PostMapping("/locked")
    String unlock(@ModelAttribute("form") Unlock form, BindingResult errors, HttpServletRequest request, Model model) {
        var actor = door.behindTheLock(request);
        var here = here(request);
        if (actor.isEmpty() || here.isEmpty()) return OUT;
        var withPhone = here.get().needsPhone(clock.instant());
        var account = actor.get().account();
        var from = From.of(request, actor.get());
        // Both are asked and both are wrong together, so that neither can be guessed alone.
        var right = signingIn.passwordIsRight(account, said(form.password()), from)
                && (!withPhone || signingIn.secondFactor(account, said(form.code()), from));
        if (!right) {
            errors.reject(withPhone ? "access.locked.refused-both" : "access.locked.refused");
            return page(request, model);
        }
        if (!withPhone) signingIn.settle(account, from);
        door.unlock(request, withPhone);
        return drafts.first(account).isPresent()
                ? "redirect:/kept"
                : "redirect:" + here.get().back();
    }

    /** A session that is over is not unlocked: she signs in again. */
    private Optional<Presence> here(HttpServletRequest request) {
        return door.presence(request).filter(here -> !here.isOver(clock.instant()));
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request) {
        door.leave(request);
        return OUT;
    }

    @GetMapping("/kept")
    String kept(Actor actor, Model model) {
        var first = drafts.first(actor.account());
        if (first.isEmpty()) return "redirect:" + Presence.START;
        model.addAttribute("kept", first.get().draft());
        model.addAttribute("id", first.get().id().toString());
        return "access/kept";
    }

    @PostMapping("/kept")
    String discard(Actor actor, @RequestParam UUID draft) {
        drafts.drop(actor.account(), draft);
        return "redirect:/kept";
    }

    private static String said(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
