package org.romdoul.estimators.survey;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;
import org.romdoul.estimators.Estimate;
import org.romdoul.estimators.Interval;

/**
 * The change of a share from one round to the next.
 *
 * <p><b>How the second round was drawn</b> is for the caller to state, because the visits cannot tell: venues that were drawn twice by
 * chance and venues that were visited again on purpose look alike. Two independent draws have no covariance, also from one finite frame,
 * where they share n1 n2 / N venues on average ({@link #independent}). Where it was decided how many venues are seen again, their
 * covariance given that number counts ({@link #revisited}). Taking independent draws for revisits is no mistake of coverage, only a
 * condition on what came up; taking revisits for independent draws gives too wide an interval, or where others were visited on purpose
 * too narrow a one.
 *
 * <p>Intervals combine those of the two rounds (MOVER), so they stay honest when a round found nobody, where every test built on standard
 * errors fails. "It has stayed down" is a claim that needs proof of its own: see {@link #sustained}; that a rise was not significant
 * proves nothing.
 *
 * <p>Sources: Newcombe, Statist. Med. 17 (1998) 873-890; Zou and Donner, Statist. Med. 27 (2008) 1693-1702; Donner and Zou, Stat.
 * Methods Med. Res. 21 (2012) 347-359; Tam, Amer. Statist. 38 (1984) 288-289 for the covariance; Schuirmann (1987) for equivalence.
 */
public final class Change {

    private final Prevalence before;
    private final Prevalence after;
    private final double covariance;
    private final double degreesOfFreedom;

    private Change(Prevalence before, Prevalence after, double covariance, double degreesOfFreedom) {
        this.before = before;
        this.after = after;
        this.covariance = covariance;
        this.degreesOfFreedom = degreesOfFreedom;
    }

    /**
     * Two rounds whose venues were drawn independently of each other, whether or not from one frame: venues that both have in common
     * came up by chance and say nothing about the draw.
     */
    public static Change independent(Prevalence before, Prevalence after) {
        double v1 = before.estimate().variance();
        double v2 = after.estimate().variance();
        double each = v1 * v1 / before.degreesOfFreedom() + v2 * v2 / after.degreesOfFreedom();
        double df =
                each > 0 ? (v1 + v2) * (v1 + v2) / each : Math.min(before.degreesOfFreedom(), after.degreesOfFreedom());
        return new Change(before, after, 0, df);
    }

    /**
     * A second round that was to visit the venues of the first again: all of them, some drawn at random (the others new), or on purpose
     * none. Venues are known by stratum and code. See {@link SurveyEstimate#covariance}.
     */
    public static Change revisited(Prevalence before, Prevalence after) {
        double covariance = before.linearised().covariance(after.linearised());
        return new Change(before, after, covariance, Math.min(before.degreesOfFreedom(), after.degreesOfFreedom()));
    }

    /** Covariance of the two shares; 0 if independent. */
    public double covariance() {
        return covariance;
    }

    /** After less before, with its standard error. */
    public Estimate difference() {
        double variance = before.estimate().variance() + after.estimate().variance() - 2 * covariance;
        return new Estimate(after.value() - before.value(), Math.sqrt(Math.max(0, variance)));
    }

    /** Logarithm of after over before, by the delta method; empty if a round found nobody. */
    public Optional<Estimate> logRatio() {
        double p1 = before.value();
        double p2 = after.value();
        if (p1 <= 0 || p2 <= 0) {
            return Optional.empty();
        }
        double variance = before.estimate().variance() / (p1 * p1)
                + after.estimate().variance() / (p2 * p2)
                - 2 * covariance / (p1 * p2);
        return Optional.of(new Estimate(Math.log(p2 / p1), Math.sqrt(Math.max(0, variance))));
    }

    /** Relative change, -0.73 for a fall by 73 %; empty if nobody was found before. */
    public OptionalDouble relative() {
        return before.value() > 0 ? OptionalDouble.of(after.value() / before.value() - 1) : OptionalDouble.empty();
    }

