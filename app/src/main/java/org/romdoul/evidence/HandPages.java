package org.romdoul.evidence;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.blobs.Blobs;
import org.romdoul.blobs.Condition;
import org.romdoul.cases.Answer;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.input.PartialDate;
import org.romdoul.input.PlainText;
import org.romdoul.input.TypedDate;
import org.romdoul.journal.Facts;
import org.romdoul.law.Law;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What is in my hands: given, answered, seen, looked at. By codes alone, for a store room holds what it may not read. */
@Controller
@RequestMapping("/e")
class HandPages {

    private final HandOvers handOvers;
    private final Accounts accounts;
    private final Blobs blobs;
    private final CustodyViews views;
    private final Facts facts;
    private final Law law;

    HandPages(HandOvers handOvers, Accounts accounts, Blobs blobs, CustodyViews views, Facts facts, Law law) {
        this.handOvers = handOvers;
        this.accounts = accounts;
        this.blobs = blobs;
        this.views = views;
        this.facts = facts;
        this.law = law;
    }

    record GiveForm(
            @Nullable String fact,
            @Nullable String receiver,
            @Nullable String reason,
            @Nullable String ended,
            @Nullable String order,
            @Nullable String witness,
            @Nullable String place,
            @Nullable String seal,
            @Nullable String found,
            @Nullable TypedDate happened) {}

    record AnswerForm(
            @Nullable String fact,
            @Nullable String outcome,
            @Nullable String place,
            @Nullable String seal,
            @Nullable String found,
            @Nullable TypedDate happened) {}

    record LookForm(
            @Nullable String fact,
            @Nullable String seal,
            @Nullable String newSeal,
            @Nullable String found,
            @Nullable String words,
            @Nullable TypedDate happened) {}

    record PlainForm(@Nullable String fact) {}

    @GetMapping
    String mine(Actor actor, Model model) {
        model.addAttribute("items", handOvers.with(actor));
        return "evidence/mine";
    }

    @GetMapping("/{exhibit}")
    String one(Actor actor, @PathVariable String exhibit, Model model) {
        model.addAttribute("form", new PlainForm(facts.id().toString()));
        return page(find(actor, exhibit), model, "evidence/hand");
    }

