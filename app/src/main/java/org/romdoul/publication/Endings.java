package org.romdoul.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.romdoul.chart.RisingCurves;
import org.romdoul.chart.StepCurve.Step;
import org.romdoul.chart.Table;
import org.romdoul.chart.Words;
import org.romdoul.estimators.survival.Band;
import org.romdoul.estimators.survival.CompetingRisks;
import org.romdoul.estimators.survival.Spell;
import org.romdoul.publication.Waits.End;

/** Which way cases end, and when, each way competing with the others (Aalen–Johansen). */
final class Endings {

    private final CompetingRisks risks;
    private final double until;
    private final boolean guarded;

    /** @param spells at least one of them ended */
    Endings(List<Spell> spells, boolean guarded) {
        this.risks = CompetingRisks.of(spells);
        this.until = spells.stream().mapToDouble(Spell::time).max().orElseThrow();
        this.guarded = guarded;
    }

    Figure figure(Words words) {
        var curves = ends().map(end -> new RisingCurves.Curve(words.text("results.end." + end.word()), steps(end)))
                .toList();
        var chart = RisingCurves.of(finding(words), words.text("results.waiting.axis"), curves, until, words);
        var notes = new ArrayList<>(List.of(words.text("results.endings.method")));
        if (guarded) notes.add(words.text("results.joined", words.number(Cells.SMALLEST)));
        notes.add(words.text("results.endings.limits"));
        return new Figure("endings", chart, List.copyOf(notes), data());
    }

    private Stream<End> ends() {
        return Stream.of(End.values()).filter(end -> risks.endings().contains(end.word()));
    }

    private List<Step> steps(End end) {
        var curve = risks.curve(end.word());
        var bands = risks.band(end.word(), Band.LOG_LOG, Waiting.LEVEL);
        var steps = new ArrayList<Step>();
        for (var i = 0; i < curve.size(); i++)
            steps.add(Waiting.step(curve.get(i).time(), curve.get(i).incidence(), bands.get(i)));
        return steps;
    }

    private String finding(Words words) {
        return words.text(
                "results.endings.finding",
                words.number(until),
                words.percent(share(End.CONVICTED)),
                words.percent(share(End.NOT_CONVICTED)));
    }

    private double share(End end) {
        return risks.endings().contains(end.word()) ? risks.incidenceAt(end.word(), until) : 0;
    }

    private Table data() {
        var rows = new ArrayList<List<String>>();
        ends().forEach(end -> {
            var curve = risks.curve(end.word());
            var bands = risks.band(end.word(), Band.LOG_LOG, Waiting.LEVEL);
            for (var i = 0; i < curve.size(); i++)
                rows.add(List.of(
                        end.word(),
                        Exact.number(curve.get(i).time()),
                        String.valueOf(curve.get(i).atRisk()),
                        String.valueOf(curve.get(i).events()),
                        Exact.number(curve.get(i).incidence()),
                        Exact.number(curve.get(i).standardError()),
                        Exact.number(bands.get(i).lower()),
                        Exact.number(bands.get(i).upper())));
        });
        return new Table(
                List.of("ending", "years", "at_risk", "ended", "share", "standard_error", "lower", "upper"), rows);
    }
}
