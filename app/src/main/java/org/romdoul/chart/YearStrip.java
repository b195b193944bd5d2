package org.romdoul.chart;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One judgement a year on an ordered scale, the best level on top: a country's tier. */
public final class YearStrip {

    /**
     * @param year the year
     * @param level place in the levels, 0 the best; null where nothing was said that year
     */
    public record Year(int year, @Nullable Integer level) {}

    private static final double ROW = 44;

    private YearStrip() {}

    /**
     * @param levels what they are called, the best first
     * @param years by rising year, at most about twenty-five
     */
    public static Chart of(String finding, List<String> levels, List<Year> years, Words words) {
        var bottom = levels.size() * ROW;
        var column = Svg.WIDTH / Math.max(1, years.size());
        var svg = new Svg(bottom + 30, finding, words.text("chart.years.words", years.size()));
        for (var i = 0; i < levels.size(); i++)
            svg.line(0, (i + 1) * ROW, Svg.WIDTH, (i + 1) * ROW, "grid").from(0, i * ROW + 16, "small", levels.get(i));
        for (var i = 0; i < years.size(); i++) year(svg, years.get(i), i, column, bottom);
        return new Chart(finding, svg.toString(), table(levels, years, words));
    }

    private static void year(Svg svg, Year one, int i, double column, double bottom) {
        // The two last figures: "2014" would not fit below a narrow column in any script.
        svg.over((i + 0.5) * column, bottom + 20, "small", "%02d".formatted(one.year % 100));
        if (one.level != null) svg.bar(i * column + 2, one.level * ROW + 24, column - 4, 16, "river");
    }

    private static Table table(List<String> levels, List<Year> years, Words words) {
        return new Table(
                List.of(words.text("chart.year"), words.text("chart.level")),
                years.stream()
                        .map(one -> List.of(
                                String.valueOf(one.year),
                                one.level == null
                                        ? words.text("chart.no-data")
                                        : Objects.requireNonNull(levels.get(one.level))))
                        .toList());
    }
}
