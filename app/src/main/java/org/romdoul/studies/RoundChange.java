package org.romdoul.studies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.romdoul.chart.Chart;
import org.romdoul.chart.IntervalDots;
import org.romdoul.chart.IntervalDots.Estimate;
import org.romdoul.chart.IntervalDots.Row;
import org.romdoul.chart.Words;
import org.romdoul.estimators.Refusal;
import org.romdoul.estimators.survey.Change;
import org.romdoul.estimators.survey.IntervalMethod;
import org.romdoul.estimators.survey.Prevalence;
import org.romdoul.estimators.survey.Stratum;
import org.romdoul.estimators.survey.VenueSurvey;
import org.romdoul.estimators.survey.Visit;

/** What two published rounds say together: has the share of minors changed, and is it shown to have stayed down. */
public final class RoundChange {

    /** The smallest rise that would matter, as a factor. */
    private static final double MARGIN = 1.5;

    private static final double ALPHA = 0.05;

    /** The column of the chance of the time slot, which only some files have. */
    private static final int SLOT = 7;

    /** A sentence, a picture with its table, and what else must be said; no picture where nothing can be computed. */
    public record Shown(
            String finding,
            @org.jspecify.annotations.Nullable Chart chart,
            List<String> notes) {}

    private RoundChange() {}

    static Shown of(Release before, Release after, Words words) {
        try {
            return compared(before, after, words);
        } catch (Refusal refused) {
            return new Shown(words.text("compare.none"), null, List.of(String.valueOf(refused.getMessage())));
        }
    }

    private static Shown compared(Release before, Release after, Words words) {
        var first = survey(before.visits()).prevalence();
        var second = survey(after.visits()).prevalence();
        var again = shareVenues(before, after);
        var change = again ? Change.revisited(first, second) : Change.independent(first, second);
        var difference = change.differenceInterval(IntervalMethod.BETA_CAPPED, Estimates.LEVEL);
        var finding = words.text(
                "compare.finding",
                words.percent(first.value()),
                words.percent(second.value()),
                points(second.value() - first.value(), words),
                points(difference.lower(), words),
                points(difference.upper(), words));
        var chart = IntervalDots.of(
                finding,
                List.of(row(before.title(), first), row(after.title(), second)),
                IntervalDots.Scale.PERCENT,
                words);
        var notes = new ArrayList<String>();
        notes.add(words.text(again ? "compare.revisited" : "compare.independent"));
        notes.add(words.text(
                change.sustained(IntervalMethod.BETA_CAPPED, MARGIN, ALPHA) ? "compare.sustained" : "compare.not-shown",
                words.number(MARGIN)));
        notes.add(words.text("compare.limits"));
        return new Shown(finding, chart, List.copyOf(notes));
    }

    private static String points(double difference, Words words) {
        return words.number(difference * 100);
    }

    private static Row row(String label, Prevalence share) {
        var interval = share.interval(IntervalMethod.BETA_CAPPED, Estimates.LEVEL);
        return new Row(label, new Estimate(share.value(), interval.lower(), interval.upper()), share.persons());
    }

    private static boolean shareVenues(Release before, Release after) {
        var venues = new HashSet<String>();
        rows(before.visits()).forEach(cells -> venues.add(cells[0] + "," + cells[1]));
        return rows(after.visits()).stream().anyMatch(cells -> venues.contains(cells[0] + "," + cells[1]));
    }

    private static VenueSurvey survey(String visits) {
        var strata = new LinkedHashMap<String, Stratum>();
        var made = new ArrayList<Visit>();
        for (var cells : rows(visits)) {
            strata.putIfAbsent(cells[0], new Stratum(cells[0], Integer.parseInt(cells[2])));
            made.add(new Visit(
                    cells[0],
                    cells[1],
                    Visit.Outcome.valueOf(cells[3].toUpperCase(Locale.ROOT)),
                    cells[0],
                    cells.length > SLOT ? Double.parseDouble(cells[SLOT]) : 1,
                    Integer.parseInt(cells[4]),
                    Integer.parseInt(cells[5])));
        }
        return VenueSurvey.of(List.copyOf(strata.values()), made);
    }

    /** As {@link FieldWork#visits()} wrote them. */
    private static List<String[]> rows(String visits) {
        return visits.lines().skip(1).map(line -> line.split(",")).toList();
    }
}
