package org.romdoul.estimators.mse;

import java.util.ArrayList;
import java.util.List;

/**
 * Linear algebra in whole numbers. Rows are kept free of common factors, so entries stay small; one that outgrows 64
 * bits raises {@link ArithmeticException} instead of giving a wrong answer.
 */
final class WholeNumbers {
    private WholeNumbers() {}

    /** A basis of the vectors {@code d} with {@code row . d = 0} for every row. */
    static List<long[]> nullSpace(List<long[]> rows, int columns) {
        List<long[]> echelon = new ArrayList<>();
        List<Integer> pivots = new ArrayList<>();
        for (long[] given : rows) {
            long[] row = given.clone();
            for (int i = 0; i < pivots.size(); i++) {
                eliminate(row, echelon.get(i), pivots.get(i));
            }
            int pivot = firstNonZero(row);
            if (pivot >= 0) {
                for (long[] earlier : echelon) {
                    eliminate(earlier, row, pivot);
                }
                echelon.add(row);
                pivots.add(pivot);
            }
        }
        List<long[]> basis = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            if (!pivots.contains(column)) {
                basis.add(solutionWith(column, columns, echelon, pivots));
            }
        }
        return basis;
    }

    private static long[] solutionWith(int column, int columns, List<long[]> echelon, List<Integer> pivots) {
        long common = 1;
        for (int i = 0; i < pivots.size(); i++) {
            long pivot = Math.abs(echelon.get(i)[pivots.get(i)]);
            common = Math.multiplyExact(common / gcd(common, pivot), pivot);
        }
        long[] solution = new long[columns];
        solution[column] = common;
        for (int i = 0; i < pivots.size(); i++) {
            long entry = Math.multiplyExact(common, echelon.get(i)[column]);
            solution[pivots.get(i)] = -entry / echelon.get(i)[pivots.get(i)];
        }
        reduce(solution);
        return solution;
    }

    /** Makes {@code row[column]} zero with a multiple of {@code by}; {@code row} keeps its direction, never its sign turned. */
    static void eliminate(long[] row, long[] by, int column) {
        if (row[column] == 0) {
            return;
        }
        long common = gcd(row[column], by[column]);
        long keep = by[column] / common;
        long take = row[column] / common;
        if (keep < 0) {
            keep = -keep;
            take = -take;
        }
        for (int j = 0; j < row.length; j++) {
            row[j] = Math.subtractExact(Math.multiplyExact(keep, row[j]), Math.multiplyExact(take, by[j]));
        }
        reduce(row);
    }

    static long[] products(long[] row, List<long[]> vectors) {
        long[] result = new long[vectors.size()];
        for (int i = 0; i < result.length; i++) {
            for (int j = 0; j < row.length; j++) {
                result[i] = Math.addExact(result[i], Math.multiplyExact(row[j], vectors.get(i)[j]));
            }
        }
        return result;
    }

    private static int firstNonZero(long[] row) {
        for (int j = 0; j < row.length; j++) {
            if (row[j] != 0) {
                return j;
            }
        }
        return -1;
    }

    private static void reduce(long[] row) {
        long common = 0;
        for (long entry : row) {
            common = gcd(common, entry);
        }
        for (int j = 0; common > 1 && j < row.length; j++) {
            row[j] /= common;
        }
    }

    private static long gcd(long a, long b) {
        return b == 0 ? Math.abs(a) : gcd(b, a % b);
    }
}
