package org.romdoul.publication;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.romdoul.chart.Words;
import org.romdoul.publication.Results.Report;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Results for everybody: no account, nobody in them. */
@Controller
@RequestMapping("/r")
class ResultPages {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private final Results results;
    private final MessageSource messages;

    ResultPages(Results results, MessageSource messages) {
        this.results = results;
        this.messages = messages;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("dockets", results.dockets());
        return "publication/results";
    }

    @GetMapping("/here")
    String here(Locale locale, Model model) {
        return page(here(locale), model);
    }

    @GetMapping("/d/{docket}")
    String docket(@PathVariable("docket") String code, Locale locale, Model model) {
        return page(docket(code, locale), model);
    }

    @GetMapping("/here/{figure}.csv")
    ResponseEntity<String> numbersOfHere(@PathVariable("figure") String figure, Locale locale) {
        return numbers(here(locale), figure);
    }

    @GetMapping("/d/{docket}/{figure}.csv")
    ResponseEntity<String> numbers(
            @PathVariable("docket") String code, @PathVariable("figure") String figure, Locale locale) {
        return numbers(docket(code, locale), figure);
    }

    @GetMapping("/here/{figure}.svg")
    ResponseEntity<String> pictureOfHere(@PathVariable("figure") String figure, Locale locale) {
        return picture(here(locale), figure);
    }

    @GetMapping("/d/{docket}/{figure}.svg")
    ResponseEntity<String> picture(
            @PathVariable("docket") String code, @PathVariable("figure") String figure, Locale locale) {
        return picture(docket(code, locale), figure);
    }

    private Report here(Locale locale) {
        return results.here(new Words(messages, locale));
    }

    private Report docket(String code, Locale locale) {
        return results.of(results.docket(code).orElseThrow(ResultPages::notFound), new Words(messages, locale));
    }

    private static String page(Report report, Model model) {
        model.addAttribute("report", report);
        model.addAttribute("smallest", Cells.SMALLEST);
        return "publication/report";
    }

    private static ResponseEntity<String> numbers(Report report, String key) {
        var figure = shown(report, key);
        return file(report, key + ".csv", CSV, figure.data().csv());
    }

    private static ResponseEntity<String> picture(Report report, String key) {
        var chart = shown(report, key).chart();
        if (chart == null) throw notFound();
        return file(report, key + ".svg", SVG, chart.file());
    }

    private static Figure shown(Report report, String key) {
        return report.figure(key).filter(figure -> figure.chart() != null).orElseThrow(ResultPages::notFound);
    }

    /** The file's name says where the log stood, so that a file on somebody's disk can be told from a later one. */
    private static ResponseEntity<String> file(Report report, String name, MediaType type, String content) {
        var docket = report.docket();
        var position = report.position();
        var whole = "%s-%d-%s"
                .formatted(docket == null ? "here" : docket.code(), position == null ? 0 : position.size(), name);
        var attached = ContentDisposition.attachment().filename(whole).build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, attached.toString())
                .body(content);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
