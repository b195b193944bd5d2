package org.romdoul.chart;

import java.util.ArrayList;
import java.util.List;

/** How many of one cohort reached each stage, from tip to final judgment: one bar a stage, what is still open drawn apart. */
public final class AttritionBars {

    /**
     * @param label the stage, in the reader's words
     * @param reached how many of the cohort have reached it
     * @param open how many have not, but still may: open, or not known; a young cohort without them would look bad
     */
    public record Stage(String label, long reached, long open) {
        public Stage {
            if (reached < 0 || open < 0)
                throw new IllegalArgumentException("a count below nought: " + reached + ", " + open);
        }
    }

    private static final double ROW = 78;
    private static final double BAR = 22;

    private AttritionBars() {}

    /** @param stages in their order, the first being the whole cohort */
    public static Chart of(String finding, List<Stage> stages, Words words) {
        return new Chart(finding, picture(finding, stages, words), table(stages, words));
    }

    private static String picture(String finding, List<Stage> stages, Words words) {
        var most = Math.max(
                1,
                stages.stream()
                        .mapToLong(stage -> stage.reached + stage.open)
                        .max()
                        .orElse(1));
        var svg = new Svg(stages.size() * ROW + 34, finding, words.text("chart.attrition.words", stages.size()));
        for (var i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            var y = i * ROW;
            var reached = stage.reached * Svg.WIDTH / most;
            svg.from(0, y + 16, "label", stage.label)
                    .bar(0, y + 24, reached, BAR, "river")
                    .hatched(reached, y + 24, stage.open * Svg.WIDTH / most, BAR, "open")
                    .from(0, y + 64, "small", said(stages, i, words));
        }
        return svg.hatched(0, stages.size() * ROW + 8, 20, 14, "open")
                .from(28, stages.size() * ROW + 20, "small", words.text("chart.open"))
                .toString();
    }

    private static String said(List<Stage> stages, int i, Words words) {
        var stage = stages.get(i);
        var count = words.number(stage.reached);
        var shares = i == 0
                ? count
                : words.text(
                        "chart.attrition.shares",
                        count,
                        share(stage.reached, stages.get(i - 1).reached, words),
                        share(stage.reached, stages.getFirst().reached, words));
        return stage.open == 0 ? shares : shares + " · " + words.text("chart.attrition.open", words.number(stage.open));
    }

    private static Table table(List<Stage> stages, Words words) {
        var rows = new ArrayList<List<String>>();
        for (var i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            rows.add(List.of(
                    stage.label,
                    words.number(stage.reached),
                    i == 0 ? "–" : share(stage.reached, stages.get(i - 1).reached, words),
                    i == 0 ? "–" : share(stage.reached, stages.getFirst().reached, words),
                    words.number(stage.open)));
        }
        return new Table(
                List.of(
                        words.text("chart.stage"),
                        words.text("chart.reached"),
                        words.text("chart.of-previous"),
                        words.text("chart.of-first"),
                        words.text("chart.open")),
                rows);
    }

    private static String share(long part, long whole, Words words) {
        return whole == 0 ? "–" : words.percent((double) part / whole);
    }
}
