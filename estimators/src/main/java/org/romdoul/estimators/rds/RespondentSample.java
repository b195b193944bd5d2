package org.romdoul.estimators.rds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.romdoul.estimators.Bootstrap;
import org.romdoul.estimators.Interval;
import org.romdoul.estimators.Refusal;

/**
 * People reached through chains of recruitment, and what share of the population they say each group is.
 *
 * <p>The share is right if people know each other both ways, recruit at random among those they know, report how many that is, and
 * the chains are long enough to forget the seeds. {@link #convergence} and {@link #bottleneck} show when the last fails;
 * the first three cannot be seen in the data.
 */
public final class RespondentSample {

    private final Chains chains;
    private final boolean seedsCount;
    private final List<String> groups;
    private final int[] group;
    private final double[] sizes;
    private final int[] sizeClass;

    private RespondentSample(Chains chains, boolean seedsCount) {
        this.chains = chains;
        this.seedsCount = seedsCount;
        var people = chains.people();
        this.groups = people.stream().map(Respondent::group).distinct().sorted().toList();
        this.group = people.stream().mapToInt(p -> groups.indexOf(p.group())).toArray();
        this.sizes = people.stream()
                .mapToDouble(Respondent::networkSize)
                .sorted()
                .distinct()
                .toArray();
        this.sizeClass = people.stream()
                .mapToInt(p -> Arrays.binarySearch(sizes, p.networkSize()))
                .toArray();
    }

    /**
     * Takes a sample.
     *
     * @throws Refusal if it is empty, two people have one id, a recruiter is not in the sample, somebody knows fewer than one, no group is
     *     given, or recruitment runs in a circle
     */
    public static RespondentSample of(List<Respondent> respondents) {
        return new RespondentSample(Chains.of(respondents), true);
    }

    /** The same chains, with the seeds (who were chosen, not recruited) left out of every share. */
    public RespondentSample withoutSeeds() {
        if (seeds() == size()) {
            throw Refusal.of("sample", "all " + seeds() + " are seeds", "Nobody was recruited, so nobody is left.");
        }
        return new RespondentSample(chains, false);
    }

    private boolean counts(int person) {
        return seedsCount || !chains.isSeed(person);
    }

    /** People in the sample, seeds among them. */
    public int size() {
        return chains.size();
    }

    /** People the study began with. */
    public int seeds() {
        return chains.seeds().length;
    }

    /** The groups that occur, in alphabetical order. */
    public List<String> groups() {
        return groups;
    }

    /** Longest chain: recruitments between a seed and the last of its people. */
    public int waveCount() {
        return chains.longest();
    }

    /** Estimated share of each group, in alphabetical order, adding up to 1. */
    public SortedMap<String, Double> shares(Weighting weighting) {
        var shares = new TreeMap<String, Double>();
        for (int g = 0; g < groups.size(); g++) {
            shares.put(groups.get(g), share(g, weighting, this::counts));
        }
        return shares;
    }

    /**
     * Estimated share of one group.
     *
     * @throws Refusal if nobody in the sample is of it; see {@link #limitIfNone}
     */
    public double share(String of, Weighting weighting) {
        return share(index(of), weighting, this::counts);
    }

    private double share(int g, Weighting weighting, IntPredicate who) {
        double[] all = new double[sizes.length];
        double[] some = new double[sizes.length];
        for (int i = 0; i < group.length; i++) {
            if (who.test(i)) {
                all[sizeClass[i]]++;
                some[sizeClass[i]] += group[i] == g ? 1 : 0;
            }
        }
        return share(all, some, weighting);
    }

    private double share(double[] all, double[] some, Weighting weighting) {
        double[] weights = weighting.weights(sizes, all);
        double total = 0;
        double part = 0;
        for (int k = 0; k < weights.length; k++) {
            total += weights[k] * all[k];
            part += weights[k] * some[k];
        }
        return part / total;
    }

