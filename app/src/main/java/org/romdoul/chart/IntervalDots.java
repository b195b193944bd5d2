package org.romdoul.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Estimates with their intervals, one below the other: a dot never stands without its line. */
public final class IntervalDots {

    /**
     * @param label what is estimated: a province, a year
     * @param estimate null where there are no data, which is not nought
     * @param n how many observations it rests on
     */
    public record Row(String label, @Nullable Estimate estimate, long n) {}

    /**
     * @param value the estimate
     * @param low lower end of its interval
     * @param high upper end of its interval
     */
    public record Estimate(double value, double low, double high) {
        public Estimate {
            if (!(low <= value && value <= high))
                throw new IllegalArgumentException("an estimate outside its interval");
        }
    }

    /** How the values are written. */
    public enum Scale {
        PERCENT,
        NUMBER
    }

    private static final double ROW = 62;
    private static final double LEFT = 6;
    private static final double RIGHT = Svg.WIDTH - 12;

    private IntervalDots() {}

    public static Chart of(String finding, List<Row> rows, Scale scale, Words words) {
        return new Chart(finding, picture(finding, rows, scale, words), table(rows, scale, words));
    }

    private static String picture(String finding, List<Row> rows, Scale scale, Words words) {
        var axis = new Axis(0, most(rows), LEFT, RIGHT);
        var bottom = rows.size() * ROW;
        var svg = new Svg(bottom + 30, finding, words.text("chart.intervals.words", rows.size()));
        for (var tick : axis.ticks()) svg.tick(axis, tick, bottom + 20, written(tick, scale, words));
        for (var i = 0; i < rows.size(); i++) row(svg, rows.get(i), i * ROW, axis, scale, words);
        return svg.toString();
    }

    private static void row(Svg svg, Row row, double y, Axis axis, Scale scale, Words words) {
        svg.from(0, y + 16, "label", row.label + " · " + said(row, scale, words));
        // Not through the words.
        for (var tick : axis.ticks()) svg.line(axis.at(tick), y + 26, axis.at(tick), y + 50, "grid");
        var estimate = row.estimate;
        if (estimate == null) return;
        svg.line(axis.at(estimate.low), y + 38, axis.at(estimate.high), y + 38, "interval")
                .line(axis.at(estimate.low), y + 31, axis.at(estimate.low), y + 45, "interval")
                .line(axis.at(estimate.high), y + 31, axis.at(estimate.high), y + 45, "interval")
                .dot(axis.at(estimate.value), y + 38);
    }

    private static String said(Row row, Scale scale, Words words) {
        var estimate = row.estimate;
        return estimate == null
                ? words.text("chart.no-data")
                : words.text(
                        "chart.interval",
                        written(estimate.value, scale, words),
                        written(estimate.low, scale, words),
                        written(estimate.high, scale, words));
    }

    private static double most(List<Row> rows) {
        return rows.stream()
                .mapToDouble(row -> row.estimate == null ? 0 : row.estimate.high)
                .max()
                .orElse(0);
    }

    private static Table table(List<Row> rows, Scale scale, Words words) {
        return new Table(
                List.of(
                        words.text("chart.what"),
                        words.text("chart.estimate"),
                        words.text("chart.low"),
                        words.text("chart.high"),
                        words.text("chart.n")),
                rows.stream().map(row -> cells(row, scale, words)).toList());
    }

    private static List<String> cells(Row row, Scale scale, Words words) {
        var estimate = row.estimate;
        var n = words.number(row.n);
        if (estimate == null) return List.of(row.label, words.text("chart.no-data"), "–", "–", n);
        return List.of(
                row.label,
                written(estimate.value, scale, words),
                written(estimate.low, scale, words),
                written(estimate.high, scale, words),
                n);
    }

    private static String written(double value, Scale scale, Words words) {
        return switch (scale) {
            case PERCENT -> words.percent(value);
            case NUMBER -> words.number(value);
        };
    }
}
