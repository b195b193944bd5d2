package org.romdoul.chart;

import java.util.List;

/** How long each detained person has been held, against the limits of law; what is past a limit is hatched. */
public final class DetentionStrip {

    /**
     * @param label a code, never a name
     * @param held how long, in days
     * @param limit the limit that holds for this person, in days
     */
    public record Held(String label, double held, double limit) {
        public Held {
            if (held < 0 || limit <= 0) throw new IllegalArgumentException("held " + held + ", limit " + limit);
        }

        public boolean isPast() {
            return held > limit;
        }
    }

    private static final double ROW = 62;
    private static final double RIGHT = Svg.WIDTH - 12;

    private DetentionStrip() {}

    public static Chart of(String finding, List<Held> people, Words words) {
        var most = people.stream()
                .mapToDouble(one -> Math.max(one.held, one.limit))
                .max()
                .orElse(1);
        var axis = new Axis(0, most, 2, RIGHT);
        var bottom = people.size() * ROW;
        var svg = new Svg(bottom + 30, finding, words.text("chart.detention.words", people.size()));
        for (var tick : axis.ticks())
            svg.line(axis.at(tick), 0, axis.at(tick), bottom, "grid").tick(axis, tick, bottom + 20, words.number(tick));
        for (var i = 0; i < people.size(); i++) row(svg, people.get(i), i * ROW, axis, words);
        return new Chart(finding, svg.toString(), table(people, words));
    }

    private static void row(Svg svg, Held one, double y, Axis axis, Words words) {
        var within = axis.at(Math.min(one.held, one.limit)) - axis.left();
        svg.from(0, y + 16, one.isPast() ? "alarm-label" : "label", said(one, words))
                .bar(axis.left(), y + 26, within, 20, "river");
        if (one.isPast()) svg.hatched(axis.at(one.limit), y + 26, axis.at(one.held) - axis.at(one.limit), 20, "late");
        svg.line(axis.at(one.limit), y + 21, axis.at(one.limit), y + 51, "limit");
    }

    private static String said(Held one, Words words) {
        return words.text(
                one.isPast() ? "chart.detention.past" : "chart.detention.within",
                one.label,
                words.number(one.held),
                words.number(one.limit));
    }

    private static Table table(List<Held> people, Words words) {
        return new Table(
                List.of(
                        words.text("chart.what"),
                        words.text("chart.detention.days"),
                        words.text("chart.detention.limit"),
                        words.text("chart.detention.over")),
                people.stream()
                        .map(one -> List.of(
                                one.label,
                                words.number(one.held),
                                words.number(one.limit),
                                one.isPast() ? words.number(one.held - one.limit) : "–"))
                        .toList());
    }
}
