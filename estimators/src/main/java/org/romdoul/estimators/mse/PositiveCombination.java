package org.romdoul.estimators.mse;

import java.util.List;

/**
 * A linear program in whole numbers: is there a strictly positive combination of given vectors that is zero? With
 * weights {@code 1 + u}, {@code u >= 0}, it is phase one of the simplex method; Bland's rule makes it end.
 */
final class PositiveCombination {
    private final long[][] row;
    private final int[] basis;
    private final long[] price;
    private final int last;

    private PositiveCombination(List<long[]> vectors, int dimension) {
        int weights = vectors.size();
        last = weights;
        row = new long[dimension][weights + 1];
        basis = new int[dimension];
        price = new long[weights + 1];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < weights; j++) {
                row[i][j] = vectors.get(j)[i];
                row[i][last] = Math.subtractExact(row[i][last], vectors.get(j)[i]);
            }
            if (row[i][last] < 0) {
                for (int j = 0; j <= last; j++) {
                    row[i][j] = -row[i][j];
                }
            }
            basis[i] = -1;
            for (int j = 0; j <= last; j++) {
                price[j] = Math.addExact(price[j], row[i][j]);
            }
        }
    }

    /** Says whether some {@code v > 0} gives {@code sum_j v_j vector_j = 0}; each vector has {@code dimension} entries. */
    static boolean exists(List<long[]> vectors, int dimension) {
        return new PositiveCombination(vectors, dimension).feasible();
    }

    /**
     * Artificial variables (basis -1) never come back, so they have no columns; what they still miss in total is the
     * last entry of {@link #price}, and the program is feasible when that reaches zero.
     */
    private boolean feasible() {
        while (price[last] > 0) {
            int entering = firstImproving();
            if (entering < 0) {
                return false;
            }
            pivot(leaving(entering), entering);
        }
        return true;
    }

    private int firstImproving() {
        for (int j = 0; j < last; j++) {
            if (price[j] > 0) {
                return j;
            }
        }
        return -1;
    }

    private int leaving(int entering) {
        int chosen = -1;
        for (int i = 0; i < row.length; i++) {
            if (row[i][entering] > 0 && (chosen < 0 || isBefore(i, chosen, entering))) {
                chosen = i;
            }
        }
        return chosen;
    }

    private boolean isBefore(int i, int chosen, int entering) {
        long left = Math.multiplyExact(row[i][last], row[chosen][entering]);
        long right = Math.multiplyExact(row[chosen][last], row[i][entering]);
        return left != right ? left < right : basis[i] < basis[chosen];
    }

    private void pivot(int leaving, int entering) {
        basis[leaving] = entering;
        WholeNumbers.eliminate(price, row[leaving], entering);
        for (int i = 0; i < row.length; i++) {
            if (i != leaving) {
                WholeNumbers.eliminate(row[i], row[leaving], entering);
            }
        }
    }
}
