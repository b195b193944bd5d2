package org.romdoul.estimators.mse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The interactions a log-linear model may have: sets of two (and three) lists as bit masks, larger sets first. A model
 * is a {@code long} with one bit for each of them, and is hierarchical when every term's own subsets are in it.
 */
final class Terms {
    final int lists;
    final int[] mask;
    /** For each term, the terms that contain it: they must go before it can. */
    final long[] above;
    /** For each term, itself and the terms inside it: they stay as long as it does. */
    final long[] within;

    Terms(int lists, int order) {
        this.lists = lists;
        this.mask = masks(lists, order);
        if (mask.length > 62) {
            throw new IllegalArgumentException(
                    mask.length + " interactions are too many; merge lists or lower the order");
        }
        this.above = new long[mask.length];
        this.within = new long[mask.length];
        for (int i = 0; i < mask.length; i++) {
            for (int j = 0; j < mask.length; j++) {
                boolean contains = (mask[j] & mask[i]) == mask[i];
                above[i] |= contains && i != j ? 1L << j : 0;
                within[j] |= contains ? 1L << i : 0;
            }
        }
    }

    private static int[] masks(int lists, int order) {
        List<Integer> found = new ArrayList<>();
        for (int set = 1; set < 1 << lists; set++) {
            if (Integer.bitCount(set) >= 2 && Integer.bitCount(set) <= order) {
                found.add(set);
            }
        }
        Comparator<Integer> byLists = Comparator.comparing(Terms::firstLists);
        found.sort(
                Comparator.<Integer>comparingInt(Integer::bitCount).reversed().thenComparing(byLists));
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The order of {@code combn} in R: 12, 13, 14, 23, 24, 34. */
    private static int firstLists(int set) {
        return -(Integer.reverse(set) >>> 1);
    }

    long all() {
        return mask.length == 0 ? 0 : -1L >>> (64 - mask.length);
    }

    int indexOf(int set) {
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] == set) {
                return i;
            }
        }
        throw new IllegalArgumentException("no such interaction: " + Integer.toBinaryString(set));
    }

    /** The smallest hierarchical model with these terms. */
    long closure(long model) {
        long closed = 0;
        for (long left = model; left != 0; left &= left - 1) {
            closed |= within[Long.numberOfTrailingZeros(left)];
        }
        return closed;
    }

    /** Parameters of a model: the interactions, one for each list, and the intercept. */
    int parameters(long model) {
        return Long.bitCount(model) + lists + 1;
    }

    ListModel model(long chosen) {
        List<Integer> interactions = new ArrayList<>();
        for (long left = chosen; left != 0; left &= left - 1) {
            interactions.add(mask[Long.numberOfTrailingZeros(left)]);
        }
        return new ListModel(lists, interactions);
    }

    long bits(ListModel model) {
        long bits = 0;
        for (int interaction : model.interactions()) {
            bits |= 1L << indexOf(interaction);
        }
        return bits;
    }
}
