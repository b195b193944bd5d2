package org.romdoul.estimators.survival;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.romdoul.estimators.Interval;
import org.romdoul.estimators.Refusal;

/**
 * The share of cases that has ended in each of several ways by each time (convicted, acquitted, dismissed), by Aalen and
 * Johansen's estimator. At every time the shares and the share still waiting add up to one; one minus a Kaplan-Meier curve that
 * calls the other endings "censored" does not, and overstates every one of them.
 *
 * <p>The variance is of Greenwood's kind (multinomial increments), which for one ending is Greenwood's own and in general equals the
 * infinitesimal jackknife of R's survival.
 *
 * <p>Source: Aalen and Johansen, Scand. J. Statist. 5 (1978) 141-150; Andersen, Borgan, Gill and Keiding, Statistical Models
 * Based on Counting Processes (1993), section IV.4.
 */
public final class CompetingRisks {

    private final List<String> endings;
    private final List<List<Step>> curves;

    private CompetingRisks(List<String> endings, List<List<Step>> curves) {
        this.endings = endings;
        this.curves = curves;
    }

    /**
     * One time on the curve of one ending.
     *
     * @param time the time, in the unit of the spells
     * @param atRisk cases that lasted at least to this time
     * @param events cases that ended this way at it
     * @param incidence share of all cases that has ended this way by it, 0 to 1
     * @param standardError standard error of {@code incidence}; 0 where the share is 0 or 1, which is no precision
     */
    public record Step(double time, int atRisk, int events, double incidence, double standardError) {}

    /**
     * Estimates one curve for each ending that occurs.
     *
     * @throws Refusal if there are no spells, or all are open
     */
    public static CompetingRisks of(Collection<Spell> spells) {
        Tally tally = Tally.of(spells);
        if (tally.causes().isEmpty()) {
            throw Refusal.of(
                    "spells",
                    "all " + spells.size() + " are still open",
                    "No ending has been seen, so there is none to estimate the share of.");
        }
        var curves = new ArrayList<List<Step>>();
        for (int[] events : tally.endings()) {
            curves.add(curve(tally, events));
        }
        return new CompetingRisks(tally.causes(), List.copyOf(curves));
    }

    /** Carries the share waiting S, the share F ended this way, and their covariance from one time to the next. */
    private static List<Step> curve(Tally tally, int[] events) {
        double s = 1;
        double f = 0;
        double varS = 0;
        double varF = 0;
        double cov = 0;
        var steps = new ArrayList<Step>(events.length);
        for (int i = 0; i < events.length; i++) {
            double atRisk = tally.atRisk()[i];
            double any = tally.events(i) / atRisk;
            double this1 = events[i] / atRisk;
            double fresh = s * s / atRisk;
            varF += this1 * this1 * varS + 2 * this1 * cov + fresh * this1 * (1 - this1);
            cov = (1 - any) * (cov + this1 * varS - fresh * this1);
            varS = (1 - any) * ((1 - any) * varS + fresh * any);
            f += s * this1;
            s *= 1 - any;
            steps.add(new Step(
                    tally.times()[i], tally.atRisk()[i], events[i], Math.min(1, f), Math.sqrt(Math.max(0, varF))));
        }
        return List.copyOf(steps);
    }

    /** The endings that occur, in alphabetical order. */
    public List<String> endings() {
        return endings;
    }

    /**
     * The curve of one ending: a step for each distinct time of any spell.
     *
     * @throws IllegalArgumentException if no spell ended this way
     */
    public List<Step> curve(String ending) {
        int at = endings.indexOf(ending);
        if (at < 0) {
            throw new IllegalArgumentException("no spell ended as \"" + ending + "\"; these occur: " + endings);
        }
        return curves.get(at);
    }

    /** Share of all cases that has ended this way by {@code time}, flat beyond the last. */
    public double incidenceAt(String ending, double time) {
        double incidence = 0;
        for (Step step : curve(ending)) {
            if (step.time() > time) {
                break;
            }
            incidence = step.incidence();
        }
        return incidence;
    }

    /**
     * Pointwise confidence intervals, one for each step of {@link #curve(String)}. Before the first ending of this kind the upper limit
     * is the exact binomial one for none among those at risk, 1 - (alpha/2)^(1/atRisk).
     */
    public List<Interval> band(String ending, Band band, double level) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        var intervals = new ArrayList<Interval>();
        for (Step step : curve(ending)) {
            if (step.incidence() <= 0) {
                intervals.add(new Interval(0, 1 - Math.pow(tail, 1.0 / step.atRisk()), level));
            } else if (step.incidence() < 1) {
                intervals.add(band.around(step.incidence(), step.standardError(), level));
            } else {
                double lower = intervals.isEmpty() ? 0 : intervals.getLast().lower();
                intervals.add(new Interval(lower > 0 ? lower : Math.pow(tail, 1.0 / step.atRisk()), 1, level));
            }
        }
        return List.copyOf(intervals);
    }
}
