package org.romdoul.estimators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTests {

    @Test
    void refusesAShareOfNobodyAndMoreThanTheWhole() {
        assertThatThrownBy(() -> new Share(0, 0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Share(3, 2)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Share(-1, 2)).isInstanceOf(Refusal.class);
    }

    /**
     * Python 3.11: z = statistics.NormalDist().inv_cdf(.975); [(.8 + z*z/20 + s*z*(.016 + z*z/400)**.5) / (1 + z*z/10) for s in (-1, 1)].
     */
    @Test
    void isTheScoreInterval() {
        var interval = new Share(8, 10).interval(0.95);

        assertThat(interval.lower()).isCloseTo(0.49016247153664183, within(1e-12));
        assertThat(interval.upper()).isCloseTo(0.9433178485456247, within(1e-12));
    }

    @Test
    void isSymmetricAndStaysWithinTheWhole() {
        for (int cases = 1; cases <= 60; cases++) {
            for (int events = 0; events <= cases; events++) {
                var one = new Share(events, cases).interval(0.95);
                var other = new Share(cases - events, cases).interval(0.95);
                assertThat(one.contains((double) events / cases)).isTrue();
                assertThat(one.lower()).isBetween(0.0, 1.0).isCloseTo(1 - other.upper(), within(1e-12));
                assertThat(one.width()).isPositive();
            }
        }
    }

    // Newcombe 1998, table II, method 10
    @Test
    void differenceOfTwoIndependentSharesIsThatPublished() {
        var difference = new Share(56, 70).differenceFrom(new Share(48, 80), 0.95);

        assertThat(difference.lower()).isCloseTo(0.0524, within(5e-5));
        assertThat(difference.upper()).isCloseTo(0.3339, within(5e-5));
    }

    @Test
    void aDifferenceCanBeMoreThanChanceWhereTheIntervalsMeet() {
        var before = new Share(16, 200);
        var after = new Share(4, 200);

        assertThat(after.interval(0.95).upper())
                .isGreaterThan(before.interval(0.95).lower());
        assertThat(before.differenceFrom(after, 0.95).lower()).isPositive();
        assertThat(before.differenceFrom(after, 0.95).lower())
                .isEqualTo(-after.differenceFrom(before, 0.95).upper());
    }
}
