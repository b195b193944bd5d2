package org.romdoul.studies;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.chart.Words;
import org.romdoul.estimators.survey.LonelyVenue;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.input.PlainText;
import org.romdoul.journal.Facts;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What the sheets of a study come to, how far they can be relied on, and publishing it. */
@Controller
@RequestMapping("/studies/{code}")
class EstimatePages {

    private final Studies studies;
    private final Estimates estimates;
    private final MessageSource messages;
    private final Facts facts;

    EstimatePages(Studies studies, Estimates estimates, MessageSource messages, Facts facts) {
        this.studies = studies;
        this.estimates = estimates;
        this.messages = messages;
        this.facts = facts;
    }

    record Form(
            @Nullable String fact,
            @Nullable String lonely,
            @Nullable String reason) {}

    // A form that is refused stands at the address it was sent to: the links to other languages ask for it again.
    @GetMapping({"/estimate", "/policy", "/publish"})
    String estimate(OpenStudy open, Locale locale, Model model) {
        model.addAttribute("form", new Form(facts.id().toString(), null, null));
        return page(open, locale, model);
    }

    @PostMapping("/policy")
    String choose(OpenStudy open, @ModelAttribute("form") Form form, BindingResult errors, Locale locale, Model model) {
        var fact = Forms.fact(form.fact());
        var lonely = Forms.required(LonelyVenue.class, form.lonely(), errors, "lonely");
        var reason = PlainText.required(form.reason(), PlainText.LINE).in(errors, "reason");
        if (lonely == null || reason == null) return page(open, locale, model);
        var objection = studies.choose(open, fact, new Policy(lonely, reason));
        if (objection.isEmpty()) return "redirect:/studies/" + open.study().code() + "/estimate";
        objection.get().in(errors);
        return page(open, locale, model);
    }

    @PostMapping("/publish")
    String publish(
            OpenStudy open, @ModelAttribute("form") Form form, BindingResult errors, Locale locale, Model model) {
        // Sent twice, it is published once.
        if (open.published()) return "redirect:/r/studies/" + open.study().code();
        var objection = studies.publish(open, Forms.fact(form.fact()));
        if (objection.isEmpty()) return "redirect:/r/studies/" + open.study().code();
        objection.get().in(errors);
        return page(open, locale, model);
    }

    private String page(OpenStudy open, Locale locale, Model model) {
        var work = work(open);
        model.addAttribute("open", open);
        model.addAttribute("estimates", Estimates.of(work.visits(), open.policy(), new Words(messages, locale)));
        model.addAttribute("agreement", Agreement.of(work, open.recounts()));
        model.addAttribute("position", estimates.position().orElse(null));
        model.addAttribute("policies", policies());
        return "studies/estimate";
    }

    private static List<Option> policies() {
        return Stream.of(LonelyVenue.values())
                .filter(policy -> policy != LonelyVenue.FAIL)
                .map(policy -> Option.key(policy.name(), Option.keyOf("studies.policy", policy)))
                .toList();
    }

    @GetMapping("/visits.csv")
    ResponseEntity<String> visits(OpenStudy open) {
        return file(open, "visits", work(open).visits());
    }

    /** As it is hashed in a release. */
    @GetMapping("/frame.csv")
    ResponseEntity<String> frame(OpenStudy open) {
        var frame = open.frame();
        if (frame == null) throw notFound();
        return file(open, "frame", frame.text());
    }

    private static ResponseEntity<String> file(OpenStudy open, String what, String text) {
        var name = open.study().code() + "-" + what + ".csv";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(text);
    }

    private static FieldWork work(OpenStudy open) {
        return open.fieldWork().orElseThrow(EstimatePages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