    /**
     * Share of each group by the older RDS-I: from who recruits whom and the harmonic mean of what each group knows.
     *
     * @throws Refusal if some group recruits nobody, or not all groups can be reached from one another
     */
    public SortedMap<String, Double> sharesByRecruitment() {
        double[] balance = Equilibrium.of(recruitments(), groups);
        double[] share = new double[groups.size()];
        for (int g = 0; g < share.length; g++) {
            share[g] = balance[g] / harmonicSize(g);
        }
        double total = Arrays.stream(share).sum();
        var shares = new TreeMap<String, Double>();
        for (int g = 0; g < share.length; g++) {
            shares.put(groups.get(g), share[g] / total);
        }
        return shares;
    }

    /** Harmonic mean of what the people of a group know. */
    double harmonicSize(int g) {
        double inverse = 0;
        int members = 0;
        for (int i = 0; i < group.length; i++) {
            if (group[i] == g) {
                inverse += 1 / sizes[sizeClass[i]];
                members++;
            }
        }
        return members / inverse;
    }

    /** Recruitments from each group (first index) to each group, in the order of {@link #groups()}. */
    public int[][] recruitments() {
        int[][] counts = new int[groups.size()][groups.size()];
        for (int i = 0; i < group.length; i++) {
            if (!chains.isSeed(i)) {
                counts[group[chains.recruiter()[i]]][group[i]]++;
            }
        }
        return counts;
    }

    /**
     * The tree bootstrap: seeds are drawn with replacement, then the recruits of each, then theirs, down every chain. Its error
     * contains what people of one chain have in common, which weights alone do not show.
     *
     * @param of the group
     * @param replicates at least 2; 500 for a standard error, 2,000 for a percentile interval
     * @throws Refusal if nobody or everybody in the sample is of the group: resampling cannot show what was never met, see
     *     {@link #limitIfNone}
     */
    public Bootstrap treeBootstrap(String of, Weighting weighting, int replicates, RandomGenerator random) {
        int g = index(of);
        double value = share(g, weighting, this::counts);
        if (value <= 0 || value >= 1) {
            throw Refusal.of(
                    "group " + of,
                    value > 0 ? "everybody who counts is of it" : "nobody who counts is of it",
                    "A resample can only repeat that; give the exact limit instead.");
        }
        if (replicates < 2) {
            throw new IllegalArgumentException(replicates + " replicates have no spread; ask for 500 or more");
        }
        double[] values = new double[replicates];
        double[] all = new double[sizes.length];
        double[] some = new double[sizes.length];
        int[] stack = new int[size() + 1];
        double n = IntStream.range(0, size()).filter(this::counts).count();
        for (int b = 0; b < replicates; b++) {
            double drawn = 0;
            while (drawn == 0) {
                Arrays.fill(all, 0);
                Arrays.fill(some, 0);
                drawn = drawTrees(g, all, some, stack, random);
            }
            for (int k = 0; k < all.length; k++) {
                all[k] *= n / drawn;
                some[k] *= n / drawn;
            }
            values[b] = share(all, some, weighting);
        }
        return new Bootstrap(value, values);
    }

    /** Draws as many trees as there are seeds, counts the people in them by size, and says how many there are. */
    private double drawTrees(int g, double[] all, double[] some, int[] stack, RandomGenerator random) {
        int[] seeds = chains.seeds();
        double drawn = 0;
        for (int s = 0; s < seeds.length; s++) {
            int depth = 0;
            stack[depth++] = seeds[random.nextInt(seeds.length)];
            while (depth > 0) {
                int person = stack[--depth];
                if (counts(person)) {
                    all[sizeClass[person]]++;
                    some[sizeClass[person]] += group[person] == g ? 1 : 0;
                    drawn++;
                }
                int[] brought = chains.recruits()[person];
                for (int i = 0; i < brought.length; i++) {
                    stack[depth++] = brought[random.nextInt(brought.length)];
                }
            }
        }
        return drawn;
    }

