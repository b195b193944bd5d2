package org.romdoul.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A picture with its finding and its numbers; shown by the template {@code web/figure}.
 *
 * @param finding the title: what the picture shows, in one sentence
 * @param svg the picture, safe to be put in a page as it is
 * @param table the numbers that were drawn
 */
public record Chart(String finding, String svg, Table table) {

    private static final Pattern RULE = Pattern.compile("[^{}]*\\.romdoul-svg[^{}]*\\{[^{}]*}");

    /** @return the picture as a file of its own: with the colours that a page takes from the style sheet */
    public String file() {
        var end = svg.indexOf('>') + 1;
        return svg.substring(0, end) + "<style>" + colours() + "</style>" + svg.substring(end);
    }

    private static String colours() {
        try (var sheet = Objects.requireNonNull(Chart.class.getResourceAsStream("/static/assets/romdoul.css"))) {
            return RULE.matcher(new String(sheet.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.joining());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
