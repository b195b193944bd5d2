package org.romdoul.estimators.survey;

import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * What two simple random samples of one stratum have in common, and the covariance that follows from it.
 *
 * <p>Of a frame of N clusters n1 and n2 are drawn, c of them both times. Given c, the covariance of the two sums of scores is
 * (c - n1 n2 / N) S, S the covariance of the scores over the frame: for means, (c / (n1 n2) - 1 / N) S. More in common than
 * n1 n2 / N, which chance alone gives on average, makes the rounds move together; fewer makes them move apart. S is taken as the
 * correlation in the common clusters times the two standard deviations, each from its whole sample. Second-stage draws of the two are
 * taken to be independent, and a frame that grew or shrank between them counts as the larger.
 *
 * <p>Source: Tam, Amer. Statist. 38 (1984) 288-289; Qualite and Tille, Survey Methodology 34 (2008) 173-181; for the correlation,
 * Berger, J. Roy. Statist. Soc. B 66 (2004) 451-467.
 */
final class Overlap {

    private final Scores mine;
    private final Scores theirs;
    private int common;
    private OptionalDouble correlation = OptionalDouble.empty();

    /** The scores of one sample of the stratum: those of its clusters, by name, with their standard deviation. */
    record Scores(SortedMap<String, Double> byCluster, double frame) {

        double deviation() {
            double mean =
                    byCluster.values().stream().mapToDouble(v -> v).average().orElse(0);
            double squares = byCluster.values().stream()
                    .mapToDouble(v -> (v - mean) * (v - mean))
                    .sum();
            return byCluster.size() < 2 ? 0 : Math.sqrt(squares / (byCluster.size() - 1));
        }
    }

    Overlap(Scores mine, Scores theirs) {
        this.mine = mine;
        this.theirs = theirs;
        correlate();
    }

    private void correlate() {
        double meanA = 0;
        double meanB = 0;
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (var entry : mine.byCluster().entrySet()) {
            Double b = theirs.byCluster().get(entry.getKey());
            if (b == null) {
                continue;
            }
            double a = entry.getValue();
            common++;
            double offA = a - meanA;
            double offB = b - meanB;
            meanA += offA / common;
            meanB += offB / common;
            ab += offA * (b - meanB);
            aa += offA * (a - meanA);
            bb += offB * (b - meanB);
        }
        correlation = aa > 0 && bb > 0 ? OptionalDouble.of(ab / Math.sqrt(aa * bb)) : OptionalDouble.empty();
    }

    /**
     * The covariance of the sums of scores. Where the common clusters show no correlation, because there are fewer than two or they
     * do not vary, the one that makes a change look least certain is taken: none if it would help, a full one if it would not.
     */
    double covariance() {
        double frame = Math.max(mine.frame(), theirs.frame());
        double beyondChance =
                common - mine.byCluster().size() * (theirs.byCluster().size() / frame);
        double leastCertain = beyondChance > 0 ? 0 : 1;
        return beyondChance * correlation.orElse(leastCertain) * mine.deviation() * theirs.deviation();
    }
}
