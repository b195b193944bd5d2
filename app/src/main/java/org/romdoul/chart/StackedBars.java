package org.romdoul.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** How each of several groups divides: one bar of equal length a group, its parts in the same order everywhere. */
public final class StackedBars {

    /** How a part is filled; each differs in grey print too. */
    public enum Look {
        SOLID("river"),
        PALE("pale"),
        OPEN("open"),
        LATE("late"),
        DOTTED("dotted"),
        /** What is not shown. */
        BLANK("blank");

        private final String name;

        Look(String name) {
            this.name = name;
        }

        private boolean isHatching() {
            return this == OPEN || this == LATE || this == DOTTED;
        }

        private void draw(Svg svg, double x, double y, double width, double height) {
            if (isHatching()) svg.hatched(x, y, width, height, name);
            else svg.bar(x, y, width, height, name);
        }
    }

    /**
     * @param label what the parts of this kind have in common
     * @param look how they are filled
     */
    public record Kind(String label, Look look) {}

    /**
     * One group.
     *
     * @param label what it is called
     * @param whole how many it has; empty where that may not be shown
     * @param parts as many as there are kinds; empty where a number may not be shown
     */
    public record Row(String label, OptionalLong whole, List<OptionalLong> parts) {
        public Row {
            var known = parts.stream().mapToLong(part -> part.orElse(0)).sum();
            if (whole.isPresent() && known > whole.getAsLong())
                throw new IllegalArgumentException("the parts are more than the whole");
        }

        private long hidden() {
            return whole.orElse(0)
                    - parts.stream().mapToLong(part -> part.orElse(0)).sum();
        }
    }

    private static final double ROW = 50;
    private static final double LEGEND = 24;

    private StackedBars() {}

    /**
     * @param of what the rows are, as the head of the table: "Year"
     * @param hidden what the part is called that may not be shown
     */
    public static Chart of(String finding, String of, List<Kind> kinds, String hidden, List<Row> rows, Words words) {
        return new Chart(finding, picture(finding, kinds, hidden, rows, words), table(of, kinds, hidden, rows, words));
    }

    private static String picture(String finding, List<Kind> kinds, String hidden, List<Row> rows, Words words) {
        var legend = new ArrayList<>(kinds);
        if (rows.stream().anyMatch(row -> row.hidden() > 0)) legend.add(new Kind(hidden, Look.BLANK));
        var top = legend.size() * LEGEND + 14;
        var svg = new Svg(top + rows.size() * ROW, finding, words.text("chart.stacked.words", rows.size()));
        for (var i = 0; i < legend.size(); i++) {
            legend.get(i).look.draw(svg, 0, i * LEGEND + 3, 24, 15);
            svg.from(34, i * LEGEND + 16, "small", legend.get(i).label);
        }
        for (var i = 0; i < rows.size(); i++) row(svg, rows.get(i), kinds, top + i * ROW, hidden, words);
        return svg.toString();
    }

    private static void row(Svg svg, Row row, List<Kind> kinds, double y, String hidden, Words words) {
        svg.from(0, y + 14, "label", row.label + " · " + written(row.whole, hidden, words));
        if (row.whole.orElse(0) == 0) return;
        var unit = Svg.WIDTH / row.whole.getAsLong();
        var x = 0.0;
        for (var i = 0; i < kinds.size(); i++) {
            var width = row.parts.get(i).orElse(0) * unit;
            if (width > 0) kinds.get(i).look.draw(svg, x, y + 20, width, 18);
            x += width;
        }
        if (row.hidden() > 0) Look.BLANK.draw(svg, x, y + 20, Svg.WIDTH - x, 18);
    }

    private static Table table(String of, List<Kind> kinds, String hidden, List<Row> rows, Words words) {
        var head = new ArrayList<>(List.of(of, words.text("chart.all")));
        kinds.forEach(kind -> head.add(kind.label));
        return new Table(
                head,
                rows.stream()
                        .map(row -> {
                            var cells = new ArrayList<>(List.of(row.label, written(row.whole, hidden, words)));
                            row.parts.forEach(part -> cells.add(written(part, hidden, words)));
                            return List.copyOf(cells);
                        })
                        .toList());
    }

    private static String written(OptionalLong count, String hidden, Words words) {
        return count.isPresent() ? words.number(count.getAsLong()) : hidden;
    }
}
