package org.romdoul.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.romdoul.chart.Chart;
import org.romdoul.chart.StepCurve;
import org.romdoul.chart.StepCurve.AtRisk;
import org.romdoul.chart.StepCurve.Step;
import org.romdoul.chart.Table;
import org.romdoul.chart.Words;
import org.romdoul.estimators.Interval;
import org.romdoul.estimators.survival.Band;
import org.romdoul.estimators.survival.Spell;
import org.romdoul.estimators.survival.SurvivalCurve;

/** Time from the charge to the end of the case, as the share of those charged who still wait (Kaplan–Meier). */
final class Waiting {

    static final double LEVEL = 0.95;

    /** Years over which the mean wait is given, where the curve goes as far. */
    private static final int HORIZON = 5;

    private final Waits waits;
    private final SurvivalCurve curve;
    private final boolean guarded;

    /** @param spells what the curve is drawn from: of the cases worked here, the joined ones */
    Waiting(Waits waits, List<Spell> spells, boolean guarded) {
        this.waits = waits;
        this.curve = SurvivalCurve.of(spells);
        this.guarded = guarded;
    }

    SurvivalCurve curve() {
        return curve;
    }

    Figure figure(Words words) {
        return new Figure("waiting", chart(words), notes(words), data());
    }

    private Chart chart(Words words) {
        var bands = curve.band(Band.LOG_LOG, LEVEL);
        var steps = new ArrayList<Step>();
        var atRisk = new ArrayList<AtRisk>();
        for (var i = 0; i < curve.steps().size(); i++) {
            var step = curve.steps().get(i);
            steps.add(step(step.time(), step.survival(), bands.get(i)));
            atRisk.add(new AtRisk(step.time(), step.atRisk()));
        }
        var drawn = new StepCurve.Curve(steps, steps.getLast().time(), atRisk, median(curve), readings(words));
        return StepCurve.of(finding(words), words.text("results.waiting.axis"), drawn, words);
    }

    static Step step(double time, double share, Interval band) {
        return new Step(time, share, Math.min(share, band.lower()), Math.max(share, band.upper()));
    }

    private StepCurve.Readings readings(Words words) {
        var lines = guarded ? List.<List<Step>>of() : List.of(bare(waits.shortest()), bare(waits.longest()));
        return new StepCurve.Readings(words.text("results.waiting.readings"), lines);
    }

    // No line reaches past the years that were watched: the axis ends there.
    private List<Step> bare(List<Spell> spells) {
        var until = curve.steps().getLast().time();
        return SurvivalCurve.of(spells).steps().stream()
                .filter(step -> step.time() <= until && step.events() > 0)
                .map(step -> Step.bare(step.time(), step.survival()))
                .toList();
    }

    private String finding(Words words) {
        var half = median(curve);
        var most = curve.quantile(0.75, Band.LOG_LOG, LEVEL).time();
        var end = words.number(curve.steps().getLast().time());
        if (half.isEmpty()) return words.text("results.waiting.finding.none", end);
        return most.isEmpty()
                ? words.text("results.waiting.finding.half", words.number(half.getAsDouble()))
                : words.text(
                        "results.waiting.finding", words.number(half.getAsDouble()), words.number(most.getAsDouble()));
    }

    private List<String> notes(Words words) {
        var notes = new ArrayList<String>();
        notes.add(words.text("results.waiting.method"));
        notes.add(guarded ? words.text("results.joined", words.number(Cells.SMALLEST)) : dates(words));
        if (curve.steps().getLast().time() >= HORIZON) {
            var between = curve.restrictedMeanInterval(HORIZON, LEVEL);
            notes.add(words.text(
                    "results.waiting.mean",
                    words.number(HORIZON),
                    words.number(curve.restrictedMean(HORIZON).value()),
                    words.number(between.lower()),
                    words.number(between.upper())));
        }
        if (!guarded)
            notes.add(words.text(
                    "results.waiting.counts",
                    words.number(waits.open()),
                    words.number(waits.endless()),
                    words.number(waits.undated()),
                    words.number(waits.backwards())));
        notes.add(words.text("results.waiting.limits"));
        return List.copyOf(notes);
    }

    /** What it does that dates are vague. */
    private String dates(Words words) {
        var short1 = median(SurvivalCurve.of(waits.shortest()));
        var long1 = median(SurvivalCurve.of(waits.longest()));
        return short1.isPresent() && long1.isPresent()
                ? words.text(
                        "results.waiting.dates", words.number(short1.getAsDouble()), words.number(long1.getAsDouble()))
                : words.text("results.waiting.dates.open");
    }

    static OptionalDouble median(SurvivalCurve curve) {
        return curve.median(Band.LOG_LOG, LEVEL).time();
    }

    private Table data() {
        var bands = curve.band(Band.LOG_LOG, LEVEL);
        var rows = new ArrayList<List<String>>();
        for (var i = 0; i < curve.steps().size(); i++) {
            var step = curve.steps().get(i);
            rows.add(List.of(
                    Exact.number(step.time()),
                    String.valueOf(step.atRisk()),
                    String.valueOf(step.events()),
                    String.valueOf(step.censored()),
                    Exact.number(step.survival()),
                    Exact.number(step.standardError()),
                    Exact.number(bands.get(i).lower()),
                    Exact.number(bands.get(i).upper())));
        }
        return new Table(
                List.of("years", "at_risk", "ended", "censored", "waiting", "standard_error", "lower", "upper"), rows);
    }
}
