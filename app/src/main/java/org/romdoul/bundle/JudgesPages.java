package org.romdoul.bundle;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What a judge reads without us: one page that needs no network and no script and prints well, a readme in each language, and the
 * case for other tools. They show what stands in the copy's facts and prove nothing themselves.
 */
@Component
class JudgesPages {

    private static final List<String> LANGUAGES = List.of("en", "km", "vi");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String STYLE = """
            body{font:16px/1.6 system-ui,"Noto Sans Khmer",sans-serif;color:#17252c;max-width:50rem;margin:2rem auto;padding:0 1rem}
            h1,h2{line-height:1.4}h2{margin-top:2rem;border-bottom:1px solid #0b5566}
            [lang]:not(:first-child):not(html){color:#4a5a61}span[lang]+span[lang]:before{content:" · "}
            table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #d5dcda}
            code{font-size:.8em;overflow-wrap:anywhere}blockquote{margin:.3rem 0;white-space:pre-wrap;border-left:3px solid #0b5566;padding-left:.7rem}
            .notice{border:2px solid #17252c;padding:.2rem 1rem}tr{break-inside:avoid}@media print{body{margin:0;max-width:none}}""";

    private final MessageSource messages;

    JudgesPages(MessageSource messages) {
        this.messages = messages;
    }

    /** @return each page by its name below {@code data/} */
    SortedMap<String, String> of(Draft copy) {
        var pages = new TreeMap<String, String>();
        pages.put("case.jsonld", CaseUco.of(copy));
        pages.put("index.html", index(copy));
        for (var language : LANGUAGES)
            pages.put(
                    "readme." + language + ".txt",
                    say(language, "copy.page.readme", copy.code(), copy.number()) + "\n");
        return pages;
    }

    private String index(Draft copy) {
        var html = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\">")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .append("<title>")
                .append(htmlEscape(copy.code()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n");
        html.append("<h1>").append(htmlEscape(copy.code())).append("</h1>\n");
        paragraphs(html, "copy.page.copy", copy.number());
        html.append("<div class=\"notice\">\n");
        paragraphs(html, "copy.page.check");
        html.append("</div>\n<table>\n");
        row(html, "copy.recipient", htmlEscape(copy.recipient()));
        row(html, "copy.ordered", htmlEscape(copy.ordered()));
        html.append("</table>\n");
        files(html, copy);
        events(html, copy);
        return html.append("</body></html>\n").toString();
    }

    private void files(StringBuilder html, Draft copy) {
        heading(html, "copy.page.files");
        html.append("<table>\n");
        for (var event : copy.events()) {
            for (var file : event.files()) {
                var place = copy.place(file.id());
                var state = copy.files().getOrDefault(file.id().toString(), CopyList.WITHHELD);
                html.append("<tr><td>").append(htmlEscape(event.label())).append("</td><td>");
                if (place.isEmpty()) html.append(spans("copy.state." + state));
                else
                    html.append("<a href=\"")
                            .append(htmlEscape(place))
                            .append("\">")
                            .append(spans("copy.state." + (state.equals(CopyList.SEALED) ? state : CopyList.DECRYPTED)))
                            .append("</a>");
                html.append("<br>")
                        .append(file.size())
                        .append(" B · SHA-256 <code>")
                        .append(file.sha256())
                        .append("</code></td></tr>\n");
            }
        }
        html.append("</table>\n");
    }

    private void events(StringBuilder html, Draft copy) {
        heading(html, "copy.page.events");
        html.append("<table>\n");
        for (var event : copy.events()) {
            html.append("<tr id=\"e")
                    .append(event.number())
                    .append("\"><td>")
                    .append(event.number())
                    .append("</td><td>")
                    .append(MINUTE.format(event.recorded()))
                    .append("</td><td>")
                    .append(spans("timeline." + event.noun()));
            for (var words : event.words()) {
                var opened = copy.opened().get(words.ref().id());
                if (opened != null)
                    html.append("<blockquote>").append(htmlEscape(opened)).append("</blockquote>");
                else
                    html.append("<br><em>")
                            .append(spans("copy.state."
                                    + copy.words().getOrDefault(words.ref().id().toString(), CopyList.WITHHELD)))
                            .append("</em>");
            }
            html.append("</td></tr>\n");
        }
        html.append("</table>\n");
    }

    private void heading(StringBuilder html, String key) {
        html.append("<h2>").append(spans(key)).append("</h2>\n");
    }

    private void row(StringBuilder html, String key, String value) {
        html.append("<tr><th>")
                .append(spans(key))
                .append("</th><td>")
                .append(value)
                .append("</td></tr>\n");
    }

    private void paragraphs(StringBuilder html, String key, Object... arguments) {
        for (var language : LANGUAGES)
            html.append("<p lang=\"")
                    .append(language)
                    .append("\">")
                    .append(htmlEscape(say(language, key, arguments)))
                    .append("</p>\n");
    }

    private String spans(String key) {
        var spans = new StringBuilder();
        for (var language : LANGUAGES)
            spans.append("<span lang=\"")
                    .append(language)
                    .append("\">")
                    .append(htmlEscape(say(language, key)))
                    .append("</span>");
        return spans.toString();
    }

    private String say(String language, String key, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, key, Locale.forLanguageTag(language)));
    }
}
