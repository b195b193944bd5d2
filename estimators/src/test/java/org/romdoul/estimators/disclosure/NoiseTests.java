package org.romdoul.estimators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.function.LongToDoubleFunction;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.romdoul.estimators.Refusal;

class NoiseTests {

    private static final int DRAWS = 20_000;
    private static final int FAR = 10;

    /** Chi-square test of draws against probabilities of -10 to 10, the rest in one class. */
    static void fits(LongSupplier draw, LongToDoubleFunction probability) {
        int[] seen = new int[2 * FAR + 2];
        for (int i = 0; i < DRAWS; i++) {
            long x = draw.getAsLong();
            seen[Math.abs(x) <= FAR ? (int) x + FAR : 2 * FAR + 1]++;
        }
        double rest = 1;
        double chiSquare = 0;
        int classes = 0;
        int pooled = seen[2 * FAR + 1];
        for (int x = -FAR; x <= FAR; x++) {
            double p = probability.applyAsDouble(x);
            if (p * DRAWS < 5) {
                pooled += seen[x + FAR];
                continue;
            }
            rest -= p;
            classes++;
            chiSquare += Math.pow(seen[x + FAR] - p * DRAWS, 2) / (p * DRAWS);
        }
        if (rest * DRAWS >= 5) {
            chiSquare += Math.pow(pooled - rest * DRAWS, 2) / (rest * DRAWS);
            classes++;
        }
        assertThat(ChiSquaredDistribution.of(classes - 1).survivalProbability(chiSquare))
                .isGreaterThan(1e-4);
    }

    @Test
    void laplaceWithAFractionalScaleFollowsItsDistribution() {
        var noise = new DiscreteNoise(new SplittableRandom(2));
        double a = Math.exp(-2 / 3.0);
        fits(() -> noise.laplace(3, 2), x -> (1 - a) / (1 + a) * Math.pow(a, (double) Math.abs(x)));
    }

    @Test
    void gaussianWithAFractionalVarianceFollowsItsDistribution() {
        var noise = new DiscreteNoise(new SplittableRandom(3));
        double total = 0;
        for (int x = -50; x <= 50; x++) {
            total += Math.exp(-x * x / 5.0);
        }
        double sum = total;
        fits(() -> noise.gaussian(5, 2), x -> Math.exp(-x * x / 5.0) / sum);
    }

    /** An audit: no outcome is more than e^epsilon times as likely for one count as for its neighbour. */
    @Test
    void neighbouringCountsAreNotToldApartBetterThanEpsilonAllows() {
        var noise = new DiscreteNoise(new SplittableRandom(4));
        int draws = 100_000;
        int[] at = new int[41];
        int[] beside = new int[41];
        for (int i = 0; i < draws; i++) {
            at[(int) Math.clamp(20 + noise.laplace(2, 1), 0, 40)]++;
            beside[(int) Math.clamp(21 + noise.laplace(2, 1), 0, 40)]++;
        }
        for (int x = 0; x < 41; x++) {
            if (at[x] > 1000 && beside[x] > 1000) {
                assertThat(Math.abs(Math.log((double) at[x] / beside[x]))).isLessThan(0.5 + 0.15);
            }
        }
    }

    @Test
    void accountAddsUpAndRefusesWhatIsNotLeft() {
        double rho = PrivacyAccount.costOfGaussian(100, 1);
        assertThat(rho).isCloseTo(0.005, within(1e-15));
        assertThat(PrivacyAccount.costOfPure(0.1)).isCloseTo(0.005, within(1e-15));
        var account = PrivacyAccount.of(0.015).spend(rho).spend(rho).spend(rho);
        assertThat(account.spent()).isCloseTo(0.015, within(1e-12));
        assertThatThrownBy(() -> account.spend(rho))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("can never be taken back");
        assertThat(PrivacyAccount.of(1).epsilon(1e-6)).isZero();
    }

    @Test
    void argumentsThatMeanNothingAreNamed() {
        var noise = new DiscreteNoise(new SplittableRandom(5));
        assertThatIllegalArgumentException().isThrownBy(() -> noise.laplace(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> noise.gaussian(4, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> PrivacyAccount.of(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PrivacyAccount(1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrivacyAccount.of(1).spend(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrivacyAccount.of(1).epsilon(1));
    }
}
