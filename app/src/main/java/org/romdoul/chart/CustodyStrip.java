package org.romdoul.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who held each exhibit from when to when, one bar an exhibit; what is missing is hatched in red above it, what was written down only
 * afterwards is dotted below it.
 */
public final class CustodyStrip {

    /**
     * A stretch of time.
     *
     * @param onTheWay given and not yet received
     * @param words who held it, or what is missing
     */
    public record Piece(Instant from, Instant to, boolean onTheWay, String words) {}

    /**
     * An exhibit.
     *
     * @param label a code
     * @param afterwards of what the record has only what was told later
     */
    public record Row(String label, List<Piece> pieces, List<Piece> gaps, List<Piece> afterwards) {

        Stream<Piece> all() {
            return Stream.of(pieces, gaps, afterwards).flatMap(List::stream);
        }
    }

    private static final double ROW = 66;
    private static final double LEFT = 2;
    private static final double RIGHT = Svg.WIDTH - 2;
    /** A gap that took no time is still seen. */
    private static final double LEAST = 4;

    private CustodyStrip() {}

    /** @param dates writes a moment for the reader */
    public static Chart of(String finding, List<Row> rows, Function<Instant, String> dates, Words words) {
        var from = times(rows).min(Instant::compareTo).orElse(Instant.EPOCH);
        var to = times(rows).max(Instant::compareTo).orElse(Instant.EPOCH);
        var bottom = rows.size() * ROW;
        var svg = new Svg(bottom + 26, finding, words.text("chart.custody.words", rows.size()));
        for (var i = 0; i < rows.size(); i++) row(svg, rows.get(i), i * ROW, new Scale(from, to), words);
        svg.from(LEFT, bottom + 18, "small", dates.apply(from)).until(RIGHT, bottom + 18, "small", dates.apply(to));
        return new Chart(finding, svg.toString(), table(rows, dates, words));
    }

    private record Scale(Instant from, Instant to) {
        double at(Instant moment) {
            var whole = Math.max(1, to.toEpochMilli() - from.toEpochMilli());
            return LEFT + (double) (moment.toEpochMilli() - from.toEpochMilli()) / whole * (RIGHT - LEFT);
        }
    }

    private static void row(Svg svg, Row row, double y, Scale scale, Words words) {
        var key = row.gaps().isEmpty() ? "chart.custody.row" : "chart.custody.row.gaps";
        svg.from(
                LEFT,
                y + 16,
                row.gaps().isEmpty() ? "label" : "alarm-label",
                words.text(key, row.label(), row.gaps().size()));
        for (var piece : row.pieces()) {
            var x = scale.at(piece.from());
            if (piece.onTheWay()) svg.hatched(x, y + 32, scale.at(piece.to()) - x, 20, "open");
            else svg.bar(x, y + 32, scale.at(piece.to()) - x, 20, "river").line(x, y + 28, x, y + 56, "limit");
        }
        for (var gap : row.gaps()) {
            var width = Math.max(LEAST, scale.at(gap.to()) - scale.at(gap.from()));
            svg.hatched(Math.min(scale.at(gap.from()), RIGHT - width), y + 22, width, 10, "late");
        }
        for (var late : row.afterwards())
            svg.hatched(scale.at(late.from()), y + 54, scale.at(late.to()) - scale.at(late.from()), 6, "dotted");
    }

    private static Stream<Instant> times(List<Row> rows) {
        return rows.stream().flatMap(Row::all).flatMap(piece -> Stream.of(piece.from(), piece.to()));
    }

    private static Table table(List<Row> rows, Function<Instant, String> dates, Words words) {
        var lines = new ArrayList<List<String>>();
        for (var row : rows) {
            for (var piece : row.pieces())
                lines.add(List.of(row.label(), dates.apply(piece.from()), dates.apply(piece.to()), piece.words()));
            for (var gap : row.gaps())
                lines.add(List.of(
                        row.label(),
                        dates.apply(gap.from()),
                        dates.apply(gap.to()),
                        words.text("chart.custody.gap", gap.words())));
            for (var late : row.afterwards())
                lines.add(List.of(row.label(), dates.apply(late.from()), dates.apply(late.to()), late.words()));
        }
        return new Table(
                List.of(
                        words.text("chart.what"),
                        words.text("chart.low"),
                        words.text("chart.high"),
                        words.text("chart.custody.who")),
                List.copyOf(lines));
    }
}
