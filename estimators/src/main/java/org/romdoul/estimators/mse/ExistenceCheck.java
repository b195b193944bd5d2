package org.romdoul.estimators.mse;

import java.util.ArrayList;
import java.util.List;

/**
 * The exact answer to whether a log-linear model has one best estimate on a table. With {@code A} the 0/1 design over
 * the cells that can be non-zero, the estimate exists exactly when some {@code x > 0} has the margins of the counts
 * (Fienberg and Rinaldo 2012). The counts themselves have these margins, so only their empty cells matter: on the
 * parameters that the occupied cells leave free (a basis {@code N} of the null space, often nothing), one asks
 * for {@code v > 0} with {@code v'A_0 N = 0}. All in whole numbers: nothing is decided by rounding.
 */
final class ExistenceCheck {
    private ExistenceCheck() {}

    /**
     * Decides for a table and the sets of lists that have a finite parameter.
     *
     * @param counts by capture history, length a power of two, entry 0 not read
     * @param finite the sets with a finite parameter, with the empty set for the intercept
     * @param empty the sets with the parameter minus infinity: their cells do not count
     */
    static Existence decide(int[] counts, int[] finite, int[] empty) {
        if (finite.length == 0) {
            return Existence.NEITHER;
        }
        List<long[]> occupied = new ArrayList<>();
        List<long[]> vacant = new ArrayList<>();
        for (int cell = 1; cell < counts.length; cell++) {
            if (!containsAny(cell, empty)) {
                (counts[cell] > 0 ? occupied : vacant).add(designRow(cell, finite));
            }
        }
        List<long[]> free = WholeNumbers.nullSpace(occupied, finite.length);
        if (free.isEmpty()) {
            return Existence.EXISTS;
        }
        List<long[]> tests = new ArrayList<>();
        for (long[] row : vacant) {
            tests.add(WholeNumbers.products(row, free));
        }
        boolean unique = WholeNumbers.nullSpace(tests, free.size()).isEmpty();
        return Existence.of(PositiveCombination.exists(tests, free.size()), unique);
    }

    private static boolean containsAny(int cell, int[] sets) {
        for (int set : sets) {
            if ((cell & set) == set) {
                return true;
            }
        }
        return false;
    }

    private static long[] designRow(int cell, int[] sets) {
        long[] row = new long[sets.length];
        for (int j = 0; j < sets.length; j++) {
            row[j] = (cell & sets[j]) == sets[j] ? 1 : 0;
        }
        return row;
    }
}
