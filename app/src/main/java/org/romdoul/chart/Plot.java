package org.romdoul.chart;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.romdoul.chart.StepCurve.Step;

/**
 * The field on which shares of 1 are drawn against time.
 *
 * @param axis the time
 * @param start the share before the first step: 1 where it falls, 0 where it rises
 * @param until where the curves end
 */
record Plot(Axis axis, double start, double until) {

    static final double BOTTOM = 260;
    static final double LEFT = 52;

    private static final double TOP = 10;
    private static final double RIGHT = Svg.WIDTH - 16;

    static Plot to(double until, double start) {
        return new Plot(new Axis(0, until, LEFT, RIGHT), start, until);
    }

    /** Lines at the quarters, figures at the ticks of the axis. */
    void frame(Svg svg, Words words) {
        for (var quarter = 0; quarter <= 4; quarter++) {
            var y = height(quarter / 4.0);
            svg.line(LEFT, y, RIGHT, y, "grid").until(LEFT - 8, y + 5, "small", words.percent(quarter / 4.0));
        }
        for (var tick : axis.ticks()) svg.tick(axis, tick, BOTTOM + 20, words.number(tick));
    }

    String line(List<Step> steps, ToDoubleFunction<Step> value) {
        var way = new StringBuilder("M%s %s".formatted(Svg.figure(LEFT), Svg.figure(height(start))));
        for (var i = 0; i < steps.size(); i++) {
            if (i + 1 < steps.size() && place(steps.get(i)) == place(steps.get(i + 1))) continue;
            var step = steps.get(i);
            way.append("H%sV%s"
                    .formatted(Svg.figure(axis.at(step.time())), Svg.figure(height(value.applyAsDouble(step)))));
        }
        return way.append("H").append(Svg.figure(axis.at(until))).toString();
    }

    /** Of steps in one half of a unit no eye sees more than the last; hundreds of them would be half the weight of a page. */
    private long place(Step step) {
        return (long) Math.floor(2 * axis.at(step.time()));
    }

    /** There along the upper ends, back along the lower. */
    String band(List<Step> steps) {
        var back = new StringBuilder();
        var low = steps.isEmpty() ? start : steps.getLast().low();
        back.append("L%s %s".formatted(Svg.figure(axis.at(until)), Svg.figure(height(low))));
        for (var i = steps.size() - 1; i >= 0; i--) {
            var before = i == 0 ? start : steps.get(i - 1).low();
            back.append("H%sV%s".formatted(Svg.figure(axis.at(steps.get(i).time())), Svg.figure(height(before))));
        }
        return line(steps, Step::high) + back + "H" + Svg.figure(LEFT) + "Z";
    }

    double height(double share) {
        return BOTTOM - share * (BOTTOM - TOP);
    }
}
