package org.romdoul.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTests {

    @Test
    void writesTheFiguresOfEveryScriptAsOurs() {
        assertThat(Digits.ascii("ខែ ៣ ឆ្នាំ ២០២៥, ٤, ५, ６")).isEqualTo("ខែ 3 ឆ្នាំ 2025, 4, 5, 6");
    }

    @Test
    void readsWholeNumbersWithinTheirRange() {
        assertThat(Digits.whole(" ១២ ", 0, 12)).isEqualTo(new Typed.Value<>(12));
        assertThat(Digits.whole("-3", -3, 12)).isEqualTo(new Typed.Value<>(-3));
        assertThat(Digits.whole("១៣", 0, 12)).isEqualTo(Typed.problem("input.number.range", 0, 12));
        assertThat(Digits.whole("4294967297", 0, 12)).isEqualTo(Typed.problem("input.number.range", 0, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1 2", "twelve", "½", "0x10", "-"})
    void refusesWhatIsNotAWholeNumber(String typed) {
        assertThat(Digits.whole(typed, 0, 100)).isEqualTo(Typed.problem("input.number.not-whole"));
    }

    @Test
    void asksAgainWhereNothingWasTyped() {
        assertThat(Digits.whole(null, 0, 1)).isEqualTo(Typed.problem("input.missing"));
    }
}
