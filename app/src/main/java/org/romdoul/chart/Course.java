package org.romdoul.chart;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a figure goes on: a line through its points, the level it must not reach, and the points where it did. */
public final class Course {

    /**
     * @param label of the point in the table: a year, a number of people
     * @param at where it lies along the axis
     * @param value 0 or more
     * @param marked whether it is one of those to look at
     */
    public record Point(String label, double at, double value, boolean marked) {}

    /**
     * A level drawn across.
     *
     * @param name what it is called in the table's head and beside the line
     */
    public record Limit(double value, String name) {}

    /** How the values are written. */
    public enum Scale {
        PERCENT,
        NUMBER
    }

    private static final double TOP = 12;
    private static final double BOTTOM = 240;
    private static final double LEFT = 56;
    private static final double RIGHT = Svg.WIDTH - 16;

    private Course() {}

    /** @param along what the axis counts: "Month", "People met" */
    public static Chart of(
            String finding, String along, List<Point> points, Scale scale, @Nullable Limit limit, Words words) {
        if (points.isEmpty()) throw new IllegalArgumentException("a course without a point");
        return new Chart(
                finding,
                picture(finding, along, points, scale, limit, words),
                table(along, points, scale, limit, words));
    }

    private static String picture(
            String finding, String along, List<Point> points, Scale scale, @Nullable Limit limit, Words words) {
        var most = Math.max(points.stream().mapToDouble(Point::value).max().orElse(0), limit == null ? 0 : limit.value);
        var height = new Axis(0, most, BOTTOM, TOP);
        var first = points.getFirst().at;
        var last = Math.max(points.getLast().at, first + 1e-9);
        var svg = new Svg(BOTTOM + 58, finding, words.text("chart.course.words", points.size()));
        for (var tick : height.ticks())
            svg.line(LEFT, height.at(tick), RIGHT, height.at(tick), "grid")
                    .until(LEFT - 8, height.at(tick) + 5, "small", written(tick, scale, words));
        svg.path(
                points.stream()
                        .map(point ->
                                Svg.figure(along(point.at, first, last)) + " " + Svg.figure(height.at(point.value)))
                        .collect(Collectors.joining("L", "M", "")),
                "curve");
        if (limit != null) svg.line(LEFT, height.at(limit.value), RIGHT, height.at(limit.value), "median");
        for (var point : points) if (point.marked) svg.dot(along(point.at, first, last), height.at(point.value));
        svg.from(LEFT, BOTTOM + 22, "small", points.getFirst().label)
                .until(RIGHT, BOTTOM + 22, "small", points.getLast().label)
                .from(LEFT, BOTTOM + 46, "small", limit == null ? along : along + " · - - " + limit.name);
        return svg.toString();
    }

    private static double along(double at, double first, double last) {
        return LEFT + (at - first) / (last - first) * (RIGHT - LEFT);
    }

    private static Table table(String along, List<Point> points, Scale scale, @Nullable Limit limit, Words words) {
        var head = limit == null
                ? List.of(along, words.text("chart.value"))
                : List.of(along, words.text("chart.value"), limit.name);
        return new Table(
                head,
                points.stream()
                        .map(point -> limit == null
                                ? List.of(point.label, written(point.value, scale, words))
                                : List.of(
                                        point.label,
                                        written(point.value, scale, words),
                                        words.text(point.marked ? "chart.reached.yes" : "chart.reached.no")))
                        .toList());
    }

    private static String written(double value, Scale scale, Words words) {
        return switch (scale) {
            case PERCENT -> words.percent(value);
            case NUMBER -> words.number(value);
        };
    }
}
