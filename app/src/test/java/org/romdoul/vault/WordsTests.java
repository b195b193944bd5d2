package org.romdoul.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

    /** Pairs that look alike on the screen and that Unicode's own normalisation keeps apart. */
    @ParameterizedTest
    @CsvSource({"កណ្ដាល, កណ្តាល", "ស្ត្រី, ស្រ្តី", "ប៉ុន, បុ៉ន", "ក\u17C1\u17B6ះ, ក\u17C4ះ", "សុខ\u200Bា, សុខា"})
    void writesKhmerThatLooksAlikeAlike(String one, String other) {
        assertThat(Words.of(one)).isEqualTo(Words.of(other)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Đặng Thị Hồng, dang thi hong",
        "NGUYỄN Văn Mẫu, nguyen van mau",
        "Sok-Phalla (Example), sok phalla example"
    })
    void findsVietnameseAndLatinWithAndWithoutMarks(String written, String plain) {
        assertThat(Words.of(written)).containsExactly(plain.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "Sok, Sokh",
        "Sok, Suk",
        "Chea, Chhea",
        "Chea, Jea",
        "Phalla, Falla",
        "Phalla, Palla",
        "Sreymom, Sreymum",
        "Vannak, Wannak",
        "Dany, Tany",
        "សុខ, Sok",
        "ចាន់ថា, Chantha"
    })
    void givesTheManySpellingsOfANameOneSkeleton(String one, String other) {
        assertThat(Skeleton.of(Words.of(one)))
                .isEqualTo(Skeleton.of(Words.of(other)).replace('w', 'v'));
    }

    @Test
    void keepsDifferentNamesApart() {
        assertThat(Skeleton.of("sok")).isNotEqualTo(Skeleton.of("som"));
        assertThat(Skeleton.of("dara")).isNotEqualTo(Skeleton.of("dalin"));
    }

    /** Every place of the Cambodian gazetteer, in Khmer and in Latin letters. */
    @Test
    void agreesOnNineInTenPlaceNamesAndConfusesFewOfThem() throws IOException {
        var file = Path.of(System.getProperty("romdoul.shared", "../../shared"), "data/places/ncdd.tsv");
        assumeTrue(Files.exists(file), "no gazetteer at hand");
        List<String[]> pairs = Files.readAllLines(file).stream()
                .map(line -> line.split("\t", -1))
                .filter(row -> !row[2].isEmpty() && !row[3].isEmpty())
                .toList();
        var equal = 0;
        var confused = 0;
        for (var i = 0; i < pairs.size(); i++) {
            var khmer = Skeleton.of(Words.of(pairs.get(i)[2]));
            if (khmer.equals(Skeleton.of(Words.of(pairs.get(i)[3])))) equal++;
            var other = pairs.get((i + 7919) % pairs.size())[3];
            if (!other.equals(pairs.get(i)[3]) && khmer.equals(Skeleton.of(Words.of(other)))) confused++;
        }
        System.out.printf(
                "skeletons: %d pairs, %.1f %% equal, %.2f %% of wrong pairs equal%n",
                pairs.size(), 100.0 * equal / pairs.size(), 100.0 * confused / pairs.size());
        assertThat(pairs).hasSizeGreaterThan(16_000);
        assertThat(100.0 * equal / pairs.size()).isGreaterThan(90);
        assertThat(100.0 * confused / pairs.size()).isLessThan(1);
    }
}
