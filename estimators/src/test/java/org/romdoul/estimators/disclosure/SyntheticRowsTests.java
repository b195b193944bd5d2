package org.romdoul.estimators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SyntheticRowsTests {

    private static final List<String> COLUMNS = List.of("sex", "age", "work", "year");
    private static final int K = 10;

    private static List<List<String>> fictionalFile(int people) {
        var random = new Random(1);
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < people; i++) {
            String sex = random.nextInt(3) == 0 ? "male" : "female";
            String age = List.of("9-17", "18-20", "21+", "").get(random.nextInt(4));
            String work = sex.equals("male") ? List.of("fishing", "building").get(random.nextInt(2)) : "domestic";
            rows.add(List.of(sex, age, random.nextInt(60) == 0 ? "rare" : work, "20" + (20 + random.nextInt(3))));
        }
        return rows;
    }

    @Test
    void everyCombinationOfAnInventedRowIsOneOfAtLeastKPeople() {
        var real = Marginals.of(COLUMNS, fictionalFile(400), 3);
        var invented = Marginals.of(COLUMNS, SyntheticRows.draw(real, K, 2000, new SplittableRandom(2)), 3);
        assertThat(invented.exact().keySet())
                .allSatisfy(combination ->
                        assertThat(real.exact().getOrDefault(combination, 0)).isGreaterThanOrEqualTo(K));
        assertThat(invented.exact()).doesNotContainKey(List.of("work:rare"));
    }

    @Test
    void valuesFarApartInARowAreSafeTogetherToo() {
        var random = new Random(5);
        var columns = List.of("a", "b", "c", "d", "e");
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < 300; i++) {
            var row = new ArrayList<String>();
            for (int c = 0; c < columns.size(); c++) {
                row.add("v" + random.nextInt(5));
            }
            rows.add(row);
        }
        for (int length = 2; length <= 3; length++) {
            var real = Marginals.of(columns, rows, length);
            var drawn = SyntheticRows.draw(real, K, 500, new SplittableRandom(6));
            var invented = Marginals.of(columns, drawn, length).exact();
            assertThat(invented.keySet())
                    .allSatisfy(combination -> assertThat(real.exact().getOrDefault(combination, 0))
                            .isGreaterThanOrEqualTo(K));
            assertThat(invented.keySet()).anyMatch(combination -> combination.size() == 2);
        }
    }

    @Test
    void sharesAndTiesOfTheFileAreRoughlyKept() {
        var real = Marginals.of(COLUMNS, fictionalFile(3000), 3).exact();
        var invented = Marginals.of(
                        COLUMNS,
                        SyntheticRows.draw(
                                Marginals.of(COLUMNS, fictionalFile(3000), 3), K, 3000, new SplittableRandom(3)),
                        3)
                .exact();
        for (var combination : List.of(List.of("sex:male"), List.of("age:9-17"), List.of("sex:male", "work:fishing"))) {
            assertThat(invented.getOrDefault(combination, 0) / 3000.0)
                    .isCloseTo(real.getOrDefault(combination, 0) / 3000.0, within(0.04));
        }
        assertThat(invented).doesNotContainKey(List.of("sex:female", "work:fishing"));
    }

    @Test
    void tooFewPeopleGiveRowsThatSayNothing() {
        var few = Marginals.of(COLUMNS, fictionalFile(9), 3);
        assertThat(SyntheticRows.draw(few, K, 5, new SplittableRandom(4)))
                .hasSize(5)
                .allMatch(row -> row.equals(List.of("", "", "", "")));
    }
}
