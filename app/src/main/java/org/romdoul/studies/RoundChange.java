package org.romdoul.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.chart.Chart;
import org.romdoul.chart.IntervalDots;
import org.romdoul.chart.IntervalDots.Estimate;
import org.romdoul.chart.IntervalDots.Row;
import org.romdoul.chart.Words;
import org.romdoul.estimators.Refusal;
import org.romdoul.estimators.survey.Change;
import org.romdoul.estimators.survey.IntervalMethod;
import org.romdoul.estimators.survey.Prevalence;

/** What two published rounds say together: has the share of minors changed, and is it shown to have stayed down. */
public final class RoundChange {

    /** The smallest rise that would matter, as a factor. */
    private static final double MARGIN = 1.5;

    private static final double ALPHA = 0.05;

    /**
     * What is said of one group of persons.
     *
     * @param counted the group, as the file of visits has it
     * @param finding one sentence
     * @param chart null where nothing can be computed
     * @param method how it was computed; why it was not, in English, where there is no chart
     */
    public record Shown(
            String counted, String finding, @Nullable Chart chart, List<String> method, List<String> limits) {}

    private RoundChange() {}

    /** Minors, and the young among them. */
    static List<Shown> of(Release before, Release after, Words words) {
        return Stream.of("minors", "young")
                .map(counted -> one(before, after, counted, words))
                .toList();
    }

    private static Shown one(Release before, Release after, String counted, Words words) {
        try {
            return compared(before, after, counted, words);
        } catch (Refusal refused) {
            return new Shown(
                    counted,
                    words.text("compare.none"),
                    null,
                    List.of(String.valueOf(refused.getMessage())),
                    List.of());
        }
    }

    private static Shown compared(Release before, Release after, String counted, Words words) {
        var first = survey(before, counted);
        var second = survey(after, counted);
        var again = after.revisits().filter(before.code()::equals).isPresent();
        var change = again ? Change.revisited(first, second) : Change.independent(first, second);
        var difference = change.differenceInterval(IntervalMethod.BETA_CAPPED, Estimates.LEVEL);
        var finding = words.text(
                "compare.finding",
                words.percent(first.value()),
                words.percent(second.value()),
                points(second.value() - first.value(), words),
                points(difference.lower(), words),
                points(difference.upper(), words),
                words.text("studies.counted." + counted));
        var chart = IntervalDots.of(
                finding,
                List.of(row(before.title(), first), row(after.title(), second)),
                IntervalDots.Scale.PERCENT,
                words);
        var method = List.of(
                words.text(again ? "compare.revisited" : "compare.independent"),
                words.text(
                        change.sustained(IntervalMethod.BETA_CAPPED, MARGIN, ALPHA)
                                ? "compare.sustained"
                                : "compare.not-shown",
                        words.number(MARGIN)));
        var limits = new ArrayList<String>();
        limits.add(words.text("compare.limits"));
        Stream.of(before, after)
                .forEach(round ->
                        round.policy().limit(words).ifPresent(limit -> limits.add(round.title() + ": " + limit)));
        return new Shown(counted, finding, chart, method, List.copyOf(limits));
    }

    private static String points(double difference, Words words) {
        return words.number(difference * 100);
    }

    private static Row row(String label, Prevalence share) {
        var interval = share.interval(IntervalMethod.BETA_CAPPED, Estimates.LEVEL);
        return new Row(label, new Estimate(share.value(), interval.lower(), interval.upper()), share.persons());
    }

    private static Prevalence survey(Release round, String counted) {
        return new VisitsFile(round.visits()).survey(counted, round.policy()).prevalence();
    }
}
