package org.romdoul.estimators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateTests {

    // R 4.2.2: poisson.test(48, 24)$conf.int
    @Test
    void theIntervalIsThatOfR() {
        var interval = new Rate(48, 24).interval(0.95);
        assertThat(interval.lower()).isCloseTo(1.47464211764513, within(1e-9));
        assertThat(interval.upper()).isCloseTo(2.65170984092197, within(1e-9));
    }

    @Test
    void nothingCountedHasAnUpperLimit() {
        var interval = new Rate(0, 10).interval(0.95);
        assertThat(interval.lower()).isZero();
        assertThat(interval.upper()).isCloseTo(-Math.log(0.025) / 10, within(1e-9));
    }

    @Test
    void countsThatVaryMoreTellLess() {
        var twice = new Rate(48, 24).interval(0.9, 2);
        var half = new Rate(24, 12).interval(0.9);
        assertThat(twice.lower()).isCloseTo(half.lower(), within(1e-12));
        assertThat(twice.upper()).isCloseTo(half.upper(), within(1e-12));
    }

    @Test
    void whatCannotBeARateIsRefused() {
        assertThatThrownBy(() -> new Rate(-1, 4)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Rate(1, 0)).isInstanceOf(Refusal.class).hasMessageContaining("exposure of 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, 1).interval(0.9, 0.5));
    }
}
