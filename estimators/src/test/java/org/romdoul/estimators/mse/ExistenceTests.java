package org.romdoul.estimators.mse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.estimators.Golden;

/** Existence and uniqueness of estimates, against R and against Newton's method. */
class ExistenceTests {

    /** SparseMSE 2.0.1, {@code checkident(d, mX)} for every set of pairs; bit {@code j} is pair {@code j} of {@code combn}. */
    @ParameterizedTest
    @ValueSource(strings = {"Artificial_3", "NewOrl_5", "UKdat_4", "UKdat_5"})
    void agreesWithCheckidentOnEveryModel(String set) {
        CaptureTable table = Tables.shared(set);
        Terms terms = new Terms(table.lists(), 2);
        PoissonKernel kernel = new PoissonKernel(terms);
        kernel.table(table.counts());
        for (String[] row : Golden.rows(Golden.shared("mse/" + set + "_checkident_all.csv"))) {
            kernel.model(Long.parseLong(row[0]));
            assertThat(kernel.existence().code()).as(row[0]).isEqualTo(Integer.parseInt(row[1]));
        }
    }

    @Test
    void newtonNeverFindsWhatDoesNotExistAndFindsWhatDoes() {
        SplittableRandom random = new SplittableRandom(7);
        int[] seen = new int[4];
        for (int round = 0; round < 3000; round++) {
            int lists = 3 + random.nextInt(3);
            Terms terms = new Terms(lists, 2 + random.nextInt(2));
            CaptureTable table = thinned(Tables.sparse(lists, random), random);
            long model = terms.closure(random.nextLong() & terms.all());
            PoissonKernel kernel = new PoissonKernel(terms);
            kernel.table(table.counts());
            kernel.model(model);
            Existence existence = kernel.existence();
            seen[existence.code()]++;
            boolean found = kernel.coldStart() && kernel.fit() == PoissonKernel.Fit.FOUND;
            assertThat(found).as(table + " " + terms.model(model).label()).isEqualTo(existence == Existence.EXISTS);
        }
        assertThat(seen).as("the tables are sparse enough to show all answers").doesNotContain(0);
    }

    /**
     * The certificate alone, without the exact check: fitted cells times (1 + change) have exactly the margins of the data,
     * so a Newton step that changes every cell by less than itself proves that the estimate exists.
     */
    @Test
    void aSmallNewtonStepIsNeverSeenWhereNoMaximumExists() {
        SplittableRandom random = new SplittableRandom(11);
        int without = 0;
        for (int round = 0; round < 3000; round++) {
            int lists = 3 + random.nextInt(3);
            Terms terms = new Terms(lists, 2);
            CaptureTable table = thinned(Tables.sparse(lists, random), random);
            PoissonKernel kernel = new PoissonKernel(terms);
            kernel.table(table.counts());
            kernel.model(random.nextLong() & terms.all());
            if (kernel.existence() == Existence.NO_MAXIMUM && kernel.coldStart()) {
                without++;
                for (int step = 0; step < 8 && kernel.evaluate(); step++) {
                    assertThat(kernel.greatestFall()).isGreaterThan(0.99);
                    kernel.advance();
                }
            }
        }
        assertThat(without).isGreaterThan(50);
    }

    private static CaptureTable thinned(CaptureTable table, SplittableRandom random) {
        int[] counts = table.counts();
        for (int history = 1; history < counts.length; history++) {
            if (random.nextInt(3) == 0) {
                counts[history] = 0;
            }
        }
        for (int list = 0; list < table.lists(); list++) {
            counts[1 << list] += 1;
        }
        return table.withCounts(counts);
    }
}
