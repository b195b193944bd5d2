package org.romdoul.estimators.survival;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.romdoul.estimators.Estimate;
import org.romdoul.estimators.Interval;
import org.romdoul.estimators.Refusal;

/**
 * The share of cases still waiting after each time, by Kaplan and Meier's product limit, with Greenwood's variance.
 *
 * <p>Open spells count as at risk up to and including their last time. The estimate is unbiased only if the open cases are like the
 * others; if the hard cases are the ones lost from sight, no formula mends it (see {@link Attrition} for what can be said then).
 *
 * <p>Source: Kaplan and Meier, JASA 53 (1958) 457-481; Greenwood (1926); Brookmeyer and Crowley, Biometrics 38 (1982) 29-41.
 */
public final class SurvivalCurve {

    /** R treats a curve this close to the asked probability as lying on it; so do we, or ties would split on rounding. */
    private static final double FLAT = Math.ulp(1.0) * 0x1p26;

    private final List<Step> steps;

    private SurvivalCurve(List<Step> steps) {
        this.steps = steps;
    }

    /**
     * What happened at one distinct time, and where the curve stands after it.
     *
     * @param time the time, in the unit of the spells
     * @param atRisk cases that lasted at least to this time
     * @param events cases that ended at it
     * @param censored cases last seen open at it
     * @param survival share still waiting after it, 0 to 1
     * @param standardError Greenwood's standard error of {@code survival}; 0 where the share is 0 or 1, which is no precision
     */
    public record Step(double time, int atRisk, int events, int censored, double survival, double standardError) {}

    /**
     * Estimates the curve.
     *
     * @throws Refusal if there are no spells
     */
    public static SurvivalCurve of(Collection<Spell> spells) {
        Tally tally = Tally.of(spells);
        var steps = new ArrayList<Step>(tally.times().length);
        double survival = 1;
        double greenwood = 0;
        for (int i = 0; i < tally.times().length; i++) {
            int atRisk = tally.atRisk()[i];
            int events = tally.events(i);
            survival *= (double) (atRisk - events) / atRisk;
            greenwood += events == atRisk ? 0 : events / ((double) atRisk * (atRisk - events));
            double error = survival * Math.sqrt(greenwood);
            steps.add(new Step(tally.times()[i], atRisk, events, tally.open()[i], survival, error));
        }
        return new SurvivalCurve(List.copyOf(steps));
    }

    /** One step for each distinct time, also where nothing ended, in order of time. */
    public List<Step> steps() {
        return steps;
    }

    /** Share still waiting just after {@code time}; flat beyond the last step. */
    public double at(double time) {
        double survival = 1;
        for (Step step : steps) {
            if (step.time() > time) {
                break;
            }
            survival = step.survival();
        }
        return survival;
    }

    /**
     * Pointwise confidence intervals, one for each of {@link #steps()}.
     *
     * <p>Where the curve stands at 1, nobody of {@code atRisk} has ended, and the lower limit is the exact binomial one,
     * (alpha/2)^(1/atRisk); where it stands at 0, the limits are 0 and the upper limit of the step before. R's survival gives
     * 1 to 1 and no value there.
     */
    public List<Interval> band(Band band, double level) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        var intervals = new ArrayList<Interval>(steps.size());
        for (Step step : steps) {
            if (step.survival() >= 1) {
                intervals.add(new Interval(Math.pow(tail, 1.0 / step.atRisk()), 1, level));
            } else if (step.survival() > 0) {
                intervals.add(band.around(step.survival(), step.standardError(), level));
            } else {
                boolean first = intervals.isEmpty() || intervals.getLast().upper() >= 1;
                double upper = first
                        ? 1 - Math.pow(tail, 1.0 / step.atRisk())
                        : intervals.getLast().upper();
                intervals.add(new Interval(0, upper, level));
            }
        }
        return List.copyOf(intervals);
    }

    /**
     * A quantile of the waiting time.
     *
     * @param time the time by which the share has ended; empty if the curve never gets there
     * @param lower lower confidence limit; empty if not even the lower band gets there
     * @param upper upper confidence limit; empty if the data set none, which is common and must be shown
     * @param level confidence level of the limits
     */
    public record Quantile(OptionalDouble time, OptionalDouble lower, OptionalDouble upper, double level) {}

    /**
     * The time by which a share of the cases has ended, with the limits where the band crosses the same share. Where
     * the curve runs flat exactly at the share, the middle of the flat is taken, as the textbooks and R do.
     *
     * @param share share ended, in (0, 1): 0.5 for the median
     */
    public Quantile quantile(double share, Band band, double level) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share " + share + " is not between 0 and 1; write 0.5 for the median");
        }
        List<Interval> intervals = band(band, level);
        return new Quantile(
                crossing(1 - share, i -> steps.get(i).survival()),
                crossing(1 - share, i -> intervals.get(i).lower()),
                crossing(1 - share, i -> intervals.get(i).upper()),
                level);
    }

    /** The median waiting time. */
    public Quantile median(Band band, double level) {
        return quantile(0.5, band, level);
    }

    /** The first time the height falls below; the middle of the flat if it rests there before, or at the end. */
    private OptionalDouble crossing(double remaining, IntToDoubleFunction height) {
        OptionalDouble touched = OptionalDouble.empty();
        for (int i = 0; i < steps.size(); i++) {
            double time = steps.get(i).time();
            double above = height.applyAsDouble(i) - remaining;
            if (above < -FLAT) {
                return OptionalDouble.of((touched.orElse(time) + time) / 2);
            }
            if (above <= FLAT && touched.isEmpty()) {
                touched = OptionalDouble.of(time);
            }
        }
        double end = steps.getLast().time();
        return touched.isEmpty() ? touched : OptionalDouble.of((touched.getAsDouble() + end) / 2);
    }

    /**
     * Mean waiting time within a horizon: the area under the curve from 0 to the horizon. Unlike the mean it exists while cases
     * are open, and unlike the median it uses all of them.
     *
     * @param horizon end of the window, in the unit of the spells, more than 0
     * @return the mean and its standard error
     * @throws Refusal if the curve was not watched as far as the horizon
     */
    public Estimate restrictedMean(double horizon) {
        if (!(horizon > 0) || Double.isInfinite(horizon)) {
            throw new IllegalArgumentException("the horizon " + horizon + " is not a time after 0");
        }
        Step last = steps.getLast();
        if (horizon > last.time() && last.survival() > 0) {
            throw Refusal.of(
                    "horizon " + horizon,
                    "no case was watched longer than " + last.time() + ", and some were still open then",
                    "The curve is unknown beyond that time; choose a horizon up to it.");
        }
        double area = 0;
        double variance = 0;
        double right = horizon;
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            if (step.time() >= horizon) {
                continue;
            }
            area += (right - step.time()) * step.survival();
            right = step.time();
            if (step.events() < step.atRisk()) {
                variance += area * area * step.events() / ((double) step.atRisk() * (step.atRisk() - step.events()));
            }
        }
        return new Estimate(area + right, Math.sqrt(variance));
    }

    /**
     * The interval of {@link #restrictedMean}, symmetric about it (its error is close to normal: Klein and Moeschberger, Survival
     * Analysis, section 4.5) and within the window.
     *
     * @throws Refusal if the curve was not watched as far as the horizon
     */
    public Interval restrictedMeanInterval(double horizon, double level) {
        Estimate mean = restrictedMean(horizon);
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - Interval.requireLevel(level)) / 2);
        double reach = z * mean.standardError();
        return new Interval(Math.max(0, mean.value() - reach), Math.min(horizon, mean.value() + reach), level);
    }
}
