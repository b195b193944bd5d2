package org.romdoul.intake;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.input.Digits;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.input.PlainText;
import org.romdoul.input.TypedDate;
import org.romdoul.journal.Facts;
import org.romdoul.law.Law;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The public page: report, take a receipt, come back with it. No account, no name. */
@Controller
@RequestMapping("/t")
class TipPages {

    private static final Pattern RECEIPT = Pattern.compile("\\d{16}");

    private final Intake intake;
    private final Facts facts;
    private final Law law;

    TipPages(Intake intake, Facts facts, Law law) {
        this.intake = intake;
        this.facts = facts;
        this.law = law;
    }

    record Form(
            @Nullable String fact,
            @Nullable String danger,
            @Nullable String words,
            @Nullable String place,
            @Nullable TypedDate happened,
            @Nullable String contact) {}

    record ReceiptForm(@Nullable String receipt) {}

    @GetMapping
    String ask(Model model) {
        model.addAttribute("form", new Form(facts.id().toString(), null, null, null, TypedDate.EMPTY, null));
        return form(model);
    }

    @PostMapping
    String take(@ModelAttribute("form") Form form, BindingResult errors, Model model) {
        var danger = Forms.optional(Tip.Danger.class, form.danger(), Tip.Danger.UNKNOWN, errors, "danger");
        var words = PlainText.required(form.words(), PlainText.ACCOUNT).in(errors, "words");
        var place = PlainText.optional(form.place(), PlainText.LINE).in(errors, "place");
        var contact = PlainText.optional(form.contact(), PlainText.LINE).in(errors, "contact");
        var typed = form.happened() == null ? TypedDate.EMPTY : form.happened();
        var happened = typed.optional(law.today()).in(errors, "happened");
        if (danger == null || words == null || place == null || contact == null || happened == null) return form(model);

        var report = new Report(fact(form.fact()), danger, words, place, happened, contact);
        model.addAttribute("receipt", Receipts.spaced(intake.take(report, Tip.Channel.PUBLIC, Actor.SYSTEM)));
        return "intake/receipt";
    }

    @GetMapping("/receipt")
    String askReceipt(Model model) {
        model.addAttribute("form", new ReceiptForm(null));
        return "intake/standing";
    }

    @PostMapping("/receipt")
    String standing(@ModelAttribute("form") ReceiptForm form, BindingResult errors, Model model) {
        var typed = PlainText.required(form.receipt(), PlainText.LINE).in(errors, "receipt");
        if (typed == null) return "intake/standing";
        var receipt = Digits.ascii(typed).replaceAll("[\\s-]", "");
        var standing =
                RECEIPT.matcher(receipt).matches() ? intake.standing(receipt).orElse(null) : null;
        if (standing == null) errors.rejectValue("receipt", "standing.receipt.none");
        model.addAttribute("standing", standing);
        return "intake/standing";
    }

    private static String form(Model model) {
        model.addAttribute("dangers", Option.each(Tip.Danger.class, "tip.danger"));
        return "intake/tip";
    }

    // Most forms are refused without their id (Forms.fact). Here a fresh one is taken: nobody shall lose a report over
    // a hidden field, and the worst that follows is a report that came twice, which the desk sees.
    private UUID fact(@Nullable String typed) {
        try {
            return UUID.fromString(Objects.requireNonNullElse(typed, ""));
        } catch (IllegalArgumentException bent) {
            return facts.id();
        }
    }
}
