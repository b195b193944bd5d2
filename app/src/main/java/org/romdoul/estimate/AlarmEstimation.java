package org.romdoul.estimate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.romdoul.chart.Words;
import org.romdoul.estimators.Interval;
import org.romdoul.estimators.Rate;
import org.romdoul.estimators.Refusal;
import org.romdoul.estimators.alarms.FalseAlarms;
import org.romdoul.estimators.alarms.GlrChart;
import org.romdoul.estimators.alarms.OnlineChangePoint;
import org.romdoul.estimators.alarms.Period;
import org.romdoul.estimators.alarms.PoissonCusum;

/**
 * Alarms on a series of counts: whether more is happening than was usual, with the rate of false alarms said beside it. What is usual is
 * known from a baseline only, so that rate is told for all that the baseline leaves open.
 *
 * @param usual events in a usual period, by the baseline
 * @param usualBetween what the baseline leaves open, at {@value #LEVEL}
 * @param baseline periods at the beginning that say what is usual
 * @param rise how many times the usual would matter
 * @param dispersion of the baseline beyond Poisson
 * @param leads the chart to believe: the cumulative sum, or the likelihood chart where counts vary more than Poisson
 * @param sum the cumulative sum that was designed
 * @param between mean number of periods between its false alarms, exactly, if counts are Poisson
 * @param periodsToNotice mean number of periods until it rings when the rise has come
 * @param likelihoodThreshold of the likelihood chart
 * @param bells each chart with its own rate of false alarms
 * @param watched the periods after the baseline
 */
