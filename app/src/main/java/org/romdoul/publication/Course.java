package org.romdoul.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.romdoul.chart.AttritionBars;
import org.romdoul.chart.Histogram;
import org.romdoul.chart.Table;
import org.romdoul.chart.Words;
import org.romdoul.estimators.survival.Attrition;

/** How far those charged came, all years together: to a decision, a conviction, one that nothing can change any more. */
final class Course {

    private final Attrition.Cohort all;
    private final Snapshot from;

    private Course(Attrition.Cohort all, Snapshot from) {
        this.all = all;
        this.from = from;
    }

    static Course of(Snapshot from) {
        var attrition = Attrition.of(
                Stream.of(Stand.Stage.values()).map(Enum::name).toList(),
                from.accused().stream().map(one -> one.stand().progress("all")).toList());
        return new Course(attrition.cohorts().getFirst(), from);
    }

    /** @param cohorts what is shown beside it: of the cases worked here, nothing that would fill its blanks */
    Figure figure(Cohorts cohorts, Words words) {
        if (from.isGuarded() && !cohorts.cells().hasTotals())
            return Figure.none("course", words.text("results.withheld.totals"));
        var shown = shown();
        var stages = shown.stream()
                .map(stage -> {
                    var at = stage.ordinal();
                    var reached = all.counts().get(at).reached();
                    return new AttritionBars.Stage(
                            words.text("results.stage." + word(stage)), reached, most(at) - reached);
                })
                .toList();
        var convicted = Stand.Stage.CONVICTED.ordinal();
        var finding = words.text(
                "results.course.finding", words.percent(all.atLeast(convicted)), words.percent(all.atMost(convicted)));
        var notes = List.of(words.text("results.course.method"), words.text("results.course.limits"));
        return new Figure("course", AttritionBars.of(finding, stages, words), notes, data(shown));
    }

    /** A last stage that leaves a handful behind would expose them, beside the number whose conviction stands. */
    private List<Stand.Stage> shown() {
        var stages = new ArrayList<>(List.of(Stand.Stage.values()));
        var standing = from.accused().stream()
                .filter(one -> one.stand().convictionStands())
                .count();
        var last = all.counts().getLast().reached();
        if (from.isGuarded() && (isSmall(last) || isSmall(standing - last))) stages.removeLast();
        return stages;
    }

    private static boolean isSmall(long count) {
        return count > 0 && count < Cells.SMALLEST;
    }

    private long most(int stage) {
        return Math.round(all.atMost(stage) * all.size());
    }

    private Table data(List<Stand.Stage> stages) {
        return new Table(
                List.of("stage", "reached", "may_have_or_yet_reach"),
                stages.stream()
                        .map(stage -> List.of(
                                word(stage),
                                String.valueOf(all.counts().get(stage.ordinal()).reached()),
                                String.valueOf(most(stage.ordinal()))))
                        .toList());
    }

    /** What stands for everybody, each kind apart; of a public docket only. */
    Figure outcomes(Words words) {
        var bars = Stream.of(Stand.values())
                .map(stand ->
                        new Histogram.Bar(words.text("results.stand." + word(stand)), count(stand), !stand.isDecided()))
                .toList();
        var most = Stream.of(Stand.values())
                .max(java.util.Comparator.comparing(this::count))
                .orElseThrow();
        var finding = words.text(
                "results.outcomes.finding",
                words.text("results.stand." + word(most)),
                words.number(count(most)),
                words.number(all.size()));
        return new Figure(
                "outcomes",
                Histogram.of(finding, words.text("results.outcome"), bars, words),
                List.of(words.text("results.outcomes.method")),
                new Table(
                        List.of("outcome", "accused"),
                        Stream.of(Stand.values())
                                .map(stand -> List.of(word(stand), String.valueOf(count(stand))))
                                .toList()));
    }

    private long count(Stand stand) {
        return from.accused().stream().filter(one -> one.stand() == stand).count();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
