package org.romdoul.chart;

import java.util.List;

/** How often each thing occurs: one horizontal bar each, in the order given. */
public final class Histogram {

    /**
     * @param label what is counted
     * @param count how many
     * @param apart whether it stands outside the order of the others, such as what is not known: it is hatched
     */
    public record Bar(String label, long count, boolean apart) {
        public Bar {
            if (count < 0) throw new IllegalArgumentException("a count below nought: " + count);
        }

        public Bar(String label, long count) {
            this(label, count, false);
        }
    }

    private static final double ROW = 56;
    /** Leaves room after the longest bar for its figure. */
    private static final double LONGEST = Svg.WIDTH - 90;

    private Histogram() {}

    /**
     * @param of what the bars are, as the head of the table: "Age", "Days"
     * @param bars in their order
     */
    public static Chart of(String finding, String of, List<Bar> bars, Words words) {
        var most = Math.max(1, bars.stream().mapToLong(Bar::count).max().orElse(1));
        var svg = new Svg(Math.max(1, bars.size()) * ROW, finding, words.text("chart.histogram.words", bars.size()));
        for (var i = 0; i < bars.size(); i++) {
            var bar = bars.get(i);
            var width = bar.count * LONGEST / most;
            svg.from(0, i * ROW + 16, "label", bar.label)
                    .from(width + 8, i * ROW + 40, "label", words.number(bar.count));
            if (bar.apart) svg.hatched(0, i * ROW + 24, width, 20, "open");
            else svg.bar(0, i * ROW + 24, width, 20, "river");
        }
        var table = new Table(
                List.of(of, words.text("chart.count")),
                bars.stream()
                        .map(bar -> List.of(bar.label, words.number(bar.count)))
                        .toList());
        return new Chart(finding, svg.toString(), table);
    }
}
