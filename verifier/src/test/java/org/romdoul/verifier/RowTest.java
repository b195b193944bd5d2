package org.romdoul.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.ledger.read.Outcome;

/** Rows are one strict JSON object, and references in them are found wherever they stand. */
class RowTest {

    private static final String ID = "0190c2b4-7a11-7c3e-9d52-0f6b5a9e4c11";
    private static final String HASH = "A".repeat(42) + "-";
    private static final String SEALED = ID + "~" + HASH + "~" + HASH;
    private static final String FILE = ID + "~12~" + "a".repeat(64) + "~76~" + "0".repeat(64);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[]",
                "null",
                "\"a\"",
                "{} {}",
                "{}x",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\": 1,}",
                "{,\"a\": 1}",
                "{\"a\": 1 \"b\": 2}",
                "{a: 1}",
                "{'a': 1}",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": {\"b\": 1, \"b\": 1}}",
                "{\"a\": tru}",
                "{\"a\": True}",
                "{\"a\": nul}",
                "{\"a\": 01}",
                "{\"a\": 1.}",
                "{\"a\": .5}",
                "{\"a\": +1}",
                "{\"a\": 1e}",
                "{\"a\": -}",
                "{\"a\": [1,]}",
                "{\"a\": [1}",
                "{\"a\": [1 2]}",
                "{\"a\": \"}",
                "{\"a\": \"\\x\"}",
                "{\"a\": \"\\u12\"}",
                "{\"a\": \"\\u12g4\"}",
                "{\"a\": \"\u0009\"}",
                "{\"a\": \"b\\\"}",
                "{\"a\": /**/ 1}",
                "\ufeff{}"
            })
    void whatIsNotOneJsonObjectIsRefused(String json) {
        assertThat(Row.parse(utf8(json)).isAccepted()).isFalse();
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        assertThat(Row.parse(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'}))
                .isEqualTo(Outcome.refused("is not UTF-8"));
        assertThat(Row.parse(utf8("{"))).isEqualTo(Outcome.refused("is not JSON"));
    }

    @Test
    void depthIsBounded() {
        assertThat(Row.parse(utf8("{\"a\": " + "[".repeat(31) + "]".repeat(31) + "}"))
                        .isAccepted())
                .isTrue();
        assertThat(Row.parse(utf8("{\"a\": " + "[".repeat(32) + "]".repeat(32) + "}"))
                        .isAccepted())
                .isFalse();
        assertThat(Row.parse(utf8("{\"a\": " + "{\"b\": ".repeat(32) + "1" + "}".repeat(33)))
                        .isAccepted())
                .isFalse();
        assertThat(Row.parse(utf8("{\"a\": ".repeat(60_000))).isAccepted()).isFalse();
    }

    @Test
    void ownTextsAreKeptAndOnlyThey() {
        Row row = row(
                " {\"a\": \"x\", \"b\": {\"a\": \"y\"}, \"c\": [\"z\"], \"d\": -0.5e+3, \"e\": true, \"f\": null, \"g\": {},"
                        + " \"h\": [ ], \"i\": false, \"j\": 0, \"k\" : \"\" } ");
        assertThat(row.texts()).isEqualTo(Map.of("a", "x", "k", ""));
    }

    @Test
    void escapesAreRead() {
        assertThat(row("{\"a\": \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00 \u1780\"}")
                        .texts())
                .containsEntry("a", "\"\\/\b\f\n\r\té\ud83d\ude00 \u1780");
    }

    @Test
    void referencesAreFoundAtAnyDepth() {
        Row row = row("{\"a\": \"" + SEALED + "\", \"b\": [1, {\"c\": [\"" + FILE + "\", \"" + SEALED + "\"]}]}");
        assertThat(row.sealed()).containsExactly(SEALED, SEALED);
        assertThat(row.files()).containsExactly(FILE);
        assertThat(row("{\"\\u0061\": \"" + SEALED.replace("~", "\\u007e") + "\"}")
                        .sealed())
                .containsExactly(SEALED);
    }

    @Test
    void whatOnlyLooksLikeAReferenceIsNone() {
        for (String almost : new String[] {
            SEALED + "A",
            " " + SEALED,
            SEALED.toUpperCase(java.util.Locale.ROOT),
            SEALED.substring(1),
            SEALED.replace("-~", "+~"),
            FILE + "~",
            FILE.replace("~12~", "~~"),
            FILE.replace("aa", "AA"),
            ID
        }) {
            Row row = row("{\"a\": \"" + almost + "\"}");
            assertThat(row.sealed()).as(almost).isEmpty();
            assertThat(row.files()).as(almost).isEmpty();
        }
        assertThat(row("{\"" + SEALED + "\": 1}").sealed()).isEmpty();
    }

    private static Row row(String json) {
        return ((Outcome.Accepted<Row>) Row.parse(utf8(json))).value();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
