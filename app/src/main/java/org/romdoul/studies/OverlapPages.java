package org.romdoul.studies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.chart.Words;
import org.romdoul.estimate.Answer;
import org.romdoul.estimate.ListsEstimation;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** How many there are, from a table of how lists overlap; nothing of it is kept. */
@Controller
@RequestMapping("/studies/overlap")
class OverlapPages {

    /** A page is waited for: figures to be published are made on the command line, with more. */
    private static final int RESAMPLES = 200;

    private static final int MOST_BYTES = 100_000;

    private final MessageSource messages;

    OverlapPages(MessageSource messages) {
        this.messages = messages;
    }

    record Form(@Nullable String file) {}

    @GetMapping
    String ask(Actor actor, Model model) {
        refuseStrangers(actor);
        model.addAttribute("form", new Form(null));
        return "studies/overlap";
    }

    @PostMapping
    String estimate(
            @ModelAttribute("form") Form form,
            BindingResult errors,
            @RequestParam("list") MultipartFile list,
            Actor actor,
            Locale locale,
            Model model)
            throws IOException {
        refuseStrangers(actor);
        if (list.isEmpty()) errors.rejectValue("file", "input.missing");
        else if (list.getSize() > MOST_BYTES) errors.rejectValue("file", "overlap.long");
        else show(list.getBytes(), locale, model);
        return "studies/overlap";
    }

    private void show(byte[] file, Locale locale, Model model) {
        model.addAttribute("sha256", Draw.sha256(new String(file, StandardCharsets.UTF_8)));
        switch (ListsEstimation.of(file, RESAMPLES, 1)) {
            case Answer.Given given -> {
                model.addAttribute("shown", given.estimation().shown(new Words(messages, locale)));
                model.addAttribute("reasons", List.of());
            }
            case Answer.Refused refused -> model.addAttribute("reasons", refused.reasons());
        }
    }

    private static void refuseStrangers(Actor actor) {
        if (!Studies.concern(actor)) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