    /**
     * Upper limit of a share when none of the people met is of the group: 1 - alpha^(1/n), one-sided, with n the sample over an
     * assumed design effect. For chains of recruitment design effects of 2 to 10 and more are reported (Goel and Salganik,
     * PNAS 107, 2010, 6743-6747).
     */
    public double limitIfNone(double designEffect, double level) {
        if (!(designEffect >= 1) || Double.isInfinite(designEffect)) {
            throw new IllegalArgumentException("an assumed design effect of " + designEffect + " is not 1 or more");
        }
        double persons = IntStream.range(0, size()).filter(this::counts).count() / designEffect;
        return BetaDistribution.of(1, persons).inverseCumulativeProbability(Interval.requireLevel(level));
    }

    private int index(String of) {
        int g = groups.indexOf(of);
        if (g < 0) {
            throw Refusal.of(
                    "group " + of,
                    "nobody in the sample is of it",
                    "That does not make its share zero; give the exact limit for none instead.");
        }
        return g;
    }

    /**
     * How much a group recruits its own.
     *
     * @param share of its recruitments that went to its own, 0 to 1
     * @param affiliation 1 if all went to its own, 0 if as many as by chance, -1 if none did (Heckathorn 2002)
     * @param recruitments it made
     */
    public record Homophily(double share, double affiliation, int recruitments) {}

    /** How much each group recruits its own, against its estimated share; groups that recruited nobody are left out. */
    public SortedMap<String, Homophily> homophily(Weighting weighting) {
        int[][] counts = recruitments();
        var homophily = new TreeMap<String, Homophily>();
        for (int g = 0; g < counts.length; g++) {
            int made = Arrays.stream(counts[g]).sum();
            if (made > 0) {
                double own = (double) counts[g][g] / made;
                double chance = share(g, weighting, this::counts);
                double affiliation =
                        own >= chance ? (chance < 1 ? (own - chance) / (1 - chance) : 0) : (own - chance) / chance;
                homophily.put(groups.get(g), new Homophily(own, affiliation, made));
            }
        }
        return homophily;
    }

    /**
     * The estimate from the people of the first waves.
     *
     * @param wave the last wave used
     * @param people how many that is
     * @param share the estimate from them
     */
    public record Point(int wave, int people, double share) {}

    /** The estimate as the chains grow, wave by wave. If it still moves at the end, the seeds are not yet forgotten. */
    public List<Point> convergence(String of, Weighting weighting) {
        return path(index(of), weighting, i -> true);
    }

    /**
     * The same within the tree of each seed, by the id of the seed. Trees that settle at different shares are populations that do
     * not recruit each other: no single share describes them.
     */
    public Map<String, List<Point>> bottleneck(String of, Weighting weighting) {
        int g = index(of);
        int[] root = chains.roots();
        var paths = new TreeMap<String, List<Point>>();
        for (int seed : chains.seeds()) {
            paths.put(chains.people().get(seed).id(), path(g, weighting, i -> root[i] == seed));
        }
        return paths;
    }

    private List<Point> path(int g, Weighting weighting, IntPredicate who) {
        var points = new ArrayList<Point>();
        int last = -1;
        for (int w = 0; w <= waveCount(); w++) {
            int upTo = w;
            IntPredicate soFar = i -> counts(i) && chains.wave()[i] <= upTo && who.test(i);
            int count = (int) IntStream.range(0, size()).filter(soFar).count();
            if (count > 0 && count != last) {
                points.add(new Point(w, count, share(g, weighting, soFar)));
            }
            last = count;
        }
        return List.copyOf(points);
    }

    /** Gile's estimate of a share for each assumed size of the population, in the order given. */
    public List<Double> sensitivity(String of, Collection<Double> populations) {
        int g = index(of);
        return populations.stream()
                .map(n -> share(g, new Weighting.SuccessiveSampling(n), this::counts))
                .toList();
    }
}
