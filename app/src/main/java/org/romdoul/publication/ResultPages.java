package org.romdoul.publication;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
    private final Releases releases;
    private final MessageSource messages;

    ResultPages(Results results, Releases releases, MessageSource messages) {
        this.results = results;
        this.releases = releases;
        this.messages = messages;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("dockets", results.dockets());
        return "publication/results";
    }

    /** The last release of the cases worked here: what changes from day to day would tell of somebody. */
    @GetMapping("/here")
    String here(Locale locale, Model model) {
        var all = releases.of(null);
        if (all.isEmpty()) return "publication/nothing";
        return released(all.getFirst(), all.subList(1, all.size()), locale, model);
    }

    @GetMapping("/releases/{release}")
    String released(@PathVariable("release") String code, Locale locale, Model model) {
        return released(release(code), List.of(), locale, model);
    }

    private String released(Release release, List<Release> earlier, Locale locale, Model model) {
        model.addAttribute("release", release);
        model.addAttribute("earlier", earlier);
        return page(releases.report(release, locale), "/r/releases/" + release.code(), model);
    }

    @GetMapping("/d/{docket}")
    String docket(@PathVariable("docket") String code, Locale locale, Model model) {
        var docket = find(code);
        model.addAttribute("earlier", releases.of(docket));
        return page(results.of(docket, words(locale)), "/r/d/" + code, model);
    }

    @GetMapping("/releases/{release}/{figure}.csv")
    ResponseEntity<String> numbersOfRelease(
            @PathVariable("release") String code, @PathVariable("figure") String figure, Locale locale) {
        return numbers(releases.report(release(code), locale), figure);
    }

    @GetMapping("/d/{docket}/{figure}.csv")
    ResponseEntity<String> numbers(
            @PathVariable("docket") String code, @PathVariable("figure") String figure, Locale locale) {
        return numbers(results.of(find(code), words(locale)), figure);
    }

    @GetMapping("/releases/{release}/{figure}.svg")
    ResponseEntity<String> pictureOfRelease(
            @PathVariable("release") String code, @PathVariable("figure") String figure, Locale locale) {
        return picture(releases.report(release(code), locale), figure);
    }

    @GetMapping("/d/{docket}/{figure}.svg")
    ResponseEntity<String> picture(
            @PathVariable("docket") String code, @PathVariable("figure") String figure, Locale locale) {
        return picture(results.of(find(code), words(locale)), figure);
    }

    private Docket find(String code) {
        return results.docket(code).orElseThrow(ResultPages::notFound);
    }

    private Release release(String code) {
        return releases.find(code).orElseThrow(ResultPages::notFound);
    }

    private Words words(Locale locale) {
        return new Words(messages, locale);
    }

    private static String page(Report report, String place, Model model) {
        model.addAttribute("report", report);
        model.addAttribute("place", place);
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
