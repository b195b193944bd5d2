package org.romdoul.estimate;

import java.util.ArrayList;
import java.util.List;
import org.romdoul.chart.Chart;
import org.romdoul.chart.Course;
import org.romdoul.chart.Table;
import org.romdoul.chart.Words;
import org.romdoul.estimate.AlarmEstimation.Bell;
import org.romdoul.estimate.AlarmEstimation.Kind;
import org.romdoul.estimate.AlarmEstimation.Watched;

/** Alarms as they are read: the chart to believe first, and beside each how often it rings for nothing. */
final class AlarmsShown {

    private static final String NONE = "–";

    private final AlarmEstimation alarms;
    private final Words words;

    private AlarmsShown(AlarmEstimation alarms, Words words) {
        this.alarms = alarms;
        this.words = words;
    }

    static Shown of(AlarmEstimation alarms, Words words) {
        return new AlarmsShown(alarms, words).shown();
    }

    private Shown shown() {
        var finding = finding();
        var course = Course.of(
                finding,
                words.text("estimate.alarms.period"),
                points(),
                Course.Scale.NUMBER,
                new Course.Limit(
                        leadsSum() ? alarms.sum().threshold() : alarms.likelihoodThreshold(),
                        words.text("estimate.alarms.threshold")),
                words);
        return new Shown(finding, List.of(new Chart(finding, course.svg(), table())), method(), limits());
    }

    private boolean leadsSum() {
        return alarms.leads() == Kind.SUM;
    }

    private double statistic(Watched one) {
        return leadsSum() ? one.sum() : one.likelihood();
    }

    private List<Course.Point> points() {
        var points = new ArrayList<Course.Point>();
        for (var one : alarms.watched())
            points.add(new Course.Point(one.period(), points.size(), statistic(one), one.alarm(alarms.leads())));
        return points;
    }

    private Bell leading() {
        return alarms.bells().stream()
                .filter(bell -> bell.kind() == alarms.leads())
                .findFirst()
                .orElseThrow();
    }

    private String finding() {
        var bell = leading();
        var said = bell.rang().isEmpty()
                ? words.text(
                        "estimate.alarms.silent", words.number(alarms.watched().size()))
                : words.text(
                        "estimate.alarms.rang",
                        bell.rang().getFirst(),
                        words.number(bell.rang().size()));
        return said + " "
                + words.text(
                        "estimate.alarms.by-chance",
                        words.number(bell.periods()),
                        words.percent(bell.falseAlarms().asJudged()),
                        words.percent(bell.falseAlarms().ifFewer()),
                        words.percent(bell.falseAlarms().ifMore()),
                        words.number(alarms.baseline()));
    }

    private List<String> method() {
        var method = new ArrayList<String>();
        method.add(words.text(
                "estimate.alarms.usual",
                words.number(alarms.usual()),
                words.number(alarms.usualBetween().lower()),
                words.number(alarms.usualBetween().upper()),
                words.percent(alarms.usualBetween().level()),
                words.number(alarms.baseline())));
        method.add(words.text("estimate.alarms.method", words.number(alarms.rise()), words.number(alarms.usual())));
        if (leadsSum()) {
            method.add(words.text(
                    "estimate.alarms.between",
                    words.number(Math.rint(alarms.between().asJudged())),
                    words.number(Math.rint(alarms.between().ifMore())),
                    words.number(Math.rint(alarms.between().ifFewer()))));
            method.add(words.text("estimate.alarms.notice", words.number(alarms.periodsToNotice())));
        }
        for (var bell : alarms.bells()) method.add(told(bell));
        return method;
    }

    private String told(Bell bell) {
        return words.text(
                bell.kind() == Kind.CHANGE ? "estimate.alarms.bell.learns" : "estimate.alarms.bell",
                words.text("estimate.alarms.bell." + Keys.of(bell.kind())),
                bell.rang().isEmpty() ? NONE : String.join(", ", bell.rang()),
                words.number(bell.periods()),
                words.percent(bell.falseAlarms().asJudged()),
                words.percent(bell.falseAlarms().ifFewer()),
                words.percent(bell.falseAlarms().ifMore()),
                words.text(bell.exact() ? "estimate.alarms.exact" : "estimate.alarms.simulated"));
    }

    private List<String> limits() {
        return List.of(
                words.text(
                        leadsSum() ? "estimate.alarms.dispersion" : "estimate.alarms.varied",
                        words.number(alarms.dispersion())),
                words.text("estimate.alarms.limit"));
    }

    // The picture shows what the chart sums up; whoever checks it wants what was counted too.
    private Table table() {
        return new Table(
                List.of(
                        words.text("estimate.alarms.period"),
                        words.text("chart.count"),
                        words.text("estimate.alarms.expected"),
                        words.text("estimate.alarms." + Keys.of(alarms.leads())),
                        words.text("estimate.alarms.threshold"),
                        words.text("estimate.alarms.changed")),
                alarms.watched().stream()
                        .map(one -> List.of(
                                one.period(),
                                words.number(one.count()),
                                words.number(one.expected()),
                                words.number(statistic(one)),
                                words.text(one.alarm(alarms.leads()) ? "chart.reached.yes" : "chart.reached.no"),
                                one.changed().isPresent()
                                        ? words.percent(one.changed().getAsDouble())
                                        : NONE))
                        .toList());
    }
}
