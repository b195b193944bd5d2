package org.romdoul.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {

    @Test
    void trimsAndComposes() {
        assertThat(PlainText.optional("  Tie\u0302\u0301ng\u00A0 ", 50)).isEqualTo(new Typed.Value<>("Tiếng\u00A0"));
        assertThat(PlainText.optional("one\r\ntwo", PlainText.PARAGRAPH)).isEqualTo(new Typed.Value<>("one\ntwo"));
    }

    @Test
    void keepsTheInvisibleSignsThatKhmerIsWrittenWith() {
        var khmer = "សូម\u200Bរាយការណ៍\u200C";

        assertThat(PlainText.optional(khmer, 50)).isEqualTo(new Typed.Value<>(khmer));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0x00, 0x07, 0x7F, 0x85, 0x061C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2028, 0x2066, 0x2069, 0xFFFF})
    void refusesAndNamesWhatMakesTextShowSomethingElse(int trick) {
        var typed = "a" + Character.toString(trick) + "b";

        assertThat(PlainText.optional(typed, PlainText.PARAGRAPH))
                .isEqualTo(Typed.problem("input.text.trick", "U+%04X".formatted(trick)));
    }

    @Test
    void refusesHalfOfASurrogatePair() {
        assertThat(PlainText.optional("a\uD800b", 50)).isEqualTo(Typed.problem("input.text.trick", "U+D800"));
    }

    @Test
    void allowsLinesOnlyWhereThereIsRoomForThem() {
        assertThat(PlainText.optional("one\ntwo", PlainText.LINE))
                .isEqualTo(Typed.problem("input.text.trick", "U+000A"));
    }

    @Test
    void countsLettersAndNotTheirParts() {
        var faces = "\uD83D\uDE42".repeat(3);

        assertThat(PlainText.optional(faces, 3)).isEqualTo(new Typed.Value<>(faces));
        assertThat(PlainText.optional(faces, 2)).isEqualTo(Typed.problem("input.text.too-long", 2, 3));
    }

    @Test
    void nothingIsAnAnswerOnlyWhereItMayBe() {
        assertThat(PlainText.optional(null, 9)).isEqualTo(new Typed.Value<>(""));
        assertThat(PlainText.required(" \t ", 9)).isEqualTo(Typed.problem("input.missing"));
    }
}
