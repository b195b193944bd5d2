package org.romdoul.studies;

import java.util.Locale;
import org.romdoul.chart.Words;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Published studies for everybody, and what can be made of two rounds of which only headlines are public. */
@Controller
@RequestMapping("/r")
class PublishedPages {

    private final Studies studies;
    private final MessageSource messages;

    PublishedPages(Studies studies, MessageSource messages) {
        this.studies = studies;
        this.messages = messages;
    }

    @GetMapping("/studies")
    String all(Model model) {
        model.addAttribute("releases", studies.releases());
        return "studies/published";
    }

    @GetMapping("/studies/{code}")
    String one(@PathVariable String code, Locale locale, Model model) {
        var release = release(code);
        model.addAttribute("release", release);
        model.addAttribute(
                "others",
                studies.releases().stream()
                        .filter(other -> !other.code().equals(code))
                        .toList());
        model.addAttribute("estimates", Estimates.of(release.visits(), release.policy(), new Words(messages, locale)));
        return "studies/release";
    }

    @GetMapping("/studies/compare")
    String compare(@RequestParam String before, @RequestParam String after, Locale locale, Model model) {
        var first = release(before);
        var second = release(after);
        model.addAttribute("before", first);
        model.addAttribute("after", second);
        model.addAttribute("changes", RoundChange.of(first, second, new Words(messages, locale)));
        return "studies/compare";
    }

    private Release release(String code) {
        return studies.release(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/rounds")
    String rounds(Locale locale, Model model) {
        model.addAttribute("rounds", PublishedRounds.shown(new Words(messages, locale)));
        return "studies/rounds";
    }
}
