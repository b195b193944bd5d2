package org.romdoul.estimators.mse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What depends on what: a hierarchical log-linear model, every list's own effect always included.
 *
 * @param lists number of lists, at least 2
 * @param interactions the sets of two or more lists whose members attract or repel the same people; bit {@code j} of a
 *     set is list {@code j}; ordered by size and lists; a set is there only with all its own subsets of two and more
 */
public record ListModel(int lists, List<Integer> interactions) {

    /** @throws IllegalArgumentException when a set has fewer than two lists, names an unknown list or lacks a subset */
    public ListModel {
        interactions =
                interactions.stream().sorted(ListModel::compare).distinct().toList();
        for (int set : interactions) {
            if (Integer.bitCount(set) < 2 || set >= 1 << lists) {
                throw new IllegalArgumentException("not a set of two or more of " + lists + " lists: " + set);
            }
            for (int list = 0; list < lists; list++) {
                int subset = set & ~(1 << list);
                if (subset != set && Integer.bitCount(subset) >= 2 && !interactions.contains(subset)) {
                    throw new IllegalArgumentException(
                            "not hierarchical: " + digits(set) + " without " + digits(subset));
                }
            }
        }
    }

    private static int compare(int a, int b) {
        int bySize = Integer.compare(Integer.bitCount(a), Integer.bitCount(b));
        return bySize != 0 ? bySize : Integer.compare(Integer.reverse(b) >>> 1, Integer.reverse(a) >>> 1);
    }

    /** The model in which the lists are independent of each other. */
    public static ListModel independent(int lists) {
        return new ListModel(lists, List.of());
    }

    /** Number of parameters with the intercept; those that are minus infinity on a table count too. */
    public int parameters() {
        return 1 + lists + interactions.size();
    }

    /** Generators with lists counted from 1, as in {@code [12,13,25,35,36,45]}; the notation of Rcapture. */
    public String label() {
        List<Integer> generators = new ArrayList<>(interactions);
        IntStream.range(0, lists).forEach(list -> generators.add(1 << list));
        return generators.stream()
                .filter(set -> generators.stream().noneMatch(other -> !other.equals(set) && (other & set) == set))
                .map(ListModel::digits)
                .sorted()
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String digits(int set) {
        return IntStream.range(0, 32)
                .filter(list -> (set >> list & 1) == 1)
                .mapToObj(list -> String.valueOf(list + 1))
                .collect(Collectors.joining(set >= 1 << 9 ? "." : ""));
    }
}
