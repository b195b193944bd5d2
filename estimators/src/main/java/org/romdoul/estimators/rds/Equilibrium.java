package org.romdoul.estimators.rds;

import java.util.Arrays;
import java.util.List;
import org.romdoul.estimators.Refusal;

/** Groups' shares of a chain that goes on for ever: the left eigenvector of the recruitment probabilities. */
final class Equilibrium {

    private Equilibrium() {}

    /**
     * @param counts recruitments from each group (first index) to each
     * @return shares in the order of the groups, adding up to 1
     * @throws Refusal if some group recruits nobody, or not all groups can be reached from one another
     */
    static double[] of(int[][] counts, List<String> groups) {
        int k = counts.length;
        double[][] system = new double[k][k + 1];
        for (int g = 0; g < k; g++) {
            int recruited = Arrays.stream(counts[g]).sum();
            if (recruited == 0) {
                throw Refusal.of(
                        "group " + groups.get(g),
                        "its people recruited nobody",
                        "Where its chains would lead is unknown; use inverse network sizes instead.");
            }
            for (int to = 0; to < k; to++) {
                system[to][g] += (double) counts[g][to] / recruited;
            }
            system[g][g] -= 1;
        }
        Arrays.fill(system[k - 1], 1);
        return solve(system);
    }

    private static double[] solve(double[][] a) {
        int k = a.length;
        for (int col = 0; col < k; col++) {
            int pivot = col;
            for (int row = col + 1; row < k; row++) {
                pivot = Math.abs(a[row][col]) > Math.abs(a[pivot][col]) ? row : pivot;
            }
            double[] swap = a[col];
            a[col] = a[pivot];
            a[pivot] = swap;
            if (Math.abs(a[col][col]) < 1e-12) {
                throw Refusal.of(
                        "groups",
                        "some never recruited each other, even through others",
                        "The chains fall apart into separate populations, each with its own balance.");
            }
            for (int row = 0; row < k; row++) {
                double factor = row == col ? 0 : a[row][col] / a[col][col];
                for (int j = col; j <= k && factor != 0; j++) {
                    a[row][j] -= factor * a[col][j];
                }
            }
        }
        double[] solution = new double[k];
        for (int i = 0; i < k; i++) {
            solution[i] = a[i][k] / a[i][i];
        }
        return solution;
    }
}
