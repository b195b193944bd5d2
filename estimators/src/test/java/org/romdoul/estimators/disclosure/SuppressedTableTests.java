package org.romdoul.estimators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.romdoul.estimators.Refusal;
import org.romdoul.estimators.disclosure.ReleaseGuard.Count;
import org.romdoul.estimators.disclosure.ReleaseGuard.Exposure;
import org.romdoul.estimators.disclosure.SuppressedTable.Range;

class SuppressedTableTests {

    private static final int K = 5;

    private static int[][] fictionalTable(int seed, int rows, int columns) {
        var random = new Random(seed);
        int[][] table = new int[rows][columns];
        for (int[] row : table) {
            for (int c = 0; c < columns; c++) {
                row[c] = random.nextInt(4) == 0 ? random.nextInt(6) : 5 + random.nextInt(40);
            }
        }
        return table;
    }

    @RepeatedTest(60)
    void noSmallCountOfALettableTableCanBeWorkedOut(RepetitionInfo repetition) {
        int seed = repetition.getCurrentRepetition();
        int[][] counts = fictionalTable(seed, 2 + seed % 5, 2 + seed % 4);
        var table = SuppressedTable.protect(counts, K);
        for (int r = 0; r < counts.length; r++) {
            for (int c = 0; c < counts[r].length; c++) {
                Range range = table.attack(r, c);
                assertThat(counts[r][c]).isBetween(range.least(), range.most());
                if (counts[r][c] > 0 && counts[r][c] < K) {
                    assertThat(table.cell(r, c)).isEmpty();
                    assertThat(range.width()).isGreaterThanOrEqualTo(K);
                }
            }
        }
    }

    /** The attack by flows against an attacker who simply tries every table that agrees with what is published. */
    @RepeatedTest(20)
    void attackFindsExactlyWhatTryingEverythingFinds(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        int[][] counts = new int[2][3];
        for (int[] row : counts) {
            for (int c = 0; c < 3; c++) {
                row[c] = random.nextInt(8);
            }
        }
        var table = SuppressedTable.protect(counts, 2);
        int[][] least = new int[3][4];
        int[][] most = new int[3][4];
        for (int[] row : least) {
            Arrays.fill(row, Integer.MAX_VALUE);
        }
        int limit = 24;
        int[] cells = new int[6];
        tryAll(cells, 0, limit, table, least, most);
        for (int r = 0; r < 2; r++) {
            for (int c = 0; c < 3; c++) {
                Range range = table.attack(r, c);
                assertThat(range.least()).isEqualTo(least[r][c]);
                if (most[r][c] < limit) {
                    assertThat(range.most()).isEqualTo(most[r][c]);
                } else {
                    assertThat(range.most()).isGreaterThanOrEqualTo(limit);
                }
            }
        }
    }

    private static void tryAll(int[] cells, int at, int limit, SuppressedTable table, int[][] least, int[][] most) {
        if (at == 6) {
            int[][] full = new int[3][4];
            for (int i = 0; i < 6; i++) {
                full[i / 3][i % 3] = cells[i];
                full[i / 3][3] += cells[i];
                full[2][i % 3] += cells[i];
                full[2][3] += cells[i];
            }
            for (int r = 0; r < 3; r++) {
                for (int c = 0; c < 4; c++) {
                    if (table.cell(r, c).isPresent() && table.cell(r, c).getAsInt() != full[r][c]) {
                        return;
                    }
                }
            }
            for (int r = 0; r < 3; r++) {
                for (int c = 0; c < 4; c++) {
                    least[r][c] = Math.min(least[r][c], full[r][c]);
                    most[r][c] = Math.max(most[r][c], full[r][c]);
                }
            }
            return;
        }
        var shown = table.cell(at / 3, at % 3);
        for (int v = shown.orElse(0); v <= shown.orElse(limit); v++) {
            cells[at] = v;
            tryAll(cells, at + 1, limit, table, least, most);
        }
    }

    @Test
    void tablesWithoutSmallCountsAreShownWhole() {
        var table = SuppressedTable.protect(new int[][] {{10, 20}, {0, 30}}, K);
        assertThat(table.primary() + table.complementary()).isZero();
        assertThat(table.cell(1, 0)).hasValue(0);
        assertThat(table.cell(2, 2)).hasValue(60);
        assertThat(table.attack(0, 1)).isEqualTo(new Range(20, 20));
    }

    @Test
    void theCheapestCellsAreLeftBlankAndNoMore() {
        var table = SuppressedTable.protect(new int[][] {{23, 4, 15}, {31, 22, 17}}, 10);
        assertThat(table.primary()).isEqualTo(1);
        assertThat(table.complementary()).isEqualTo(3);
        assertThat(List.of(table.cell(0, 1), table.cell(0, 2), table.cell(1, 1), table.cell(1, 2)))
                .allMatch(OptionalInt::isEmpty);
        assertThat(table.attack(0, 1)).isEqualTo(new Range(0, 19));
        int[][] large = new int[6][6];
        for (int[] row : large) {
            Arrays.fill(row, 50);
        }
        large[2][3] = 1;
        large[4][3] = 12;
        large[4][1] = 13;
        large[2][1] = 11;
        var one = SuppressedTable.protect(large, 10);
        assertThat(one.complementary()).isEqualTo(3);
        assertThat(List.of(one.cell(4, 3), one.cell(4, 1), one.cell(2, 1))).allMatch(OptionalInt::isEmpty);
    }

