package org.romdoul.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.romdoul.chart.Chart;
import org.romdoul.chart.Course;
import org.romdoul.chart.Table;
import org.romdoul.chart.Words;
import org.romdoul.estimators.Refusal;
import org.romdoul.estimators.alarms.FalseAlarms;
import org.romdoul.estimators.alarms.GlrChart;
import org.romdoul.estimators.alarms.OnlineChangePoint;
import org.romdoul.estimators.alarms.Period;
import org.romdoul.estimators.alarms.PoissonCusum;

/**
 * Alarms on a series of counts: whether more is happening than was usual, with the rate of false alarms said beside it.
 *
 * @param usual events in a usual period
 * @param baseline periods at the beginning that say what is usual
 * @param rise how many times the usual would matter
 * @param chart the cumulative sum that was designed
 * @param falseAlarms its exact chance of ringing within the periods watched though nothing changed
 * @param periodsToNotice mean number of periods until it rings when the rise has come
 * @param dispersion of the baseline beyond Poisson; above about 0.1 the likelihood chart is the one to believe
 * @param watched the periods after the baseline
 */
public record AlarmEstimation(
        Source source,
        double usual,
        int baseline,
        double rise,
        PoissonCusum chart,
        FalseAlarms falseAlarms,
        double periodsToNotice,
        double dispersion,
        List<Watched> watched)
        implements Estimation {

    private static final int SIMULATED = 2_000;

    private static final int RECENT = 3;

    /** Two centuries of weeks; what is simulated beyond would take hours. */
    private static final int MOST_PERIODS = 10_000;

    /**
     * A period that was watched.
     *
     * @param period as the file calls it
     * @param statistic of the cumulative sum
     * @param alarm whether the cumulative sum rang
     * @param likelihoodAlarm whether the likelihood chart rang, which allows for dispersion and any size of rise
     * @param changed probability that the rate changed within the last three periods; empty in the first four, where everything is new
     */
    public record Watched(
            String period,
            int count,
            double expected,
            double statistic,
            boolean alarm,
            boolean likelihoodAlarm,
            OptionalDouble changed) {}

    /**
     * How to watch.
     *
     * @param baseline periods at the beginning that say what is usual, at least 8
     * @param rise how many times the usual would matter, more than 1
     * @param betweenFalseAlarms mean number of periods wanted between false alarms
     * @param seed of the simulated false-alarm rate of the likelihood chart
     */
    public record Watch(int baseline, double rise, double betweenFalseAlarms, long seed) {

        /** Fewer say too little about what is usual. */
        static final int SHORTEST = 8;
    }

    /**
     * Watches a file with a row a period in order of time: the first column names it; {@code count} (or {@code y}); and, where effort
     * differs, {@code exposure}.
     */
    public static Answer of(byte[] file, Watch watch) {
        return Answer.of(() -> estimated(Sheet.of(file), watch));
    }

    private static AlarmEstimation estimated(Sheet sheet, Watch watch) {
        var count = sheet.column("count", "y");
        var exposure = sheet.find("exposure");
        var name = sheet.first();
        var rows = sheet.rows();
        if (watch.baseline() < Watch.SHORTEST || rows.size() <= watch.baseline())
            throw Refusal.of(
                    "file",
                    rows.size() + " periods, of which " + watch.baseline() + " are the baseline",
                    "What is usual takes at least " + Watch.SHORTEST
                            + " periods, and at least one more to be watched.");
        if (rows.size() > MOST_PERIODS)
            throw Refusal.of(
                    "file",
                    "more than " + MOST_PERIODS + " periods",
                    "A chart rings for a period; sum up by week or month.");
        double events = 0;
        double effort = 0;
        for (var row : rows.subList(0, watch.baseline())) {
            events += row.count(count);
            effort += exposure.map(row::number).orElse(1.0);
        }
        if (!(events > 0 && effort > 0))
            throw Refusal.of(
                    "baseline",
                    "nothing happened in its " + watch.baseline() + " periods",
                    "A rise from nothing cannot be measured in times; choose a longer baseline.");
        var rate = events / effort;
        var usual = events / watch.baseline();
        var periods = new ArrayList<Period>();
        var names = new ArrayList<String>();
        var before = new ArrayList<Period>();
        for (var row : rows) {
            var weight = exposure.map(row::number).orElse(1.0);
            if (!(weight > 0))
                throw row.refused(
                        exposure.orElse("exposure"),
                        "no effort: " + weight,
                        "Where nobody looked, nothing could be counted; leave the period out.");
            var period = new Period(row.count(count), rate * weight);
            if (before.size() < watch.baseline()) before.add(period);
            else {
                periods.add(period);
                names.add(row.text(name));
            }
        }
        return watched(sheet.source(), watch, usual, before, names, periods);
    }

    private static AlarmEstimation watched(
            Source source, Watch watch, double usual, List<Period> before, List<String> names, List<Period> periods) {
        var chart = PoissonCusum.design(usual, watch.rise(), watch.betweenFalseAlarms(), false);
        var expected = periods.stream().mapToDouble(Period::expected).toArray();
        var falseAlarms = chart.falseAlarms(expected);
        var dispersion = dispersion(before);
        // As many false alarms as the cumulative sum, so that the two can be compared.
        var wanted = Math.clamp(falseAlarms.probability(), 0.001, 0.5);
        var likelihood = GlrChart.calibrate(
                expected,
                dispersion,
                OptionalDouble.empty(),
                Math.min(periods.size(), 60),
                wanted,
                SIMULATED,
                new SplittableRandom(watch.seed()));
        var sums = chart.run(periods);
        var ratios = likelihood.run(periods);
        var beliefs = new OnlineChangePoint(1 / watch.betweenFalseAlarms(), 1, 1).run(periods);
        var watched = new ArrayList<Watched>();
        for (var i = 0; i < periods.size(); i++)
            watched.add(new Watched(
                    names.get(i),
                    periods.get(i).count(),
                    periods.get(i).expected(),
                    sums.get(i).statistic(),
                    sums.get(i).alarm(),
                    ratios.get(i).alarm(),
                    i <= RECENT
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(beliefs.get(i).changedWithin(RECENT))));
        return new AlarmEstimation(
                source,
                usual,
                before.size(),
                watch.rise(),
                chart,
                falseAlarms,
                chart.averageRunLength(usual * watch.rise()),
                dispersion,
                List.copyOf(watched));
    }

    /** By moments: how far the squares go beyond the mean, never below 0. */
    private static double dispersion(List<Period> before) {
        double beyond = 0;
        double squares = 0;
        for (var period : before) {
            var off = period.count() - period.expected();
            beyond += off * off - period.expected();
            squares += period.expected() * period.expected();
        }
        return Math.max(0, beyond / squares);
    }

    @Override
    public Shown shown(Words words) {
        var points = new ArrayList<Course.Point>();
        for (var one : watched) points.add(new Course.Point(one.period(), points.size(), one.statistic(), one.alarm()));
        var course = Course.of(
                finding(words),
                words.text("estimate.alarms.period"),
                points,
                Course.Scale.NUMBER,
                new Course.Limit(chart().threshold(), words.text("estimate.alarms.threshold")),
                words);
        return new Shown(
                finding(words),
                List.of(new Chart(course.finding(), course.svg(), table(words))),
                List.of(
                        words.text("estimate.alarms.method", words.number(rise), words.number(usual)),
                        words.text(
                                "estimate.alarms.false",
                                words.percent(falseAlarms.probability()),
                                words.number(falseAlarms.periods())),
                        words.text("estimate.alarms.notice", words.number(periodsToNotice)),
                        words.text("estimate.alarms.second", likelihood())),
                List.of(
                        words.text("estimate.alarms.dispersion", words.number(dispersion)),
                        words.text("estimate.alarms.limit")));
    }

    // The picture shows the sum; whoever checks it wants what was counted too.
    private Table table(Words words) {
        return new Table(
                List.of(
                        words.text("estimate.alarms.period"),
                        words.text("chart.count"),
                        words.text("estimate.alarms.expected"),
                        words.text("estimate.alarms.sum"),
                        words.text("estimate.alarms.threshold"),
                        words.text("estimate.alarms.changed")),
                watched.stream()
                        .map(one -> List.of(
                                one.period(),
                                words.number(one.count()),
                                words.number(one.expected()),
                                words.number(one.statistic()),
                                words.text(one.alarm() ? "chart.reached.yes" : "chart.reached.no"),
                                one.changed().isPresent()
                                        ? words.percent(one.changed().getAsDouble())
                                        : "–"))
                        .toList());
    }

    private String likelihood() {
        var rang = watched.stream()
                .filter(Watched::likelihoodAlarm)
                .map(Watched::period)
                .toList();
        return rang.isEmpty() ? "–" : String.join(", ", rang);
    }

    private String finding(Words words) {
        var rang = watched.stream().filter(Watched::alarm).map(Watched::period).toList();
        return rang.isEmpty()
                ? words.text("estimate.alarms.silent", words.number(watched.size()))
                : words.text("estimate.alarms.rang", rang.getFirst(), words.number(rang.size()));
    }
}