public record AlarmEstimation(
        Source source,
        double usual,
        Interval usualBetween,
        int baseline,
        double rise,
        double dispersion,
        Kind leads,
        PoissonCusum sum,
        Open between,
        double periodsToNotice,
        double likelihoodThreshold,
        List<Bell> bells,
        List<Watched> watched)
        implements Estimation {

    /** Of the interval of what is usual. */
    static final double LEVEL = 0.9;

    /** Beyond it a chart for Poisson counts rings far too often. */
    private static final double TOO_VARIED = 0.1;

    private static final int SIMULATED = 2_000;

    private static final int SIMULATED_AGAIN = 500;

    private static final int RECENT = 3;

    /** The probability of a change at which one would ring. */
    private static final double LIKELY = 0.5;

    /** Forty years of weeks: time and memory grow with the square. */
    private static final int MOST_PERIODS = 2_080;

    /** Rates of false alarms are for so many periods at most: over a longer time every chart rings. */
    private static final int HORIZON = 120;

    private static final int WINDOW = 60;

    /** A way to watch. */
    public enum Kind {
        SUM,
        LIKELIHOOD,
        CHANGE
    }

    /** A figure if the usual is as the baseline has it, and for the fewest and the most events that it leaves open. */
    public record Open(double asJudged, double ifFewer, double ifMore) {}

    /**
     * A chart, how often it rings though nothing has changed, and when it rang.
     *
     * @param falseAlarms the chance of at least one within {@code periods}
     * @param exact whether that is computed, not simulated
     * @param rang the periods, as the file calls them
     */
    public record Bell(Kind kind, Open falseAlarms, int periods, boolean exact, List<String> rang) {}

    /**
     * A period that was watched.
     *
     * @param period as the file calls it
     * @param sum the cumulative sum
     * @param likelihood of the likelihood chart, which allows for dispersion and any size of rise
     * @param changed probability that the rate changed within the last three periods; empty in the first four, where everything is new
     */
    public record Watched(
            String period,
            int count,
            double expected,
            double sum,
            boolean sumAlarm,
            double likelihood,
            boolean likelihoodAlarm,
            OptionalDouble changed) {

        boolean alarm(Kind kind) {
            return switch (kind) {
                case SUM -> sumAlarm;
                case LIKELIHOOD -> likelihoodAlarm;
                case CHANGE -> changed.orElse(0) > LIKELY;
            };
        }
    }

    /**
     * How to watch.
     *
     * @param baseline periods at the beginning that say what is usual, at least 8
     * @param rise how many times the usual would matter, more than 1
     * @param betweenFalseAlarms mean number of periods wanted between false alarms
     * @param seed of what is simulated
     */
    public record Watch(int baseline, double rise, double betweenFalseAlarms, long seed) {

        /** Fewer say too little about what is usual. */
        public static final int SHORTEST = 8;
    }

    /** What the file says. */
    private record Series(Rate usual, List<Period> before, List<String> names, List<Period> periods) {

        double[] expected() {
            return periods.stream().limit(HORIZON).mapToDouble(Period::expected).toArray();
        }
    }

    /**
     * Watches a file with a row a period in order of time: the first column names it; {@code count} (or {@code y}); and, where effort
     * differs, {@code exposure}.
     */
    public static Answer of(byte[] file, Watch watch) {
        return Answer.of(file, sheet -> watched(sheet.source(), watch, series(sheet, watch)));
    }

    private static Series series(Sheet sheet, Watch watch) {
        var count = sheet.column("count", "y");
        var exposure = sheet.find("exposure");
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
        for (var row : rows)
            if (exposure.isPresent() && !(row.number(exposure.get()) > 0))
                throw row.refused(
                        exposure.get(),
                        "no effort: " + row.text(exposure.get()),
                        "Where nobody looked, nothing could be counted; leave the period out.");
        long events = 0;
        double effort = 0;
        for (var row : rows.subList(0, watch.baseline())) {
            events += row.count(count);
            effort += exposure.map(row::number).orElse(1.0);
        }
        if (events == 0)
            throw Refusal.of(
                    "baseline",
                    "nothing happened in its " + watch.baseline() + " periods",
                    "A rise from nothing cannot be measured in times; choose a longer baseline.");
        var usual = new Rate(events, effort);
        var periods = rows.stream()
                .map(row -> new Period(
                        row.count(count),
                        usual.value() * exposure.map(row::number).orElse(1.0)))
                .toList();
        var names = rows.stream()
                .skip(watch.baseline())
                .map(row -> row.text(sheet.first()))
                .toList();
        return new Series(
                usual, periods.subList(0, watch.baseline()), names, periods.subList(watch.baseline(), periods.size()));
    }

    private static AlarmEstimation watched(Source source, Watch watch, Series series) {
        var usual = (double) series.usual().events() / watch.baseline();
        var dispersion = dispersion(series.before());
        var open = series.usual().interval(LEVEL, 1 + dispersion * usual);
        var factors = new Open(
                1,
                open.lower() / series.usual().value(),
                open.upper() / series.usual().value());
        var sum = PoissonCusum.design(usual, watch.rise(), watch.betweenFalseAlarms(), false);
        var expected = series.expected();
        // As many false alarms as the cumulative sum would have on Poisson counts, so that the two can be compared.
        var likelihood = GlrChart.calibrate(
                expected,
                dispersion,
                OptionalDouble.empty(),
                Math.min(expected.length, WINDOW),
                Math.clamp(sum.falseAlarms(expected).probability(), 0.001, 0.5),
                SIMULATED,
                new SplittableRandom(watch.seed()));
        var change = new OnlineChangePoint(1 / watch.betweenFalseAlarms(), 1, 1);
        var watched = watched(series, sum, likelihood, change);
        return new AlarmEstimation(
                source,
                usual,
                new Interval(usual * factors.ifFewer(), usual * factors.ifMore(), LEVEL),
                watch.baseline(),
                watch.rise(),
                dispersion,
                dispersion > TOO_VARIED ? Kind.LIKELIHOOD : Kind.SUM,
                sum,
                over(factors, factor -> sum.averageRunLength(usual * factor)),
                sum.averageRunLength(usual * watch.rise()),
                likelihood.threshold(),
                List.of(
                        bell(
                                Kind.SUM,
                                over(factors, factor -> ofTheSum(sum, expected, factor, dispersion, watch.seed())),
                                expected.length,
                                dispersion <= TOO_VARIED,
                                watched),
                        bell(
                                Kind.LIKELIHOOD,
                                over(
                                        factors,
                                        factor -> likelihood
                                                .falseAlarms(expected, factor, SIMULATED_AGAIN, again(watch))
                                                .probability()),
                                expected.length,
                                false,
                                watched),
                        bell(
                                Kind.CHANGE,
                                always(change.falseAlarms(
                                                expected, dispersion, RECENT, LIKELY, SIMULATED_AGAIN, again(watch))
                                        .probability()),
                                expected.length,
                                false,
                                watched)),
                watched);
    }

    private static SplittableRandom again(Watch watch) {
        return new SplittableRandom(watch.seed() + 1);
    }

    private static double ofTheSum(PoissonCusum sum, double[] expected, double factor, double dispersion, long seed) {
        FalseAlarms rate = dispersion > TOO_VARIED
                ? sum.falseAlarms(expected, factor, dispersion, SIMULATED_AGAIN, new SplittableRandom(seed + 1))
                : sum.falseAlarms(expected, factor);
        return rate.probability();
    }

    private static Open over(Open factors, DoubleUnaryOperator figure) {
        return new Open(
                figure.applyAsDouble(factors.asJudged()),
                figure.applyAsDouble(factors.ifFewer()),
                figure.applyAsDouble(factors.ifMore()));
    }

    /** Of a chart that learns what is usual from the periods watched: the baseline leaves nothing open. */
    private static Open always(double figure) {
        return new Open(figure, figure, figure);
    }

    private static Bell bell(Kind kind, Open falseAlarms, int periods, boolean exact, List<Watched> watched) {
        var rang = watched.stream()
                .filter(one -> one.alarm(kind))
                .map(Watched::period)
                .toList();
        return new Bell(kind, falseAlarms, periods, exact, rang);
    }

    private static List<Watched> watched(
            Series series, PoissonCusum sum, GlrChart likelihood, OnlineChangePoint change) {
        var sums = sum.run(series.periods());
        var ratios = likelihood.run(series.periods());
        var beliefs = change.run(series.periods());
        return IntStream.range(0, series.periods().size())
                .mapToObj(i -> new Watched(
                        series.names().get(i),
                        series.periods().get(i).count(),
                        series.periods().get(i).expected(),
                        sums.get(i).statistic(),
                        sums.get(i).alarm(),
                        ratios.get(i).statistic(),
                        ratios.get(i).alarm(),
                        i <= RECENT
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(beliefs.get(i).changedWithin(RECENT))))
                .toList();
    }

    /** By moments: how far the squares go beyond the mean, never below 0; one degree of freedom went into the mean. */
    private static double dispersion(List<Period> before) {
        double beyond = 0;
        double squares = 0;
        var n = (double) before.size();
        for (var period : before) {
            var off = period.count() - period.expected();
            beyond += off * off * n / (n - 1) - period.expected();
            squares += period.expected() * period.expected();
        }
        return Math.max(0, beyond / squares);
    }

    @Override
    public Shown shown(Words words) {
        return AlarmsShown.of(this, words);
    }
}