    @Test
    void cellsTooSmallToHideBehindAreNotChosen() {
        var table = SuppressedTable.protect(new int[][] {{4, 6, 90}, {7, 80, 90}, {90, 90, 90}}, 5);
        assertThat(table.cell(0, 1)).isEmpty();
        assertThat(table.cell(1, 0)).isEmpty();
        assertThat(table.cell(1, 1)).isEmpty();
        assertThat(table.attack(0, 0)).isEqualTo(new Range(0, 10));
        var wide = SuppressedTable.protect(new int[][] {{4, 6, 90}, {7, 80, 90}, {90, 90, 90}}, 8);
        assertThat(wide.attack(0, 0).width()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void smallTotalsAreBlankToo() {
        var table = SuppressedTable.protect(new int[][] {{1, 2, 0}, {30, 40, 20}, {25, 31, 17}}, K);
        assertThat(table.cell(0, 3)).isEmpty();
        assertThat(table.attack(0, 3).width()).isGreaterThanOrEqualTo(K);
    }

    @Test
    void aTableOfOneSmallCountIsHiddenWithItsTotal() {
        var table = SuppressedTable.protect(new int[][] {{3}}, K);
        assertThat(table.cell(0, 0)).isEmpty();
        assertThat(table.cell(1, 1)).isEmpty();
        assertThat(table.attack(0, 0)).isEqualTo(new Range(0, Integer.MAX_VALUE));
    }

    @Test
    void tablesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> SuppressedTable.protect(new int[][] {{1, 2}, {3}}, K))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("row 2: 1 cells");
        assertThatThrownBy(() -> SuppressedTable.protect(new int[][] {{-1}}, K)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> SuppressedTable.protect(new int[0][], K)).isInstanceOf(Refusal.class);
        assertThatIllegalArgumentException().isThrownBy(() -> SuppressedTable.protect(new int[][] {{1}}, 1));
    }

    @Test
    void guardSeesWhatTwoHarmlessCountsSayTogether() {
        var guard = new ReleaseGuard(K);
        var women = new Count(Map.of("sex", "female"), "2026-10", 120);
        var most = new Count(Map.of("sex", "female", "province", "not Kep"), "2026-10", 118);
        assertThat(guard.exposures(most, List.of(women))).containsExactly(new Exposure(women, 2));
        var men = new Count(Map.of("sex", "male"), "2026-10", 118);
        assertThat(guard.exposures(men, List.of(women))).isEmpty();
        var nextMonth = new Count(Map.of("sex", "female"), "2026-11", 121);
        assertThat(guard.exposures(nextMonth, List.of(women))).containsExactly(new Exposure(women, 1));
        assertThat(guard.exposures(women, List.of(women))).isEmpty();
        var few = new Count(Map.of("province", "Kep"), "2026-10", 3);
        assertThat(guard.exposures(few, List.of())).containsExactly(new Exposure(few, 3));
        assertThat(guard.exposures(new Count(Map.of(), "2026-10", 125), List.of(women)))
                .isEmpty();
        assertThat(guard.exposures(new Count(Map.of(), "2026-10", 124), List.of(women)))
                .hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new ReleaseGuard(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Count(Map.of(), "2026", -1));
    }

    @Test
    void roundingByChanceKeepsTheMean() {
        var random = new SplittableRandom(1);
        var rounding = new Rounding(5);
        double sum = 0;
        for (int i = 0; i < 10_000; i++) {
            int rounded = rounding.unbiased(13, random);
            assertThat(rounded).isIn(10, 15);
            sum += rounded;
        }
        assertThat(sum / 10_000).isBetween(12.85, 13.15);
        assertThat(rounding.down(14)).isEqualTo(10);
        assertThat(rounding.unbiased(15, random)).isEqualTo(15);
        assertThatIllegalArgumentException().isThrownBy(() -> new Rounding(1));
        assertThatIllegalArgumentException().isThrownBy(() -> rounding.down(-1));
    }

    @Test
    void diversityOfAFileIsThatOfItsPoorestGroup() {
        var rows = List.of(
                new Anonymity.Row(List.of("female", "9-17"), "x"),
                new Anonymity.Row(List.of("female", "9-17"), "y"),
                new Anonymity.Row(List.of("female", "9-17"), "y"),
                new Anonymity.Row(List.of("female", "9-17"), "y"),
                new Anonymity.Row(List.of("male", "9-17"), "x"),
                new Anonymity.Row(List.of("male", "9-17"), "y"));
        var anonymity = Anonymity.of(rows);
        assertThat(anonymity.smallestClass()).isEqualTo(2);
        assertThat(anonymity.greatestRisk()).isEqualTo(0.5);
        assertThat(anonymity.leastDiversity()).isEqualTo(2);
        double entropy = -(0.25 * Math.log(0.25) + 0.75 * Math.log(0.75));
        assertThat(anonymity.leastEntropy()).isCloseTo(Math.exp(entropy), within(1e-12));
        assertThat(anonymity.farthest()).isCloseTo(0.5 - 1 / 3.0, within(1e-12));
        assertThat(anonymity.uniques()).isZero();
    }

    @Test
    void raggedAndEmptyFilesAreRefused() {
        assertThatThrownBy(() -> Marginals.of(List.of("a", "b"), List.of(List.of("1", "2"), List.of("1")), 2))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("row 2: 1 values for 2 columns");
        assertThatThrownBy(() -> Anonymity.of(List.of())).isInstanceOf(Refusal.class);
        assertThatIllegalArgumentException().isThrownBy(() -> Marginals.of(List.of("a"), List.of(), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Marginals.of(List.of("a"), List.of(), 1).roundedDown(1));
    }
}
