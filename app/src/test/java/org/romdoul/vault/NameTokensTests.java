package org.romdoul.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.romdoul.vault.NameTokens.Wanted;

class NameTokensTests {

    private final NameTokens tokens = new NameTokens(new byte[32]);

    @ParameterizedTest
    @CsvSource({
        "Sok Example, Chan Example", // one word of two
        "Sok, Som",
        "Chan Sok Example, Sok Example", // a word too many
        "A B, A", // words too short for a skeleton
        "'', Sok Example",
        "..., Sok Example"
    })
    void findsNobodyElse(String asked, String recorded) {
        assertThat(found(asked, recorded)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Sok Example, Example Sok",
        "sok, Sok Example",
        "Sok Sok, Sok",
        "A B, B A C",
        "Sok Sokh, Sokh Sok",
        "A, A"
    })
    void findsWhatIsWrittenInWhateverOrder(String asked, String recorded) {
        assertThat(found(asked, recorded)).isNotEmpty().first().matches(Wanted::exact);
    }

    @ParameterizedTest
    @CsvSource({
        "Sokh Exampel, Example Sok",
        "Suk, Sok Example",
        "Chan Tha, ចាន់ថា",
        "ចាន់ថា, Chantha Example",
        "Sokh, Sok"
    })
    void findsWhatIsAlike(String asked, String recorded) {
        assertThat(found(asked, recorded)).isNotEmpty().noneMatch(Wanted::exact);
    }

    @Test
    void findsAWordOfOneNameBesideAWordOfAnother() {
        var made = tokens.of(List.of("Sok Example", "Bopha"));

        assertThat(tokens.wanted("Sok Bopha"))
                .first()
                .matches(wanted -> made.contains(wanted.rare()) && made.containsAll(wanted.others()));
    }

    /** Every choice of a name's words, in every order, finds it; of names of random letters in which nothing else would. */
    @Test
    void findsEveryPartOfAName() {
        var random = new Random(191);
        for (var round = 0; round < 200; round++) {
            var words = IntStream.rangeClosed(1, 1 + random.nextInt(6))
                    .mapToObj(i -> word(random))
                    .collect(Collectors.toList());
            var name = String.join(" ", words);
            Collections.shuffle(words, random);
            var some = words.subList(0, 1 + random.nextInt(words.size()));

            assertThat(found(String.join("-", some), name))
                    .as("%s of %s", some, name)
                    .first()
                    .matches(Wanted::exact);
        }
    }

    /** A name of a hundred words would otherwise fill the table with five thousand pairs. */
    @Test
    void doesNotPairEveryWordOfAnEndlessName() {
        var random = new Random(7);
        var words = IntStream.range(0, 100).mapToObj(i -> word(random)).toList();

        assertThat(tokens.of(List.of(String.join(" ", words)))).hasSizeLessThan(300);
        assertThat(found(words.get(99), String.join(" ", words))).isNotEmpty();
    }

    @Test
    void saysNothingWithoutItsKey() {
        var other = new byte[32];
        other[31] = 1;

        assertThat(new NameTokens(other).of(List.of("Sok Example")))
                .doesNotContainAnyElementsOf(tokens.of(List.of("Sok Example")));
    }

    private List<Wanted> found(String asked, String recorded) {
        var made = tokens.of(List.of(recorded));
        return tokens.wanted(asked).stream()
                .filter(wanted -> made.contains(wanted.rare()) && made.containsAll(wanted.others()))
                .toList();
    }

    private static String word(Random random) {
        return random.ints(3 + random.nextInt(6), 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
