package org.romdoul.estimate;

import java.util.ArrayList;
import java.util.List;
import org.romdoul.chart.Chart;
import org.romdoul.chart.Course;
import org.romdoul.chart.Table;
import org.romdoul.chart.Words;
import org.romdoul.estimators.Refusal;
import org.romdoul.estimators.alarms.SeasonalThreshold;

/**
 * Alarms on a series with seasons: each period against the same weeks or months of earlier years, and the trend.
 *
 * @param threshold how the history is used
 * @param periodsInYear 52 or 12
 * @param judged the periods with enough history before them
 * @param notJudged periods with enough history that allowed no threshold
 * @param falseAlarms chance of at least one alarm in the periods judged though nothing changed, each expectation taken as known
 */
public record SeasonEstimation(
        Source source,
        SeasonalThreshold threshold,
        int periodsInYear,
        List<Judged> judged,
        int notJudged,
        double falseAlarms)
        implements Estimation {

    private static final int MOST_PERIODS = 2_080;

    /**
     * A period and what its count means.
     *
     * @param most the largest count that is no alarm
     * @param chance of a count as large as this if nothing has changed
     */
    public record Judged(String period, int count, double expected, int most, double chance, boolean alarm) {}

    /** How many periods a year has, with the settings published for weeks, or those nearest for months. */
    public enum Season {
        WEEKS(52, SeasonalThreshold.WEEKLY),
        MONTHS(12, new SeasonalThreshold(5, 1, 1, 6, 0.025));

        private final int periods;
        private final SeasonalThreshold usual;

        Season(int periods, SeasonalThreshold usual) {
            this.periods = periods;
            this.usual = usual;
        }

        SeasonalThreshold over(int years) {
            return new SeasonalThreshold(years, usual.halfWindow(), usual.seasons(), usual.gap(), usual.alpha());
        }
    }

    /**
     * Judges a file with a row a period in order of time, none left out: the first column names it; {@code count} (or {@code y}); and,
     * where effort differs, {@code exposure}.
     *
     * @param years earlier years looked at, 1 or more
     */
    public static Answer of(byte[] file, Season season, int years) {
        return Answer.of(file, sheet -> judged(sheet, season, season.over(years)));
    }

    private static SeasonEstimation judged(Sheet sheet, Season season, SeasonalThreshold threshold) {
        var count = sheet.column("count", "y");
        var exposure = sheet.find("exposure");
        var rows = sheet.rows();
        var first = threshold.years() * season.periods + threshold.halfWindow();
        if (rows.size() <= first || rows.size() > MOST_PERIODS)
            throw Refusal.of(
                    "file",
                    rows.size() + " periods",
                    "To know a season takes more than " + first + " of them; and more than " + MOST_PERIODS
                            + " are no series that one watches.");
        var counts = rows.stream().mapToInt(row -> row.count(count)).toArray();
        var efforts = rows.stream()
                .mapToDouble(row -> effort(row, exposure.orElse("")))
                .toArray();
        var judged = new ArrayList<Judged>();
        var without = 0;
        var silent = 1.0;
        for (var now = first; now < counts.length; now++)
            try {
                var verdict = threshold.judge(counts, efforts, now, season.periods);
                judged.add(new Judged(
                        rows.get(now).text(sheet.first()),
                        counts[now],
                        verdict.expected(),
                        verdict.threshold(),
                        verdict.chance(),
                        verdict.alarm()));
                silent *= 1 - verdict.falseAlarm();
            } catch (Refusal noThreshold) {
                without++;
            }
        if (judged.isEmpty())
            throw Refusal.of(
                    "series",
                    "no period has a history that gives a threshold",
                    "Too few events are in it; watch with a chart for a known rate instead.");
        return new SeasonEstimation(
                sheet.source(), threshold, season.periods, List.copyOf(judged), without, 1 - silent);
    }

    private static double effort(Sheet.Row row, String exposure) {
        if (exposure.isEmpty()) return 1;
        var effort = row.number(exposure);
        if (!(effort > 0))
            throw row.refused(
                    exposure,
                    "no effort: " + row.text(exposure),
                    "A season is known by where its weeks stand, so none can be left out; give the effort there was.");
        return effort;
    }

    @Override
    public Shown shown(Words words) {
        var finding = finding(words);
        var points = new ArrayList<Course.Point>();
        for (var one : judged) points.add(new Course.Point(one.period(), points.size(), one.count(), one.alarm()));
        var course = Course.of(finding, words.text("estimate.alarms.period"), points, Course.Scale.NUMBER, null, words);
        var limits = new ArrayList<String>();
        if (notJudged > 0) limits.add(words.text("estimate.season.without", words.number(notJudged)));
        limits.add(words.text("estimate.season.known"));
        limits.add(words.text("estimate.alarms.limit"));
        return new Shown(
                finding,
                List.of(new Chart(finding, course.svg(), table(words))),
                List.of(words.text(
                        "estimate.season.method",
                        words.number(threshold.years()),
                        words.number(periodsInYear),
                        words.percent(threshold.alpha()))),
                limits);
    }

    private String finding(Words words) {
        var rang = judged.stream().filter(Judged::alarm).map(Judged::period).toList();
        var said = rang.isEmpty()
                ? words.text("estimate.alarms.silent", words.number(judged.size()))
                : words.text("estimate.season.rang", rang.getLast(), words.number(rang.size()));
        return said + " "
                + words.text("estimate.season.by-chance", words.number(judged.size()), words.percent(falseAlarms));
    }

    private Table table(Words words) {
        return new Table(
                List.of(
                        words.text("estimate.alarms.period"),
                        words.text("chart.count"),
                        words.text("estimate.alarms.expected"),
                        words.text("estimate.season.most"),
                        words.text("estimate.season.chance"),
                        words.text("estimate.alarms.threshold")),
                judged.stream()
                        .map(one -> List.of(
                                one.period(),
                                words.number(one.count()),
                                words.number(one.expected()),
                                words.number(one.most()),
                                words.percent(one.chance()),
                                words.text(one.alarm() ? "chart.reached.yes" : "chart.reached.no")))
                        .toList());
    }
}
