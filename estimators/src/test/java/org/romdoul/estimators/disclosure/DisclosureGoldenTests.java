package org.romdoul.estimators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.romdoul.estimators.Golden;
import tools.jackson.databind.JsonNode;

/** Against a reference in another language: {@code python3 make_disclosure_golden.py} beside the shared data; fictional records. */
class DisclosureGoldenTests {

    private static JsonNode golden() {
        return Golden.ofShared("disclosure/disclosure_golden.json");
    }

    private static List<String[]> records() {
        return Golden.rows(Golden.shared("disclosure/microdata_synthetic.csv"));
    }

    @Test
    void exposureOfAFileIsThatOfTheReference() {
        JsonNode golden = golden();
        var anonymity = Anonymity.of(records().stream()
                .map(r -> new Anonymity.Row(List.of(r[0], r[1], r[2]), r[3]))
                .toList());
        assertThat(anonymity.records()).isEqualTo(golden.get("n").intValue());
        assertThat(anonymity.classes()).isEqualTo(golden.get("classes").intValue());
        assertThat(anonymity.smallestClass()).isEqualTo(golden.get("k_min").intValue());
        assertThat(anonymity.uniques()).isEqualTo(golden.get("sample_uniques").intValue());
        assertThat(anonymity.recordsBelow(5))
                .isEqualTo(golden.get("records_in_classes_below_5").intValue());
        assertThat(anonymity.recordsBelow(10))
                .isEqualTo(golden.get("records_in_classes_below_10").intValue());
        assertThat(anonymity.leastDiversity())
                .isEqualTo(golden.get("distinct_l_min").intValue());
        assertThat(anonymity.leastEntropy())
                .isCloseTo(golden.get("entropy_l_min").doubleValue(), within(1e-12));
        assertThat(anonymity.farthest())
                .isCloseTo(golden.get("t_closeness_max_total_variation").doubleValue(), within(1e-12));
        assertThat(anonymity.greatestRisk())
                .isCloseTo(golden.get("prosecutor_risk_max").doubleValue(), within(1e-12));
        assertThat(anonymity.averageRisk())
                .isCloseTo(golden.get("prosecutor_risk_avg_marketer").doubleValue(), within(1e-12));
    }

    @Test
    void combinationsAndTheirRoundedCountsAreThoseOfTheReference() {
        Path file = Golden.shared("disclosure/microdata_synthetic.csv");
        var marginals = Marginals.of(
                Golden.header(file), records().stream().map(Arrays::asList).toList(), 3);
        var exact = new TreeMap<String, Integer>();
        marginals.exact().forEach((combination, count) -> exact.put(String.join(";", combination), count));
        var expectedExact = new TreeMap<String, Integer>();
        var expectedRounded = new TreeMap<String, Integer>();
        for (String[] row : Golden.rows(Golden.shared("disclosure/aggregates_k10_len3.csv"))) {
            expectedExact.put(row[0], Integer.valueOf(row[1]));
            if (Integer.parseInt(row[2]) > 0) {
                expectedRounded.put(row[0], Integer.valueOf(row[2]));
            }
        }
        assertThat(exact)
                .isEqualTo(expectedExact)
                .hasSize(golden().get("combos_total_len1to3").intValue());
        assertThat(marginals.roundedDown(10))
                .isEqualTo(expectedRounded)
                .hasSize(golden().get("combos_reported").intValue());
    }

    @Test
    void theTrapOfTheReferenceIsRecoveredWhenOnlyTheSmallCellIsBlankAndNotAfterward() {
        JsonNode trap = golden().get("complementary_suppression_trap");
        int[][] table = new int[2][];
        for (int r = 0; r < 2; r++) {
            table[r] = Arrays.stream(Golden.numbers(trap.get("table").get(r)))
                    .mapToInt(v -> (int) v)
                    .toArray();
        }
        assertThat(SuppressedTable.primaryOnly(table, 10).attack(0, 1)).isEqualTo(new SuppressedTable.Range(4, 4));
        var safe = SuppressedTable.protect(table, 10);
        assertThat(safe.complementary())
                .isEqualTo(trap.get("minimum_secondary_cells").intValue());
        assertThat(safe.attack(0, 1).width()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void privacySpentConvertsAsInTheReference() {
        for (JsonNode value : golden().get("zcdp_simple")) {
            double rho = value.get("rho").doubleValue();
            assertThat(PrivacyAccount.of(10)
                            .spend(rho)
                            .epsilon(value.get("delta").doubleValue()))
                    .isCloseTo(value.get("eps").doubleValue(), within(1e-12));
        }
    }

    @Test
    void noiseFollowsTheDistributionsOfTheReference() {
        var noise = new DiscreteNoise(new SplittableRandom(1));
        JsonNode laplace = golden().get("discrete_laplace");
        for (String scale : laplace.propertyNames()) {
            long t = (long) Double.parseDouble(scale);
            NoiseTests.fits(
                    () -> noise.laplace(t, 1),
                    x -> laplace.get(scale).get(String.valueOf(Math.abs(x))).doubleValue());
        }
        JsonNode gaussian = golden().get("discrete_gaussian");
        for (String sigma : gaussian.propertyNames()) {
            long s = (long) Double.parseDouble(sigma);
            NoiseTests.fits(
                    () -> noise.gaussian(s * s, 1),
                    x -> gaussian.get(sigma).get(String.valueOf(Math.abs(x))).doubleValue());
        }
    }
}
