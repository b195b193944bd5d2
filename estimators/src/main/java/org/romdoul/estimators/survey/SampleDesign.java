package org.romdoul.estimators.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.romdoul.estimators.Refusal;

/**
 * A stratified sample of one or two stages, without replacement: who was drawn from what, and with which weight. Estimates of any
 * variable are linearised (Taylor) and their variance is added up over clusters and strata with the correction for a finite
 * frame at both stages:
 *
 * <p>V = sum_h (1 - n_h/N_h) n_h/(n_h - 1) sum_i (z_hi - zbar_h)^2 + sum_h n_h/N_h sum_i V_hi, where z_hi is the sum of the
 * scores in cluster i and V_hi the same expression within it.
 *
 * <p>Source: Saerndal, Swensson and Wretman, section 4.3; the recursion of R's {@code survey:::multistage}.
 */
public final class SampleDesign {

    private final List<Stratum> strata;
    private final List<Unit> units;
    private final LonelyVenue lonely;
    private final double[] weights;
    private final List<Cluster> clusters;
    private final int[] clusterOfUnit;
    /** Clusters of stratum h are those from {@code firstCluster[h]} up to {@code firstCluster[h + 1]}. */
    private final int[] firstCluster;

    /** A sampled primary unit. */
    record Cluster(int stratum, String name, double frame, int size) {}

    private SampleDesign(List<Stratum> strata, List<Unit> units, LonelyVenue lonely) {
        this.strata = strata;
        this.units = units;
        this.lonely = lonely;
        this.weights = units.stream().mapToDouble(Unit::weight).toArray();
        this.clusterOfUnit = new int[units.size()];
        this.firstCluster = new int[strata.size() + 1];
        this.clusters = new ArrayList<>();
        List<Map<String, List<Integer>>> members = members();
        for (int h = 0; h < strata.size(); h++) {
            firstCluster[h] = clusters.size();
            for (var entry : members.get(h).entrySet()) {
                addCluster(h, entry.getKey(), entry.getValue());
            }
        }
        firstCluster[strata.size()] = clusters.size();
    }

    /**
     * Describes a design.
     *
     * @param strata the strata of the frame
     * @param units the sampled elements; variables are later given in this order
     * @param lonely what to do about a stratum with one sampled cluster out of several
     * @throws Refusal if a unit names no stratum or has no proper weight, a stratum has more clusters than its frame or none, or
     *     there is a lonely cluster and the policy is {@link LonelyVenue#FAIL}
     */
    public static SampleDesign of(List<Stratum> strata, List<Unit> units, LonelyVenue lonely) {
        if (units.isEmpty()) {
            throw Refusal.of("sample", "it is empty", "Without a sampled unit there is nothing to estimate from.");
        }
        var design = new SampleDesign(List.copyOf(strata), List.copyOf(units), lonely);
        design.refuseWhatCannotBeEstimated();
        return design;
    }

