package org.romdoul.estimators.mse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComparisonTests {
    private static final Resampling FEW = new Resampling(40, 3, 1);

    /** 11,313 by steps, 22,991 and 25,311 by BIC: all from the same five lists. */
    @Test
    void tellsTheReaderThatTheUkTableDoesNotDecide() {
        Comparison comparison = Comparison.of(Tables.shared("UKdat_5"), FEW);
        assertThat(comparison.estimates()).hasSize(5);
        assertThat(comparison.sentence())
                .isEqualTo("Methods say between 11,313 and 25,311 people: this table does not decide the total, "
                        + "and no single figure should be quoted.");
        assertThat(comparison.totals())
                .allSatisfy(total -> assertThat(total.intervals()).isNotEmpty())
                .noneMatch(total -> total.method() == Method.LOWER_BOUND);
    }

    @Test
    void agreesWhereListsAreIndependent() {
        int[] counts = new int[8];
        for (int history = 1; history < 8; history++) {
            double share = 1;
            for (int list = 0; list < 3; list++) {
                share *= (history >> list & 1) == 1 ? 0.3 : 0.7;
            }
            counts[history] = (int) Math.round(5000 * share);
        }
        Comparison comparison = Comparison.of(Tables.of(3, counts), FEW);
        assertThat(comparison.disagrees()).isFalse();
        assertThat(comparison.sentence()).contains("close enough");
    }

    @Test
    void saysWhenNoMethodHasATotal() {
        int[] counts = new int[1 << 3];
        counts[1] = 4;
        counts[3] = 5;
        Comparison comparison = Comparison.of(Tables.of(3, counts), FEW);
        assertThat(comparison.estimates()).anyMatch(PopulationSize.None.class::isInstance);
        assertThat(comparison.sentence()).isNotBlank();
    }
}
