package org.romdoul.estimators.mse;

/**
 * Sums and products over capture histories. A history is a bit mask of lists, and all the statistics of a log-linear
 * model are sums over the histories that contain, or lie inside, a set of lists: {@code t 2^(t-1)} additions for all of
 * them together, where a design matrix would take {@code 4^t} (Yates 1937).
 */
final class Cells {
    private Cells() {}

    /** Replaces every entry by the sum over the histories that contain it. */
    static void addSupersets(double[] cell) {
        for (int bit = 1; bit < cell.length; bit <<= 1) {
            for (int block = 0; block < cell.length; block += 2 * bit) {
                for (int i = block; i < block + bit; i++) {
                    cell[i] += cell[i + bit];
                }
            }
        }
    }

    /** Replaces every entry by the sum over the sets inside it. */
    static void addSubsets(double[] cell) {
        for (int bit = 1; bit < cell.length; bit <<= 1) {
            for (int block = 0; block < cell.length; block += 2 * bit) {
                for (int i = block; i < block + bit; i++) {
                    cell[i + bit] += cell[i];
                }
            }
        }
    }

    /** Replaces every entry by the product over the sets inside it. */
    static void multiplySubsets(double[] cell) {
        for (int bit = 1; bit < cell.length; bit <<= 1) {
            for (int block = 0; block < cell.length; block += 2 * bit) {
                for (int i = block; i < block + bit; i++) {
                    cell[i + bit] *= cell[i];
                }
            }
        }
    }
}