    @GetMapping("/{exhibit}/give")
    String askToGive(Actor actor, @PathVariable String exhibit, Model model) {
        var inHand = find(actor, exhibit);
        if (!inHand.isHeld()) return "redirect:/e/" + exhibit;
        model.addAttribute(
                "form",
                new GiveForm(
                        facts.id().toString(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        inHand.seal(),
                        null,
                        TypedDate.EMPTY));
        return page(inHand, model, "evidence/give");
    }

    @PostMapping("/{exhibit}/give")
    String give(
            Actor actor,
            @PathVariable String exhibit,
            @ModelAttribute("form") GiveForm form,
            BindingResult errors,
            Model model) {
        var inHand = find(actor, exhibit);
        var given = read(form, errors);
        if (given == null) return page(inHand, model, "evidence/give");
        var said = handOvers.give(inHand, Forms.fact(form.fact()), given);
        return done(said, errors, given.ended() == null ? "/e/" + exhibit : "/e")
                .orElseGet(() -> page(inHand, model, "evidence/give"));
    }

    private @Nullable Given read(GiveForm form, BindingResult errors) {
        var reason = Forms.required(HandOver.Reason.class, form.reason(), errors, "reason");
        var found = Forms.required(Found.class, form.found(), errors, "found");
        if (found == Found.MISSING) errors.rejectValue("found", "hand-over.missing");
        var place = ShortCodes.place(form.place()).in(errors, "place");
        var seal = ShortCodes.seal(form.seal()).in(errors, "seal");
        var happened = happened(form.happened(), errors);
        var ends = reason == HandOver.Reason.END;
        var ended = ends ? Forms.required(HandOver.End.class, form.ended(), errors, "ended") : null;
        var order = ends ? PlainText.required(form.order(), PlainText.PARAGRAPH).in(errors, "order") : null;
        var receiver = ends ? null : account(form.receiver(), errors, "receiver", true);
        var witness = account(form.witness(), errors, "witness", ends);
        if (errors.hasErrors() || reason == null || found == null || happened == null) return null;
        return new Given(
                receiver,
                ended,
                order,
                witness,
                reason,
                ShortCodes.orNull(place),
                ShortCodes.orNull(seal),
                found,
                happened);
    }

    @GetMapping("/{exhibit}/answer")
    String askForAnswer(Actor actor, @PathVariable String exhibit, Model model) {
        var inHand = find(actor, exhibit);
        if (inHand.asked().isEmpty()) return "redirect:/e/" + exhibit;
        model.addAttribute("form", new AnswerForm(facts.id().toString(), null, null, null, null, TypedDate.EMPTY));
        return page(inHand, model, "evidence/answer");
    }

    /** The receiver reads the seal herself: the form does not tell her what it should be. */
    @PostMapping("/{exhibit}/answer")
    String answer(
            Actor actor,
            @PathVariable String exhibit,
            @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            Model model)
            throws IOException {
        var inHand = find(actor, exhibit);
        var outcome = Forms.required(Receipt.Outcome.class, form.outcome(), errors, "outcome");
        if (outcome == Receipt.Outcome.WITHDRAWN) errors.rejectValue("outcome", "input.missing");
        var found = Forms.required(Found.class, form.found(), errors, "found");
        var place = ShortCodes.place(form.place()).in(errors, "place");
        var seal = ShortCodes.seal(form.seal()).in(errors, "seal");
        var happened = happened(form.happened(), errors);
        if (errors.hasErrors() || outcome == null || found == null || happened == null)
            return page(inHand, model, "evidence/answer");
        var told = new Receipt(
                Forms.fact(form.fact()),
                outcome,
                actor.account(),
                ShortCodes.orNull(place),
                ShortCodes.orNull(seal),
                found,
                stored(inHand.exhibit()),
                happened,
                Instant.EPOCH);
        return done(handOvers.answer(inHand, told), errors, "/e")
                .orElseGet(() -> page(inHand, model, "evidence/answer"));
    }

    @PostMapping("/{exhibit}/withdraw")
    String withdraw(
            Actor actor,
            @PathVariable String exhibit,
            @ModelAttribute("form") PlainForm form,
            BindingResult errors,
            Model model) {
        var inHand = find(actor, exhibit);
        return done(handOvers.withdraw(inHand, Forms.fact(form.fact())), errors, "/e/" + exhibit)
                .orElseGet(() -> page(inHand, model, "evidence/hand"));
    }

    @PostMapping("/{exhibit}/witness")
    String witness(
            Actor actor,
            @PathVariable String exhibit,
            @ModelAttribute("form") PlainForm form,
            BindingResult errors,
            Model model) {
        var inHand = find(actor, exhibit);
        return done(handOvers.witness(inHand, Forms.fact(form.fact())), errors, "/e")
                .orElseGet(() -> page(inHand, model, "evidence/hand"));
    }

    @GetMapping("/{exhibit}/look")
    String askHowItIs(Actor actor, @PathVariable String exhibit, Model model) {
        var inHand = find(actor, exhibit);
        if (!inHand.isHeld()) return "redirect:/e/" + exhibit;
        model.addAttribute("form", new LookForm(facts.id().toString(), null, null, null, null, TypedDate.EMPTY));
        return page(inHand, model, "evidence/look");
    }

    @PostMapping("/{exhibit}/look")
    String look(
            Actor actor,
            @PathVariable String exhibit,
            @ModelAttribute("form") LookForm form,
            BindingResult errors,
            Model model)
            throws IOException {
        var inHand = find(actor, exhibit);
        var found = Forms.required(Found.class, form.found(), errors, "found");
        var seal = ShortCodes.seal(form.seal()).in(errors, "seal");
        var newSeal = ShortCodes.seal(form.newSeal()).in(errors, "newSeal");
        var words = PlainText.optional(form.words(), PlainText.PARAGRAPH).in(errors, "words");
        if (ShortCodes.orNull(newSeal) != null && words != null && words.isEmpty())
            errors.rejectValue("words", "exhibit.look.why");
        var happened = happened(form.happened(), errors);
        if (errors.hasErrors() || found == null || words == null || happened == null)
            return page(inHand, model, "evidence/look");
        var told = new Inspection(
                Forms.fact(form.fact()),
                actor.account(),
                found,
                ShortCodes.orNull(seal),
                ShortCodes.orNull(newSeal),
                stored(inHand.exhibit()),
                happened,
                Instant.EPOCH);
        return done(handOvers.inspect(inHand, told, ShortCodes.orNull(words)), errors, "/e/" + exhibit)
                .orElseGet(() -> page(inHand, model, "evidence/look"));
    }

    /** Each digital move hashes what is stored again; before the transaction, for it may take a while. */
    private @Nullable Condition stored(Exhibit exhibit) throws IOException {
        var file = exhibit.file();
        return file == null ? null : blobs.check(file.blob());
    }

    /** @return when it happened: now, where the boxes are left empty */
    private @Nullable PartialDate happened(@Nullable TypedDate typed, BindingResult errors) {
        var date =
                (typed == null ? TypedDate.EMPTY : typed).optional(law.today()).in(errors, "happened");
        return date != null && date.isUnknown()
                ? facts.now(Actor.SYSTEM, Actor.SYSTEM).happened()
                : date;
    }

    private @Nullable UUID account(@Nullable String typed, BindingResult errors, String field, boolean required) {
        var number = PlainText.optional(typed, PlainText.LINE).in(errors, field);
        if (number == null || number.isEmpty()) {
            if (number != null && required) errors.rejectValue(field, "input.missing");
            return null;
        }
        var account = accounts.byNumber(number);
        if (account.isEmpty()) errors.rejectValue(field, "hand-over.unknown");
        return account.map(one -> one.id()).orElse(null);
    }

    private static Optional<String> done(Answer said, BindingResult errors, String next) {
        return switch (said) {
            case Answer.Accepted accepted -> Optional.of("redirect:" + next);
            case Answer.Refused no -> {
                errors.reject(no.reason());
                yield Optional.empty();
            }
        };
    }

    private String page(InHand inHand, Model model, String template) {
        model.addAttribute("item", inHand);
        model.addAttribute("told", views.told(inHand));
        model.addAttribute("reasons", Option.each(HandOver.Reason.class, "hand-over.reason"));
        model.addAttribute("ends", Option.each(HandOver.End.class, "hand-over.end"));
        model.addAttribute("states", Option.each(Found.class, "exhibit.found"));
        model.addAttribute(
                "outcomes",
                Option.each(Receipt.Outcome.class, "receipt.outcome").stream()
                        .filter(one -> !one.value().equals(Receipt.Outcome.WITHDRAWN.name()))
                        .toList());
        return template;
    }

    private InHand find(Actor actor, String exhibit) {
        try {
            return handOvers.find(actor, UUID.fromString(exhibit)).orElseThrow(HandPages::notFound);
        } catch (IllegalArgumentException bent) {
            throw notFound();
        }
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
