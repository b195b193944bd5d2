package org.romdoul.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

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

        /** A step that is drawn without an interval, beside one that has it. */
        public static Step bare(double time, double share) {
            return new Step(time, share, share, share);
        }
    }

    /**
     * @param time from the start
     * @param number how many are then still waiting and still observed
     */
    public record AtRisk(double time, long number) {}

    /**
     * The same data read in other ways, as far as they allow: the earliest and the latest that vague dates may mean.
     *
     * @param label what the thin lines are
     * @param lines the steps of each, bare
     */
    public record Readings(String label, List<List<Step>> lines) {

        static final Readings NONE = new Readings("", List.of());
    }

    /**
     * @param steps by rising time; before the first, the share is 1
     * @param until where the curve ends: the longest time observed
     * @param atRisk numbers by rising time: those at a tick of the axis are shown under it, all that belong to a step in the
     *     table
     * @param median where half are through, if that is reached
     */
    public record Curve(List<Step> steps, double until, List<AtRisk> atRisk, OptionalDouble median, Readings readings) {

        public Curve(List<Step> steps, double until, List<AtRisk> atRisk, OptionalDouble median) {
            this(steps, until, atRisk, median, Readings.NONE);
        }

        private OptionalDouble atRisk(double time) {
            return atRisk.stream()
                    .filter(risk -> risk.time == time)
                    .mapToDouble(AtRisk::number)
                    .findFirst();
        }
    }

    private StepCurve() {}

    /** @param time what the axis counts: "Days since the tip" */
    public static Chart of(String finding, String time, Curve curve, Words words) {
        return new Chart(finding, picture(finding, time, curve, words), table(time, curve, words));
    }

    private static String picture(String finding, String time, Curve curve, Words words) {
        var plot = Plot.to(curve.until, 1);
        var below = Plot.BOTTOM + 44;
        var more = curve.readings.lines().isEmpty() ? 0 : 28;
        var svg = new Svg(below + more + 68, finding, words.text("chart.steps.words", time, median(curve, words)));
        plot.frame(svg, words);
        svg.path(plot.band(curve.steps), "pale");
        for (var line : curve.readings.lines()) svg.path(plot.line(line, Step::share), "reading");
        svg.path(plot.line(curve.steps, Step::share), "curve");
        curve.median.ifPresent(
                at -> svg.line(Plot.LEFT, plot.height(0.5), plot.axis().at(at), plot.height(0.5), "median")
                        .line(plot.axis().at(at), plot.height(0.5), plot.axis().at(at), Plot.BOTTOM, "median"));
        svg.from(Plot.LEFT, below, "small", time + " · " + median(curve, words));
        if (more > 0)
            svg.line(Plot.LEFT, below + 23, Plot.LEFT + 30, below + 23, "reading")
                    .from(Plot.LEFT + 38, below + 28, "small", curve.readings.label());
        svg.from(Plot.LEFT, below + more + 32, "small", words.text("chart.at-risk"));
        for (var tick : plot.axis().ticks())
            curve.atRisk(tick)
                    .ifPresent(number -> svg.tick(plot.axis(), tick, below + more + 56, words.number(number)));
        return svg.toString();
    }

    private static String median(Curve curve, Words words) {
        return curve.median.isPresent()
                ? words.text("chart.median", words.number(curve.median.getAsDouble()))
                : words.text("chart.median.none");
    }

    private static Table table(String time, Curve curve, Words words) {
        var head = new ArrayList<>(List.of(
                time,
                words.text("chart.at-risk"),
                words.text("chart.share"),
                words.text("chart.low"),
                words.text("chart.high")));
        var rows = new ArrayList<List<String>>();
        for (var step : curve.steps) {
            var atRisk = curve.atRisk(step.time);
            rows.add(Arrays.asList(
                    words.number(step.time),
                    atRisk.isPresent() ? words.number(atRisk.getAsDouble()) : "–",
                    words.percent(step.share),
                    words.percent(step.low),
                    words.percent(step.high)));
        }
        return new Table(head, rows);
    }
}