    /**
     * Two-sided p-value for no change, from the difference and t. Empty if a round found nobody (or everybody), where the error of that
     * round is unknown; the interval then decides.
     */
    public OptionalDouble pValue() {
        Estimate difference = difference();
        boolean bothShow = before.standardError() > 0 && after.standardError() > 0 && difference.standardError() > 0;
        if (!bothShow) {
            return OptionalDouble.empty();
        }
        double t = Math.abs(difference.value()) / difference.standardError();
        return OptionalDouble.of(2 * TDistribution.of(degreesOfFreedom).survivalProbability(t));
    }

    /**
     * Interval for the difference, from those of the two rounds and their correlation.
     *
     * @param method how the interval of each round is made
     * @param level such as 0.95
     * @throws IllegalArgumentException if the level is none
     */
    public Interval differenceInterval(IntervalMethod method, double level) {
        Interval first = before.interval(method, level);
        Interval second = after.interval(method, level);
        double correlation = correlation();
        double down = reach(after.value() - second.lower(), first.upper() - before.value(), correlation);
        double up = reach(second.upper() - after.value(), before.value() - first.lower(), correlation);
        double difference = difference().value();
        return new Interval(difference - down, difference + up, level);
    }

    private double correlation() {
        double product = before.standardError() * after.standardError();
        return product > 0 ? Math.clamp(covariance / product, -1, 1) : 0;
    }

    private static double reach(double a, double b, double correlation) {
        return Math.sqrt(Math.max(0, a * a + b * b - 2 * correlation * a * b));
    }

    /**
     * Interval for after over before. The upper limit is infinite where nobody was found before, or the lower limit of that
     * round is 0.
     *
     * @param method how the interval of each round is made
     * @param level such as 0.95
     * @throws IllegalArgumentException if the level is none
     */
    public Interval ratioInterval(IntervalMethod method, double level) {
        Interval first = before.interval(method, level);
        Interval second = after.interval(method, level);
        double p1 = before.value();
        double p2 = after.value();
        double r = correlation();
        double lower = root(p1, first.upper(), p2, second.lower(), r, -1);
        double upper = first.lower() > 0 ? root(p1, first.lower(), p2, second.upper(), r, 1) : Double.POSITIVE_INFINITY;
        return new Interval(Math.max(0, lower), Math.max(upper, Math.max(0, lower)), level);
    }

    /** The ratio R at which p2 - R p1 with limits from {@code to1} and {@code to2} just touches 0. */
    private static double root(double p1, double to1, double p2, double to2, double correlation, int side) {
        double cross = p1 * p2 + correlation * (to1 - p1) * (to2 - p2);
        double one = to1 * (2 * p1 - to1);
        double two = to2 * (2 * p2 - to2);
        double under = Math.max(0, cross * cross - one * two);
        if (Math.abs(one) < 1e-300) {
            return cross == 0 ? 0 : two / (2 * cross);
        }
        return (cross + side * Math.sqrt(under)) / one;
    }

    /**
     * Whether the share is shown not to have risen to {@code factor} times what it was: the upper limit of the ratio lies below it.
     *
     * @param factor the smallest rise that would matter, more than 1
     * @param alpha chance of saying so wrongly, such as 0.05
     */
    public boolean sustained(IntervalMethod method, double factor, double alpha) {
        return ratioInterval(method, 1 - 2 * requireTest(factor, alpha)).upper() < factor;
    }

    /** Whether the share is shown to lie between 1/factor and factor times what it was (two one-sided tests). */
    public boolean equivalent(IntervalMethod method, double factor, double alpha) {
        Interval ratio = ratioInterval(method, 1 - 2 * requireTest(factor, alpha));
        return ratio.lower() > 1 / factor && ratio.upper() < factor;
    }

    private static double requireTest(double factor, double alpha) {
        if (!(factor > 1) || !(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException(
                    "a margin of " + factor + " at alpha " + alpha + " is no test; write 1.5 and 0.05");
        }
        return alpha;
    }
}
