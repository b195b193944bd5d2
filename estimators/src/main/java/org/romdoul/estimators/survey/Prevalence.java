package org.romdoul.estimators.survey;

import java.util.HashSet;
import java.util.OptionalDouble;
import org.romdoul.estimators.Estimate;
import org.romdoul.estimators.Interval;
import org.romdoul.estimators.Refusal;

/**
 * The share of persons seen who are as described (minors among persons in the trade), estimated for the whole frame, with the
 * error that comes from having visited some venues and not others.
 */
public final class Prevalence {

    private final SurveyEstimate ratio;
    private final long persons;
    private final long found;
    private final int venues;
    private final int degreesOfFreedom;
    private final double sizeIfNothingVaries;

    private Prevalence(
            SurveyEstimate ratio,
            long persons,
            long found,
            int venues,
            int degreesOfFreedom,
            double sizeIfNothingVaries) {
        this.ratio = ratio;
        this.persons = persons;
        this.found = found;
        this.venues = venues;
        this.degreesOfFreedom = degreesOfFreedom;
        this.sizeIfNothingVaries = sizeIfNothingVaries;
    }

    /**
     * Estimates a share from counts by unit.
     *
     * @param design who was drawn
     * @param found persons as described at each unit
     * @param observed persons seen at each unit, at least as many
     * @param inDomain units the share is about; the others were sampled too, but are another place or type
     * @param assumedDesignEffect used only where the sample cannot show one, because nobody or everybody was found: how many
     *     times larger the variance is than that of as many persons drawn one by one, such as the effect measured in an
     *     earlier round. If empty, the worst is taken: that persons in one venue are all alike, so that venues count and
     *     not persons (and count by how evenly they stand for the frame)
     * @throws Refusal if nobody was seen in the domain, more were found than seen, or no degree of freedom is left there
     */
    static Prevalence of(
            SampleDesign design, int[] found, int[] observed, boolean[] inDomain, OptionalDouble assumedDesignEffect) {
        double[] y = new double[found.length];
        double[] x = new double[found.length];
        long persons = 0;
        long events = 0;
        double[] standsFor = new double[design.clusters().size()];
        var clusters = new HashSet<Integer>();
        var occupied = new HashSet<Integer>();
        var strata = new HashSet<Integer>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] < 0 || found[i] > observed[i]) {
                throw Refusal.ofRow(
                        i, found[i] + " found among " + observed[i] + " seen", "A share cannot exceed the whole.");
            }
            if (!inDomain[i]) {
                continue;
            }
            y[i] = found[i];
            x[i] = observed[i];
            persons += observed[i];
            events += found[i];
            int cluster = design.clusterOfUnit()[i];
            standsFor[cluster] += design.weights()[i] * observed[i];
            clusters.add(cluster);
            strata.add(design.clusters().get(cluster).stratum());
            if (observed[i] > 0) {
                occupied.add(cluster);
            }
        }
        if (persons == 0) {
            throw Refusal.of("domain", "nobody was seen there", "A share of nobody does not exist; widen the domain.");
        }
        int df = clusters.size() - strata.size();
        if (df < 1) {
            throw Refusal.of(
                    "domain",
                    clusters.size() + " venues in " + strata.size() + " strata",
                    "One venue a stratum shows no spread, so no error can be given; widen the domain.");
        }
        double blind = assumedDesignEffect.isPresent()
                ? persons / requireEffect(assumedDesignEffect.getAsDouble())
                : evenVenues(standsFor);
        return new Prevalence(design.ratio(y, x), persons, events, occupied.size(), df, blind);
    }

    /** Kish's effective number: venues that stand for as many persons each as would tell as much as these. */
    private static double evenVenues(double[] standsFor) {
        double sum = 0;
        double squares = 0;
        for (double persons : standsFor) {
            sum += persons;
            squares += persons * persons;
        }
        return sum * sum / squares;
    }

    private static double requireEffect(double effect) {
        if (!(effect >= 1) || Double.isInfinite(effect)) {
            throw new IllegalArgumentException("an assumed design effect of " + effect + " is not 1 or more");
        }
        return effect;
    }

    /** The share, 0 to 1. */
    public double value() {
        return found == 0 ? 0 : found == persons ? 1 : ratio.value();
    }

    /** Its linearised standard error; 0 when nobody was found, which is no precision: use {@link #interval}. */
    public double standardError() {
        return isDegenerate() ? 0 : ratio.standardError();
    }

    /** Share and standard error. */
    public Estimate estimate() {
        return new Estimate(value(), standardError());
    }

    /** Persons seen. */
    public long persons() {
        return persons;
    }

    /** Persons found to be as described. */
    public long found() {
        return found;
    }

    /** Venues where at least one person was seen. */
    public int venues() {
        return venues;
    }

    /** Venues less strata in the domain: how well the standard error itself is known. */
    public int degreesOfFreedom() {
        return degreesOfFreedom;
    }

    /** The estimate with its scores, for covariances. */
    public SurveyEstimate linearised() {
        return ratio;
    }

    private boolean isDegenerate() {
        return found == 0 || found == persons;
    }

    private boolean showsSpread() {
        return !isDegenerate() && ratio.variance() > 1e-24;
    }

    /**
     * Variance over that of as many persons drawn one by one with replacement: how much visiting venues instead of persons has
     * cost. Empty if nobody or everybody was found.
     */
    public OptionalDouble designEffect() {
        double p = value();
        return showsSpread()
                ? OptionalDouble.of(ratio.variance() * (persons - 1) / (p * (1 - p)))
                : OptionalDouble.empty();
    }

    /** Persons drawn one by one that would tell as much; where the sample cannot show it, the assumed number. */
    public double effectiveSize() {
        double p = value();
        return showsSpread() ? p * (1 - p) / ratio.variance() : sizeIfNothingVaries;
    }

    /**
     * A two-sided confidence interval.
     *
     * <p>If nobody was found, every method gives 0 to 1 - (alpha/2)^(1/n), n the effective size under the assumed design effect; likewise
     * if everybody was, and the exact interval on that size if all venues agree. Where the whole frame was taken, there is no
     * sampling error and the interval is the value.
     *
     * @param level such as 0.95; ask for 0.90 if only the upper limit is wanted at 95 %
     */
    public Interval interval(IntervalMethod method, double level) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        double p = value();
        if (ratio.design().isCensus()) {
            return new Interval(p, p, level);
        }
        double size = effectiveSize();
        if (!showsSpread()) {
            return containing(p, IntervalMethod.exact(p * size, size, tail), level);
        }
        double tPersons = IntervalMethod.t(persons - 1, tail);
        double tDesign = IntervalMethod.t(degreesOfFreedom, tail);
        double adjusted = size * (tPersons / tDesign) * (tPersons / tDesign);
        if (method == IntervalMethod.BETA_CAPPED) {
            adjusted = Math.min(adjusted, persons);
        }
        var sample = new IntervalMethod.Effective(size, adjusted, persons, degreesOfFreedom);
        return containing(p, method.limits(p, sample, tail), level);
    }

    /** Rounding must not push a limit past the value. */
    private static Interval containing(double p, double[] limits, double level) {
        return new Interval(Math.min(p, limits[0]), Math.max(p, limits[1]), level);
    }
}
