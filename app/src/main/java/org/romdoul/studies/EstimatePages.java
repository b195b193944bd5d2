package org.romdoul.studies;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.romdoul.chart.Words;
import org.romdoul.input.Forms;
import org.romdoul.journal.Facts;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

    @GetMapping("/estimate")
    String estimate(OpenStudy open, Locale locale, Model model) {
        var work = work(open);
        model.addAttribute("open", open);
        model.addAttribute("fact", facts.id().toString());
        model.addAttribute("estimates", Estimates.of(work.visits(), new Words(messages, locale)));
        model.addAttribute("agreement", Agreement.of(work, open.recounts()));
        model.addAttribute("position", estimates.position().orElse(null));
        return "studies/estimate";
    }

    @PostMapping("/publish")
    String publish(OpenStudy open, @RequestParam @Nullable String fact) {
        studies.publish(open, Forms.fact(fact));
        return "redirect:/studies/" + open.study().code();
    }

    @GetMapping("/visits.csv")
    ResponseEntity<String> visits(OpenStudy open) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + open.study().code() + "-visits.csv\"")
                .body(work(open).visits());
    }

    private static FieldWork work(OpenStudy open) {
        return open.fieldWork().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
