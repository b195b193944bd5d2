package org.romdoul.estimators.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.estimators.Golden;
import org.romdoul.estimators.Refusal;
import tools.jackson.databind.JsonNode;

/** Against R's surveillance 1.20.3, fictional weeks: {@code Rscript testdata/statistics/seasonal.R}. */
class SeasonalThresholdTests {

    private static final JsonNode GOLDEN = Golden.ofProject("seasonal.json");

    /** R's regression stops when its deviance settles to eight digits, ours to twelve. */
    private static final Percentage SETTLED = withPercentage(0.01);

    private static int[] counts() {
        return Arrays.stream(Golden.numbers(GOLDEN.get("counts")))
                .mapToInt(v -> (int) v)
                .toArray();
    }

    private static double[] constant(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    @ParameterizedTest
    @ValueSource(strings = {"weekly", "effort", "windows", "two_years"})
    void expectationsThresholdsAndAlarmsAreThoseOfR(String run) {
        JsonNode golden = GOLDEN.get("runs").get(run);
        int[] counts = counts();
        double[] exposure = run.equals("effort") ? Golden.numbers(GOLDEN.get("effort")) : constant(counts.length);
        var method = new SeasonalThreshold(
                golden.get("b").intValue(),
                3,
                golden.get("seasons").intValue(),
                golden.get("gap").intValue(),
                0.025);
        int first = GOLDEN.get("first").intValue() - 1;
        for (int i = 0; i < golden.get("expected").size(); i++) {
            var verdict = method.judge(counts, exposure, first + i, 52);
            String week = run + " " + i;
            assertThat(verdict.expected())
                    .as(week)
                    .isCloseTo(golden.get("expected").get(i).doubleValue(), SETTLED);
            assertThat(verdict.dispersion())
                    .as(week)
                    .isCloseTo(golden.get("phi").get(i).doubleValue(), SETTLED);
            assertThat(verdict.trend())
                    .as(week)
                    .isEqualTo(golden.get("trend").get(i).intValue() == 1);
            assertThat(verdict.chance())
                    .as(week)
                    .isCloseTo(golden.get("chance").get(i).doubleValue(), SETTLED);
            assertThat(verdict.alarm())
                    .as(week)
                    .isEqualTo(golden.get("alarm").get(i).intValue() == 1);
            if (golden.get("upper").get(i).isNumber()) {
                assertThat(verdict.threshold())
                        .as(week)
                        .isEqualTo(golden.get("upper").get(i).intValue());
            }
            assertThat(verdict.falseAlarm()).as(week).isBetween(0.0, 0.025);
        }
    }

    @Test
    void unequalYearsAreGivenByTheirPeriods() {
        int[] counts = counts();
        int now = counts.length - 1;
        int[] same = IntStream.rangeClosed(0, 5).map(y -> now - 52 * y).toArray();
        assertThat(SeasonalThreshold.WEEKLY.judge(counts, constant(counts.length), same))
                .isEqualTo(SeasonalThreshold.WEEKLY.judge(counts, constant(counts.length), now, 52));
    }

    @Test
    void aShortHistoryIsRefusedWithWhatIsMissing() {
        int[] counts = counts();
        assertThatThrownBy(() -> SeasonalThreshold.WEEKLY.judge(counts, constant(counts.length), 5 * 52, 52))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("3 periods short of 5 years");
    }

    @Test
    void anEmptyHistoryIsRefusedAndNotCalledZero() {
        int[] none = new int[400];
        assertThatThrownBy(() -> SeasonalThreshold.WEEKLY.judge(none, constant(400), 399, 52))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Never yet is not never");
    }

    @Test
    void argumentsThatMeanNothingAreNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SeasonalThreshold(0, 3, 10, 26, 0.025));
        assertThatIllegalArgumentException().isThrownBy(() -> new SeasonalThreshold(5, 3, 10, 26, 2.5));
        int[] counts = counts();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeasonalThreshold.WEEKLY.judge(counts, constant(counts.length), 300, 12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeasonalThreshold.WEEKLY.judge(counts, constant(3), 300, 52));
    }
}
