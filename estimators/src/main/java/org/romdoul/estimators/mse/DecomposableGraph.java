package org.romdoul.estimators.mse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * A graph of lists without a cycle of four or more that has no chord. Taking away, one by one, a list whose neighbours
 * are all connected with each other leaves nothing; likelihoods are products over these steps.
 *
 * @param lists number of lists
 * @param cliques for each step, the list taken away with the neighbours it still has
 * @param separators for each step, these neighbours alone
 */
record DecomposableGraph(int lists, List<Integer> cliques, List<Integer> separators) {

    /** Every decomposable graph on this many lists: 8, 61 and 822 for three, four and five. */
    static List<DecomposableGraph> all(int lists) {
        Terms pairs = new Terms(lists, 2);
        List<DecomposableGraph> graphs = new ArrayList<>();
        for (long edges = 0; edges <= pairs.all(); edges++) {
            int[] neighbours = new int[lists];
            for (int i = 0; i < pairs.mask.length; i++) {
                int pair = (edges >> i & 1) == 1 ? pairs.mask[i] : 0;
                for (int list = 0; list < lists; list++) {
                    neighbours[list] |= (pair >> list & 1) == 1 ? pair & ~(1 << list) : 0;
                }
            }
            DecomposableGraph graph = takeApart(lists, neighbours);
            if (graph.cliques.size() == lists) {
                graphs.add(graph);
            }
        }
        return graphs;
    }

    private static DecomposableGraph takeApart(int lists, int[] neighbours) {
        List<Integer> cliques = new ArrayList<>();
        List<Integer> separators = new ArrayList<>();
        int left = (1 << lists) - 1;
        for (int list = 0; list < lists; list++) {
            boolean there = (left >> list & 1) == 1;
            if (there && isComplete(neighbours[list] & left, neighbours)) {
                cliques.add(neighbours[list] & left | 1 << list);
                separators.add(neighbours[list] & left);
                left &= ~(1 << list);
                list = -1;
            }
        }
        return new DecomposableGraph(lists, cliques, separators);
    }

    private static boolean isComplete(int set, int[] neighbours) {
        for (int list = 0; list < neighbours.length; list++) {
            int others = set & ~(1 << list);
            if ((set >> list & 1) == 1 && (neighbours[list] & others) != others) {
                return false;
            }
        }
        return true;
    }

    /** Adds the log-likelihood by number of unseen people, made from those of sets of lists. */
    void addLikelihood(IntFunction<double[]> bySet, double[] sum) {
        for (int step = 0; step < cliques.size(); step++) {
            double[] plus = bySet.apply(cliques.get(step));
            double[] minus = bySet.apply(separators.get(step));
            for (int u = 0; u < sum.length; u++) {
                sum[u] += plus[u] - minus[u];
            }
        }
    }

    ListModel model() {
        Set<Integer> sets = new LinkedHashSet<>();
        for (int clique : cliques) {
            for (int set = clique; set != 0; set = (set - 1) & clique) {
                if (Integer.bitCount(set) >= 2) {
                    sets.add(set);
                }
            }
        }
        return new ListModel(lists, List.copyOf(sets));
    }
}
