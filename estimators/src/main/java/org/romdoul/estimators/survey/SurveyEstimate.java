package org.romdoul.estimators.survey;

import java.util.Arrays;
import java.util.HashMap;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;
import org.romdoul.estimators.Estimate;
import org.romdoul.estimators.Interval;
import org.romdoul.estimators.Refusal;

/**
 * An estimate from a sample design with its linearised standard error. It keeps the scores (what each cluster adds to the
 * error), so that the covariance with another estimate, also of another round, can be had.
 */
public final class SurveyEstimate {

    private final SampleDesign design;
    private final double value;
    private final double[] clusterScores;
    private final double[] varianceByStratum;
    private final double simpleRandomVariance;
    private final double population;

    private SurveyEstimate(
            SampleDesign design, double value, double[] scores, double simpleRandomVariance, double population) {
        this.design = design;
        this.value = value;
        this.clusterScores = new double[design.clusters().size()];
        for (int i = 0; i < scores.length; i++) {
            clusterScores[design.clusterOfUnit()[i]] += scores[i];
        }
        this.varianceByStratum = varianceByStratum(scores);
        this.simpleRandomVariance = simpleRandomVariance;
        this.population = population;
    }

    static SurveyEstimate ratio(SampleDesign design, double[] y, double[] x) {
        double[] w = design.weights();
        double sumY = 0;
        double sumX = 0;
        for (int i = 0; i < w.length; i++) {
            sumY += w[i] * y[i];
            sumX += w[i] * x[i];
        }
        if (!(sumX > 0)) {
            throw Refusal.of("denominator", "its weighted total is " + sumX, "A share of nobody does not exist.");
        }
        double ratio = sumY / sumX;
        double[] scores = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            scores[i] = w[i] * (y[i] - ratio * x[i]) / sumX;
        }
        return new SurveyEstimate(design, ratio, scores, 0, sumX);
    }

    static SurveyEstimate mean(SampleDesign design, double[] y) {
        double[] w = design.weights();
        double population = Arrays.stream(w).sum();
        double mean = weightedSum(w, y) / population;
        double[] scores = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            scores[i] = w[i] * (y[i] - mean) / population;
        }
        return new SurveyEstimate(design, mean, scores, variance(w, y, mean) / w.length, population);
    }

    static SurveyEstimate total(SampleDesign design, double[] y) {
        double[] w = design.weights();
        double population = Arrays.stream(w).sum();
        double total = weightedSum(w, y);
        double[] scores = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            scores[i] = w[i] * y[i];
        }
        double simple = variance(w, y, total / population) / w.length * population * population;
        return new SurveyEstimate(design, total, scores, simple, population);
    }

    private static double weightedSum(double[] w, double[] y) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += w[i] * y[i];
        }
        return sum;
    }

    /** Weighted population variance of a variable, with n/(n - 1). */
    private static double variance(double[] w, double[] y, double mean) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < w.length; i++) {
            sum += w[i] * (y[i] - mean) * (y[i] - mean);
            weight += w[i];
        }
        return sum / weight * w.length / (w.length - 1);
    }

    private double[] varianceByStratum(double[] scores) {
        double[] within = withinClusters(scores);
        double[] variance = new double[design.strata().size()];
        int answered = 0;
        for (int h = 0; h < variance.length; h++) {
            int n = design.sampledClusters(h);
            int first = design.firstCluster(h);
            double f = design.fraction(h);
            double mean = meanScore(h);
            double scale = 1 - f;
            if (design.isLonely(h)) {
                mean = design.lonely() == LonelyVenue.ADJUST ? 0 : mean;
            } else {
                scale *= n == 1 ? 1 : (double) n / (n - 1);
            }
            answered += design.isLonely(h) && design.lonely() == LonelyVenue.AVERAGE ? 0 : 1;
            for (int c = first; c < first + n; c++) {
                double off = clusterScores[c] - mean;
                variance[h] += scale * off * off + f * within[c];
            }
        }
        return design.lonely() == LonelyVenue.AVERAGE
                ? scaled(variance, (double) variance.length / answered)
                : variance;
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(v -> v * factor).toArray();
    }

    private double meanScore(int stratum) {
        int first = design.firstCluster(stratum);
        int n = design.sampledClusters(stratum);
        double sum = 0;
        for (int c = first; c < first + n; c++) {
            sum += clusterScores[c];
        }
        return sum / n;
    }

    /** Second-stage variance of each cluster; 0 where the cluster was taken whole or only one of it was drawn. */
    private double[] withinClusters(double[] scores) {
        double[] squares = new double[clusterScores.length];
        for (int i = 0; i < scores.length; i++) {
            int c = design.clusterOfUnit()[i];
            double off = scores[i] - clusterScores[c] / design.clusters().get(c).size();
            squares[c] += off * off;
        }
        for (int c = 0; c < squares.length; c++) {
            var cluster = design.clusters().get(c);
            int m = cluster.size();
            squares[c] *= m == 1 ? 0 : (1 - m / cluster.frame()) * m / (m - 1);
        }
        return squares;
    }

    /** The estimate. */
    public double value() {
        return value;
    }

    /** Its variance. */
    public double variance() {
        return Arrays.stream(varianceByStratum).sum();
    }

    /** Its standard error, in the unit of the value. */
    public double standardError() {
        return Math.sqrt(variance());
    }

    /** Value and standard error. */
    public Estimate estimate() {
        return new Estimate(value, standardError());
    }

    /** Degrees of freedom of the standard error. */
    public int degreesOfFreedom() {
        return design.degreesOfFreedom();
    }

    /** Weighted total of the denominator: the size of the population for a mean or total. */
    public double population() {
        return population;
    }

    SampleDesign design() {
        return design;
    }

    /**
     * Design effect of a mean or total: its variance over that of a simple random sample of as many elements without
     * replacement.
     *
     * @throws Refusal if the variable does not vary, everybody was sampled, or it is a ratio, where this is not defined
     */
    public double designEffect() {
        double n = design.size();
        if (!(population > n)) {
            throw Refusal.of(
                    "sample",
                    (int) n + " elements stand for " + population,
                    "A simple random sample of the whole population has no error to compare with.");
        }
        return designEffectWithReplacement() * population / (population - n);
    }

    /** The same against a simple random sample with replacement. */
    public double designEffectWithReplacement() {
        if (!(simpleRandomVariance > 0)) {
            throw Refusal.of(
                    "variable",
                    "it is a ratio, or does not vary in the sample",
                    "There is no variance of a simple random sample to compare with.");
        }
        return variance() / simpleRandomVariance;
    }

    /** Interval symmetric about the value, from the t distribution. Not for shares near 0: see {@link Prevalence}. */
    public Interval interval(double level) {
        double t =
                TDistribution.of(degreesOfFreedom()).inverseSurvivalProbability((1 - Interval.requireLevel(level)) / 2);
        double reach = t * standardError();
        return new Interval(value - reach, value + reach, level);
    }

    /**
     * Covariance with another estimate, given which clusters both have in common by stratum and name: of two variables of one
     * one-stage sample, or of two rounds whose overlap was planned. Rounds drawn independently of each other have covariance 0
     * on average over what may come up twice: see {@link Change}.
     *
     * <p>In a stratum of N clusters of which n1 and n2 were drawn, c of them both times, it is (c - n1 n2 / N) S, S the covariance of
     * the scores over the frame: the correlation among the c, times both standard deviations. If these show no correlation, the one
     * that makes a difference look least certain is taken. Second-stage draws are taken to be independent of each other.
     *
     * <p>Source: Tam, Amer. Statist. 38 (1984) 288-289; Berger, J. Roy. Statist. Soc. B 66 (2004) 451-467.
     */
    public double covariance(SurveyEstimate other) {
        var theirStrata = new HashMap<String, Integer>();
        for (int h = 0; h < other.design.strata().size(); h++) {
            theirStrata.put(other.design.strata().get(h).name(), h);
        }
        double sum = 0;
        for (int h = 0; h < design.strata().size(); h++) {
            Integer theirs = theirStrata.get(design.strata().get(h).name());
            if (theirs != null) {
                sum += new Overlap(scores(h), other.scores(theirs)).covariance();
            }
        }
        return sum;
    }

    private Overlap.Scores scores(int stratum) {
        var byCluster = new TreeMap<String, Double>();
        int first = design.firstCluster(stratum);
        for (int c = first; c < first + design.sampledClusters(stratum); c++) {
            byCluster.put(design.clusters().get(c).name(), clusterScores[c]);
        }
        return new Overlap.Scores(byCluster, design.strata().get(stratum).venues());
    }
}
