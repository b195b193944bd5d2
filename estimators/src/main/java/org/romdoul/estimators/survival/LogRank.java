package org.romdoul.estimators.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.romdoul.estimators.Refusal;

/**
 * The log-rank test of whether waiting times differ between groups (provinces, years, courts). It is the best test
 * against one group being faster throughout by the same factor, and weak against curves that cross: look at the curves too.
 *
 * <p>Ties are treated by the hypergeometric variance, so whole-year times are fine. Source: Mantel (1966); Peto and Peto, JRSS A
 * 135 (1972) 185-207.
 *
 * @param groups observed and expected endings, in alphabetical order of the groups
 * @param chiSquare the test statistic
 * @param degreesOfFreedom number of groups with anything expected, less one
 * @param pValue probability of a statistic as large if the groups do not differ
 */
public record LogRank(List<Group> groups, double chiSquare, int degreesOfFreedom, double pValue) {

    /**
     * @param name the group
     * @param size number of spells in it
     * @param observed endings seen
     * @param expected endings expected if the groups do not differ
     */
    public record Group(String name, int size, int observed, double expected) {}

    public LogRank {
        groups = List.copyOf(groups);
    }

    /**
     * Tests two or more groups. How a spell ended does not matter, only that it did.
     *
     * @throws Refusal if fewer than two groups were ever at risk of an ending together
     */
    public static LogRank test(Map<String, ? extends Collection<Spell>> spellsByGroup) {
        var sorted = new TreeMap<String, Tally>();
        spellsByGroup.forEach((name, spells) -> sorted.put(name, Tally.of(spells)));
        var names = List.copyOf(sorted.keySet());
        var tallies = List.copyOf(sorted.values());
        int k = names.size();
        double[] expected = new double[k];
        int[] observed = new int[k];
        double[][] variance = new double[k][k];
        double[] times = tallies.stream()
                .flatMapToDouble(t -> Arrays.stream(t.times()))
                .sorted()
                .distinct()
                .toArray();
        int[] next = new int[k];
        for (double time : times) {
            addTime(time, tallies, next, observed, expected, variance);
        }
        var groups = new ArrayList<Group>();
        for (int g = 0; g < k; g++) {
            groups.add(new Group(names.get(g), tallies.get(g).atRisk()[0], observed[g], expected[g]));
        }
        return conclude(groups, variance);
    }

    private static void addTime(
            double time, List<Tally> tallies, int[] next, int[] observed, double[] expected, double[][] variance) {
        int k = tallies.size();
        double[] atRisk = new double[k];
        double all = 0;
        int events = 0;
        for (int g = 0; g < k; g++) {
            Tally tally = tallies.get(g);
            if (next[g] == tally.times().length) {
                continue;
            }
            atRisk[g] = tally.atRisk()[next[g]];
            all += atRisk[g];
            if (tally.times()[next[g]] == time) {
                events += tally.events(next[g]);
                observed[g] += tally.events(next[g]);
                next[g]++;
            }
        }
        if (events == 0) {
            return;
        }
        double spread = all > 1 ? events * (all - events) / (all - 1) : 0;
        for (int g = 0; g < k; g++) {
            expected[g] += events * atRisk[g] / all;
            for (int h = 0; h < k; h++) {
                variance[g][h] += spread * atRisk[g] / all * ((g == h ? 1 : 0) - atRisk[h] / all);
            }
        }
    }

    private static LogRank conclude(List<Group> groups, double[][] variance) {
        int[] used = IntStream.range(0, groups.size())
                .filter(g -> groups.get(g).expected() > 0)
                .toArray();
        if (used.length < 2) {
            throw Refusal.of(
                    "groups",
                    used.length + " of " + groups.size() + " had a case at risk when one ended",
                    "A comparison needs two groups that were waiting at the same time.");
        }
        int df = used.length - 1;
        double[][] v = new double[df][df];
        double[] excess = new double[df];
        for (int i = 0; i < df; i++) {
            Group group = groups.get(used[i]);
            excess[i] = group.observed() - group.expected();
            for (int j = 0; j < df; j++) {
                v[i][j] = variance[used[i]][used[j]];
            }
        }
        double chiSquare = quadraticForm(v, excess);
        return new LogRank(groups, chiSquare, df, ChiSquaredDistribution.of(df).survivalProbability(chiSquare));
    }

    /** x' V^-1 x by Cholesky's factorisation. */
    private static double quadraticForm(double[][] v, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double largest = v[i][i];
            for (int j = 0; j <= i; j++) {
                double s = v[i][j];
                for (int m = 0; m < j; m++) {
                    s -= v[i][m] * v[j][m];
                }
                if (i != j) {
                    v[i][j] = s / v[j][j];
                } else if (s > 1e-12 * largest) {
                    v[i][i] = Math.sqrt(s);
                } else {
                    throw Refusal.of(
                            "groups",
                            "whenever a case ended, only one group or one set of groups was waiting",
                            "The groups never met in time, so the test has nothing to compare.");
                }
            }
            double y = x[i];
            for (int m = 0; m < i; m++) {
                y -= v[i][m] * x[m];
            }
            x[i] = y / v[i][i];
            sum += x[i] * x[i];
        }
        return sum;
    }
}
