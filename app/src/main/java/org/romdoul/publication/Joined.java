package org.romdoul.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Counts by time, with neighbouring times joined until nobody stands in a small number: then whatever is computed from them
 * exposes nobody either.
 *
 * @param at the last time of each group
 * @param counts its counts by kind, each nought or not small
 */
record Joined(List<Integer> at, List<int[]> counts) {

    /** @return no groups at all where even everything together has a small number */
    static Joined of(SortedMap<Integer, int[]> byTime, int smallest) {
        var left = sum(byTime);
        var at = new ArrayList<Integer>();
        var counts = new ArrayList<int[]>();
        if (!isSafe(left, smallest)) return new Joined(at, counts);
        var group = new int[left.length];
        for (Map.Entry<Integer, int[]> one : byTime.entrySet()) {
            for (var kind = 0; kind < left.length; kind++) {
                group[kind] += one.getValue()[kind];
                left[kind] -= one.getValue()[kind];
            }
            if (isSafe(group, smallest)
                    && isSafe(left, smallest)
                    && Arrays.stream(group).sum() > 0) {
                at.add(one.getKey());
                counts.add(group);
                group = new int[left.length];
            }
        }
        return new Joined(at, counts);
    }

    private static int[] sum(SortedMap<Integer, int[]> byTime) {
        var kinds =
                byTime.values().stream().mapToInt(row -> row.length).findFirst().orElse(0);
        return IntStream.range(0, kinds)
                .map(kind -> byTime.values().stream().mapToInt(row -> row[kind]).sum())
                .toArray();
    }

    private static boolean isSafe(int[] counts, int smallest) {
        return Arrays.stream(counts).allMatch(count -> count == 0 || count >= smallest);
    }
}
