package org.romdoul.chart;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** How the share not yet through falls with time (Kaplan–Meier): steps, their band, the median, and how many are still at risk. */
public final class StepCurve {

    /**
     * @param time from the start, in the unit of the axis
     * @param share not yet through just after that time, 0 to 1
     * @param low lower end of its interval
     * @param high upper end of its interval
     */
    public record Step(double time, double share, double low, double high) {
        public Step {
            if (!(0 <= low && low <= share && share <= high && high <= 1))
                throw new IllegalArgumentException("a share outside its interval");
        }
    }

    /**
     * @param time from the start
     * @param number how many are then still waiting and still observed
     */
    public record AtRisk(double time, long number) {}

    /**
     * @param steps by rising time; before the first, the share is 1
     * @param until where the curve ends: the longest time observed
     * @param atRisk the numbers to show under the axis, by rising time
     * @param median where half are through, if that is reached
     */
    public record Curve(List<Step> steps, double until, List<AtRisk> atRisk, OptionalDouble median) {}

    private static final double TOP = 10;
    private static final double BOTTOM = 260;
    private static final double LEFT = 52;
    private static final double RIGHT = Svg.WIDTH - 16;

    private StepCurve() {}

    /** @param time what the axis counts: "Days since the tip" */
    public static Chart of(String finding, String time, Curve curve, Words words) {
        return new Chart(finding, picture(finding, time, curve, words), table(time, curve, words));
    }

    private static String picture(String finding, String time, Curve curve, Words words) {
        var axis = new Axis(0, curve.until, LEFT, RIGHT);
        var svg = new Svg(BOTTOM + 112, finding, words.text("chart.steps.words", time, median(curve, words)));
        for (var quarter = 0; quarter <= 4; quarter++) {
            var y = height(quarter / 4.0);
            svg.line(LEFT, y, RIGHT, y, "grid").until(LEFT - 8, y + 5, "small", words.percent(quarter / 4.0));
        }
        for (var tick : axis.ticks()) svg.tick(axis, tick, BOTTOM + 20, words.number(tick));
        svg.path(band(curve, axis), "pale").path(steps(curve, axis, Step::share), "curve");
        curve.median.ifPresent(at -> svg.line(LEFT, height(0.5), axis.at(at), height(0.5), "median")
                .line(axis.at(at), height(0.5), axis.at(at), BOTTOM, "median"));
        svg.from(LEFT, BOTTOM + 44, "small", time + " · " + median(curve, words));
        svg.from(LEFT, BOTTOM + 76, "small", words.text("chart.at-risk"));
        for (var risk : curve.atRisk) svg.tick(axis, risk.time, BOTTOM + 100, words.number(risk.number));
        return svg.toString();
    }

    private static String median(Curve curve, Words words) {
        return curve.median.isPresent()
                ? words.text("chart.median", words.number(curve.median.getAsDouble()))
                : words.text("chart.median.none");
    }

    /** There along the upper ends, back along the lower. */
    private static String band(Curve curve, Axis axis) {
        var back = new StringBuilder();
        var low = curve.steps.isEmpty() ? 1 : curve.steps.getLast().low;
        back.append("L%s %s".formatted(Svg.figure(axis.at(curve.until)), Svg.figure(height(low))));
        for (var i = curve.steps.size() - 1; i >= 0; i--) {
            var before = i == 0 ? 1 : curve.steps.get(i - 1).low;
            back.append("H%sV%s".formatted(Svg.figure(axis.at(curve.steps.get(i).time)), Svg.figure(height(before))));
        }
        return steps(curve, axis, Step::high) + back + "H" + Svg.figure(LEFT) + "Z";
    }

    private static String steps(Curve curve, Axis axis, ToDoubleFunction<Step> value) {
        var way = new StringBuilder("M%s %s".formatted(Svg.figure(LEFT), Svg.figure(height(1))));
        for (var step : curve.steps)
            way.append(
                    "H%sV%s".formatted(Svg.figure(axis.at(step.time)), Svg.figure(height(value.applyAsDouble(step)))));
        return way.append("H").append(Svg.figure(axis.at(curve.until))).toString();
    }

    private static double height(double share) {
        return BOTTOM - share * (BOTTOM - TOP);
    }

    private static Table table(String time, Curve curve, Words words) {
        return new Table(
                List.of(time, words.text("chart.share"), words.text("chart.low"), words.text("chart.high")),
                curve.steps.stream()
                        .map(step -> List.of(
                                words.number(step.time),
                                words.percent(step.share),
                                words.percent(step.low),
                                words.percent(step.high)))
                        .toList());
    }
}
