package org.romdoul.chart;

import java.util.List;
import org.romdoul.chart.StepCurve.Step;

/** How the shares that have ended in each of several ways rise with time (Aalen–Johansen): steps with their bands, drawn differently. */
public final class RisingCurves {

    /** Enough to tell lines apart in one colour, and no more. */
    private static final List<String> LOOKS = List.of("curve", "curve-dashed", "curve-dotted");

    private static final double LINE = 26;

    /**
     * @param label the way of ending
     * @param steps by rising time; before the first, the share is 0
     */
    public record Curve(String label, List<Step> steps) {

        private double last() {
            return steps.isEmpty() ? 0 : steps.getLast().share();
        }
    }

    private RisingCurves() {}

    /**
     * @param time what the axis counts
     * @param curves three at most
     * @param until where they end
     */
    public static Chart of(String finding, String time, List<Curve> curves, double until, Words words) {
        if (curves.size() > LOOKS.size()) throw new IllegalArgumentException("more curves than an eye can tell apart");
        return new Chart(finding, picture(finding, time, curves, until, words), table(time, curves, words));
    }

    private static String picture(String finding, String time, List<Curve> curves, double until, Words words) {
        var plot = Plot.to(until, 0);
        var below = Plot.BOTTOM + 44;
        var svg = new Svg(
                below + curves.size() * LINE + 8, finding, words.text("chart.rising.words", curves.size(), time));
        plot.frame(svg, words);
        for (var curve : curves) svg.path(plot.band(curve.steps), "pale");
        for (var i = 0; i < curves.size(); i++) svg.path(plot.line(curves.get(i).steps, Step::share), LOOKS.get(i));
        svg.from(Plot.LEFT, below, "small", time);
        for (var i = 0; i < curves.size(); i++) {
            var y = below + (i + 1) * LINE;
            svg.line(Plot.LEFT, y - 5, Plot.LEFT + 44, y - 5, LOOKS.get(i))
                    .from(
                            Plot.LEFT + 54,
                            y,
                            "label",
                            curves.get(i).label + " · "
                                    + words.percent(curves.get(i).last()));
        }
        return svg.toString();
    }

    private static Table table(String time, List<Curve> curves, Words words) {
        return new Table(
                List.of(
                        words.text("chart.what"),
                        time,
                        words.text("chart.share.ended"),
                        words.text("chart.low"),
                        words.text("chart.high")),
                curves.stream()
                        .flatMap(curve -> curve.steps.stream()
                                .map(step -> List.of(
                                        curve.label,
                                        words.number(step.time()),
                                        words.percent(step.share()),
                                        words.percent(step.low()),
                                        words.percent(step.high()))))
                        .toList());
    }
}