    private List<Map<String, List<Integer>>> members() {
        var index = new HashMap<String, Integer>();
        var members = new ArrayList<Map<String, List<Integer>>>();
        for (Stratum stratum : strata) {
            if (index.put(stratum.name(), members.size()) != null) {
                throw Refusal.of(
                        "stratum " + stratum.name(),
                        "it is listed twice",
                        "Two frame sizes for one stratum cannot both hold.");
            }
            members.add(new TreeMap<>());
        }
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            Integer h = index.get(unit.stratum());
            if (h == null) {
                throw Refusal.ofRow(
                        i,
                        "stratum \"" + unit.stratum() + "\" is not in the frame",
                        "Its chance of being drawn is unknown, so it cannot be weighted.");
            }
            if (!(unit.weight() > 0) || Double.isInfinite(unit.weight())) {
                throw Refusal.ofRow(
                        i,
                        "weight " + unit.weight(),
                        "A weight is the inverse of a chance of selection and must be more than 0.");
            }
            members.get(h)
                    .computeIfAbsent(unit.cluster(), c -> new ArrayList<>())
                    .add(i);
        }
        return members;
    }

    private void addCluster(int stratum, String name, List<Integer> rows) {
        int frame = units.get(rows.getFirst()).clusterFrame();
        for (int row : rows) {
            clusterOfUnit[row] = clusters.size();
            if (units.get(row).clusterFrame() != frame) {
                throw Refusal.ofRow(
                        row,
                        "cluster " + name + " has " + units.get(row).clusterFrame() + " elements here and " + frame
                                + " elsewhere",
                        "The second stage has one frame for each cluster.");
            }
        }
        if (frame > 0 && frame < rows.size()) {
            throw Refusal.of(
                    "cluster " + name,
                    rows.size() + " elements sampled of " + frame,
                    "More were sampled than there are; one of the two counts is wrong.");
        }
        clusters.add(new Cluster(stratum, name, frame == 0 ? rows.size() : frame, rows.size()));
    }

    private void refuseWhatCannotBeEstimated() {
        for (int h = 0; h < strata.size(); h++) {
            Stratum stratum = strata.get(h);
            int sampled = sampledClusters(h);
            if (sampled == 0) {
                throw Refusal.of(
                        "stratum " + stratum.name(),
                        "none of its " + stratum.venues() + " venues was sampled",
                        "The sample says nothing about this part of the frame; leave it out of the frame and say so, or merge it.");
            }
            if (sampled > stratum.venues()) {
                throw Refusal.of(
                        "stratum " + stratum.name(),
                        sampled + " sampled of " + stratum.written(),
                        "More were sampled than the frame holds, so the frame is out of date.");
            }
            if (isLonely(h) && lonely == LonelyVenue.FAIL) {
                throw Refusal.of(
                        "stratum " + stratum.name(),
                        "one sampled of " + stratum.written(),
                        "One says nothing about the spread among the others; merge strata, or choose a policy and state it.");
            }
        }
        for (Cluster cluster : clusters) {
            boolean alone = cluster.size() == 1 && cluster.frame() > 1 && fraction(cluster.stratum()) > 0;
            if (alone && lonely == LonelyVenue.FAIL) {
                throw Refusal.of(
                        "cluster " + cluster.name(),
                        "one element sampled of " + cluster.frame(),
                        "One says nothing about the spread among the others; choose a policy and state it.");
            }
        }
        if (degreesOfFreedom() < 1) {
            throw Refusal.of(
                    "sample",
                    clusters.size() + " clusters in " + strata.size() + " strata",
                    "No degree of freedom is left to measure the error with.");
        }
    }

    List<Stratum> strata() {
        return strata;
    }

    List<Cluster> clusters() {
        return clusters;
    }

    double[] weights() {
        return weights;
    }

    int[] clusterOfUnit() {
        return clusterOfUnit;
    }

    int firstCluster(int stratum) {
        return firstCluster[stratum];
    }

    int sampledClusters(int stratum) {
        return firstCluster[stratum + 1] - firstCluster[stratum];
    }

    /** Share of the stratum's frame that was sampled, 0 to 1. */
    double fraction(int stratum) {
        return sampledClusters(stratum) / strata.get(stratum).venues();
    }

    boolean isLonely(int stratum) {
        return sampledClusters(stratum) == 1 && fraction(stratum) < 1;
    }

    LonelyVenue lonely() {
        return lonely;
    }

    /** Whether every element of the population was taken, so that nothing is left to chance. */
    boolean isCensus() {
        for (int h = 0; h < strata.size(); h++) {
            if (fraction(h) < 1) {
                return false;
            }
        }
        return clusters.stream().allMatch(c -> c.size() >= c.frame())
                && Arrays.stream(weights).allMatch(w -> Math.abs(w - 1) < 1e-9);
    }

    /** Number of elements sampled. */
    public int size() {
        return weights.length;
    }

    /** Sampled clusters less strata. */
    public int degreesOfFreedom() {
        return clusters.size() - strata.size();
    }

    /**
     * The ratio of two totals, such as minors to persons seen (Hajek's estimator if the second variable is 1 throughout).
     *
     * @param numerator its value for each unit, in the order the units were given
     * @param denominator the same
     * @throws Refusal if a value is not a number, or the weighted total of the denominator is not above 0
     */
    public SurveyEstimate ratio(double[] numerator, double[] denominator) {
        return SurveyEstimate.ratio(this, require(numerator), require(denominator));
    }

    /**
     * The mean of a variable per element of the population.
     *
     * @param values its value for each unit, in the order the units were given
     * @throws Refusal if a value is not a number
     */
    public SurveyEstimate mean(double[] values) {
        return SurveyEstimate.mean(this, require(values));
    }

    /**
     * The population total of a variable (Horvitz and Thompson's estimator).
     *
     * @param values its value for each unit, in the order the units were given
     * @throws Refusal if a value is not a number
     */
    public SurveyEstimate total(double[] values) {
        return SurveyEstimate.total(this, require(values));
    }

    /**
     * The share of persons found as described, with the intervals made for shares.
     *
     * @param found persons as described in each unit
     * @param observed persons seen in each unit; 1 where the units are persons
     */
    public Prevalence share(int[] found, int[] observed) {
        if (found.length != weights.length || observed.length != weights.length) {
            throw new IllegalArgumentException(
                    found.length + " and " + observed.length + " counts for a sample of " + weights.length);
        }
        boolean[] all = new boolean[found.length];
        Arrays.fill(all, true);
        return Prevalence.of(this, found, observed, all, OptionalDouble.empty());
    }

    /** The replicate methods for the same ratio. */
    public Replication replicateRatio(double[] numerator, double[] denominator) {
        return new Replication(this, require(numerator), require(denominator));
    }

    /** The replicate methods for the same mean. */
    public Replication replicateMean(double[] values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return replicateRatio(values, ones);
    }

    private double[] require(double[] values) {
        if (values.length != weights.length) {
            throw new IllegalArgumentException(values.length + " values for a sample of " + weights.length);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw Refusal.ofRow(
                        i,
                        "the value is missing or not a number",
                        "Leaving the row out would change the weights of the others; give it a value, or put it outside the domain.");
            }
        }
        return values;
    }
}
