package org.romdoul.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.romdoul.ledger.Answers.accepted;
import static org.romdoul.ledger.Answers.refused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.romdoul.ledger.read.TreeHash;
import org.romdoul.ledger.write.Chain;
import org.romdoul.ledger.write.Leaf;

class LeafTest {

    private static final UUID CASE = UUID.fromString("0190c2b4-7a11-7c3e-9d52-0f6b5a9e4c11");
    private static final UUID ROW = UUID.fromString("ffffffff-9f02-7d41-8b6a-2c1d3e4f5a6b");
    private static final Instant WHEN = Instant.parse("2026-11-24T03:43:43.123456Z");
    private static final byte[] SALT = new byte[16];

    /** A leaf as text, with every line its own piece, so that a test can spoil one. */
    private static final String GOOD = """
            romdoul.org/leaf@v1
            index 1234
            chain 0190c2b4-7a11-7c3e-9d52-0f6b5a9e4c11/facts 17 AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=
            recorded 2026-11-24T03:43:43.123456Z
            fact protection.hand_over ffffffff-9f02-7d41-8b6a-2c1d3e4f5a6b
            salt AAAAAAAAAAAAAAAAAAAAAA==
            row {"id": 1}
            """;

    @Test
    void isWrittenAsDocumented() {
        assertThat(new String(leaf(17, filled(1), "{\"id\": 1}").bytes(), StandardCharsets.UTF_8))
                .isEqualTo(GOOD);
    }

    @Test
    void theDocumentsExampleIsALeaf() throws IOException {
        Path page = Path.of("..", "docs", "formats", "leaf.md");
        String example = Files.readString(page).split("```\n")[1];
        org.romdoul.ledger.read.Leaf leaf = read(example);
        assertThat(leaf.index()).isEqualTo(1234);
        assertThat(leaf.label()).isEqualTo("facts");
        assertThat(leaf.recorded()).isEqualTo(WHEN);
        assertThat(new String(leaf.row(), StandardCharsets.UTF_8)).contains("shelter", "…");
    }

    @Test
    void everyLeafComesBackAsItWasWritten() {
        Random random = new Random(20261124);
        byte[] previous = Chain.first();
        for (int i = 1; i <= 3000; i++) {
            byte[] row = new byte[1 + random.nextInt(600)];
            random.nextBytes(row);
            for (int at = 0; at < row.length; at++) {
                row[at] = row[at] == '\n' ? (byte) ' ' : row[at];
            }
            byte[] salt = new byte[16];
            random.nextBytes(salt);
            Instant recorded = Instant.ofEpochSecond(random.nextLong(253_402_300_800L))
                    .plus(random.nextInt(1_000_000), ChronoUnit.MICROS);
            UUID scope = new UUID(random.nextLong(), random.nextLong());
            UUID id = new UUID(random.nextLong(), random.nextLong());
            long index = random.nextLong() >>> (1 + random.nextInt(63));
            String label = random.nextBoolean() ? Chain.FACTS : Chain.READINGS;
            Chain chain = new Chain(scope, label, i, previous);
            Leaf written = new Leaf(index, chain, recorded, "cases.opened_2", id, salt, row);
            org.romdoul.ledger.read.Leaf leaf = accepted(org.romdoul.ledger.read.Leaf.parse(written.bytes()));
            assertThat(leaf.index()).isEqualTo(index);
            assertThat(leaf.scope()).isEqualTo(scope);
            assertThat(leaf.label()).isEqualTo(label);
            assertThat(leaf.sequence()).isEqualTo(i);
            assertThat(leaf.previous()).isEqualTo(previous);
            assertThat(leaf.recorded()).isEqualTo(recorded);
            assertThat(leaf.table()).isEqualTo("cases.opened_2");
            assertThat(leaf.id()).isEqualTo(id);
            assertThat(leaf.salt()).isEqualTo(salt).isEqualTo(written.salt());
            assertThat(leaf.row()).isEqualTo(row).isEqualTo(written.row());
            assertThat(leaf.bytes()).isEqualTo(written.bytes());
            assertThat(leaf.isClock()).isFalse();
            previous = leaf.hash(new TreeHash());
            assertThat(previous).isEqualTo(Leaf.hash(written.bytes()));
        }
    }

    @Test
    void aClockLeafTellsTheTimeAndBelongsToNobody() {
        Leaf clock = Leaf.clock(9, 1, Chain.first(), WHEN.plusNanos(999), ROW, SALT);
        assertThat(new String(clock.bytes(), StandardCharsets.UTF_8)).isEqualTo("""
                romdoul.org/leaf@v1
                index 9
                chain 00000000-0000-0000-0000-000000000000/clock 1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
                recorded 2026-11-24T03:43:43.123456Z
                fact ledger.clock ffffffff-9f02-7d41-8b6a-2c1d3e4f5a6b
                salt AAAAAAAAAAAAAAAAAAAAAA==
                row {"at": "2026-11-24T03:43:43.123456Z"}
                """);
        org.romdoul.ledger.read.Leaf leaf = accepted(org.romdoul.ledger.read.Leaf.parse(clock.bytes()));
        assertThat(leaf.isClock()).isTrue();
        assertThat(leaf.scope()).isEqualTo(org.romdoul.ledger.read.Leaf.NOBODY).isEqualTo(Chain.NOBODY);
    }

    static Stream<String> spoiled() {
        String previous = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
        return Stream.of(
                "",
                "\n",
                GOOD.substring(0, GOOD.length() - 1),
                GOOD + "\n",
                GOOD + "more\n",
                "\ufeff" + GOOD,
                GOOD.replace("\n", "\r\n"),
                GOOD.replace("@v1", "@v2"),
                GOOD.replace("index 1234", "index 01234"),
                GOOD.replace("index 1234", "index 00"),
                GOOD.replace("index 1234", "index -1"),
                GOOD.replace("index 1234", "index +1"),
                GOOD.replace("index 1234", "index "),
                GOOD.replace("index 1234", "index 1234 "),
                GOOD.replace("index 1234", "index  1234"),
                GOOD.replace("index 1234", "index 1x"),
                GOOD.replace("index 1234", "index 9223372036854775808"),
                GOOD.replace("index 1234", "index 99999999999999999999"),
                GOOD.replace("index 1234\n", ""),
                GOOD.replace("index 1234\n", "index 1234\nindex 1234\n"),
                GOOD.replace("0190c2b4-7a11", "0190C2B4-7a11"),
                GOOD.replace("0190c2b4-7a11", "0190c2b4_7a11"),
                GOOD.replace("0190c2b4-7a11", "0190c2b47a11"),
                GOOD.replace("0190c2b4-7a11", "0190c2b-47a11"),
                GOOD.replace("0190c2b4-7a11", "0190c2g4-7a11"),
                GOOD.replace("/facts", "/Facts"),
                GOOD.replace("/facts", "/"),
                GOOD.replace("/facts", "/1facts"),
                GOOD.replace("/facts", "/_facts"),
                GOOD.replace("/facts", "/facts/more"),
                GOOD.replace("/facts", "/" + "f".repeat(64)),
                GOOD.replace("/facts", "/clock"),
                GOOD.replace(" 17 ", " 017 "),
                GOOD.replace(" 17 ", " 0 "),
                GOOD.replace(" 17 ", " 1 "),
                GOOD.replace(" 17 ", "  17 "),
                GOOD.replace(previous, "A".repeat(43) + "="),
                GOOD.replace(previous, "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQF="),
                GOOD.replace(previous, "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE"),
                GOOD.replace(previous, "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB"),
                GOOD.replace(previous, "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=="),
                GOOD.replace(previous, "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBA_E="),
                GOOD.replace(previous, "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAéE="),
                GOOD.replace("2026-", "1969-"),
                GOOD.replace("2026-", "12026-"),
                GOOD.replace("-11-24", "-00-24"),
                GOOD.replace("-11-24", "-13-24"),
                GOOD.replace("-11-24", "-11-00"),
                GOOD.replace("-11-24", "-11-31"),
                GOOD.replace("-11-24", "-02-29"),
                GOOD.replace("-11-24", "-1-24"),
                GOOD.replace("T03:", "T24:"),
                GOOD.replace("T03:", " 03:"),
                GOOD.replace("T03:", "t03:"),
                GOOD.replace(":43:43", ":60:43"),
                GOOD.replace(":43:43", ":43:60"),
                GOOD.replace(".123456Z", ".123Z"),
                GOOD.replace(".123456Z", ".1234567Z"),
                GOOD.replace(".123456Z", ".123456z"),
                GOOD.replace(".123456Z", ".123456+00"),
                GOOD.replace(".123456Z", ",123456Z"),
                GOOD.replace("protection.", "protection"),
                GOOD.replace("protection.", "."),
                GOOD.replace("protection.", "Protection."),
                GOOD.replace("protection.", "p".repeat(64) + "."),
                GOOD.replace(".hand_over", "."),
                GOOD.replace(".hand_over", ".hand-over"),
                GOOD.replace("protection.hand_over", "ledger.clock"),
                GOOD.replace("ffffffff-", "FFFFFFFF-"),
                GOOD.replace("salt AAAAAAAAAAAAAAAAAAAAAA==", "salt AAAAAAAAAAAAAAAAAAAAAB=="),
                GOOD.replace("salt AAAAAAAAAAAAAAAAAAAAAA==", "salt AAAAAAAAAAAAAAAAAAAAAA="),
                GOOD.replace("salt AAAAAAAAAAAAAAAAAAAAAA==", "salt AAAAAAAAAAAAAAAAAAAAAAAA"),
                GOOD.replace("salt AAAAAAAAAAAAAAAAAAAAAA==", "salt AAAAAAAAAAAAAAAAAAAAAA"),
                GOOD.replace("row {\"id\": 1}", "row "),
                GOOD.replace("row {\"id\": 1}", "row"),
                GOOD.replace("row {\"id\": 1}", "Row {\"id\": 1}"),
                GOOD.replace("row {\"id\": 1}", "row {\n\"id\": 1}"),
                GOOD.replace("salt", "row").replace("row {", "salt {"),
                clock("/clock", "cases.opened", "00000000-0000-0000-0000-000000000000"),
                clock("/facts", "ledger.clock", "00000000-0000-0000-0000-000000000000"),
                clock("/clock", "ledger.clock", "00000000-0000-0000-0000-000000000001"));
    }

    private static String clock(String label, String table, String scope) {
        return GOOD.replace("/facts", label)
                .replace("protection.hand_over", table)
                .replace("0190c2b4-7a11-7c3e-9d52-0f6b5a9e4c11", scope);
    }

    @ParameterizedTest
    @MethodSource("spoiled")
    void refusesEveryOtherSpelling(String leaf) {
        assertThat(leaf).isNotEqualTo(GOOD);
        refused(org.romdoul.ledger.read.Leaf.parse(leaf.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesEveryBeginningOfALeaf() {
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        read(GOOD);
        for (int length = 0; length < good.length; length++) {
            refused(org.romdoul.ledger.read.Leaf.parse(Arrays.copyOf(good, length)));
        }
    }

    @Test
    void saysNearWhichByteALeafBreaks() {
        String reason = refused(org.romdoul.ledger.read.Leaf.parse(
                GOOD.replace("protection.", "Protection.").getBytes(StandardCharsets.UTF_8)));
        assertThat(reason).isEqualTo("the leaf is malformed near byte " + GOOD.indexOf("protection"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T00:00:00.000000Z",
        "1970-01-01T00:00:00.000000Z",
        "9999-12-31T23:59:59.999999Z",
        "2026-01-31T23:59:59.000001Z"
    })
    void takesEveryDayThatExists(String recorded) {
        assertThat(read(GOOD.replace("2026-11-24T03:43:43.123456Z", recorded)).recorded())
                .isEqualTo(Instant.parse(recorded));
    }

    @Test
    void takesTheLargestIndexAndTheLongestWords() {
        String word = "z" + "_".repeat(61) + "9";
        org.romdoul.ledger.read.Leaf leaf = read(GOOD.replace("index 1234", "index 9223372036854775807")
                .replace("/facts", "/" + word)
                .replace("protection.hand_over", "a0." + word));
        assertThat(leaf.index()).isEqualTo(Long.MAX_VALUE);
        assertThat(leaf.label()).isEqualTo(word);
        assertThat(leaf.table()).isEqualTo("a0." + word);
        assertThat(read(GOOD.replace("index 1234", "index 0")).index()).isZero();
    }

    @Test
    void takes65535BytesAndNotOneMore() {
        String row = "x".repeat(65_535 - GOOD.length() + "{\"id\": 1}".length());
        byte[] longest = leaf(17, filled(1), row).bytes();
        assertThat(longest).hasSize(65_535);
        accepted(org.romdoul.ledger.read.Leaf.parse(longest));
        byte[] longer = GOOD.replace("{\"id\": 1}", row + "x").getBytes(StandardCharsets.UTF_8);
        assertThat(longer).hasSize(65_536);
        assertThat(refused(org.romdoul.ledger.read.Leaf.parse(longer))).isEqualTo("the leaf is too long");
        assertThatThrownBy(() -> leaf(17, filled(1), row + "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theWriterRefusesWhatTheReaderWould() {
        Chain chain = new Chain(CASE, Chain.FACTS, 17, filled(1));
        Chain clock = new Chain(Chain.NOBODY, Chain.CLOCK, 17, filled(1));
        byte[] row = {'x'};
        assertThatThrownBy(() -> new Leaf(-1, chain, WHEN, "a.b", ROW, SALT, row))
                .hasMessageContaining("index");
        for (String at : new String[] {"1969-12-31T23:59:59.999999Z", "+10000-01-01T00:00:00Z"}) {
            assertThatThrownBy(() -> new Leaf(0, chain, Instant.parse(at), "a.b", ROW, SALT, row))
                    .hasMessageContaining("recorded");
        }
        for (String table : new String[] {"ab", "a.b.c", "A.b", "a.", ".b", "a.b\n", "a." + "b".repeat(64)}) {
            assertThatThrownBy(() -> new Leaf(0, chain, WHEN, table, ROW, SALT, row))
                    .hasMessageContaining("table");
        }
        assertThatThrownBy(() -> new Leaf(0, clock, WHEN, "a.b", ROW, SALT, row))
                .hasMessageContaining("clock");
        assertThatThrownBy(() -> new Leaf(0, chain, WHEN, "ledger.clock", ROW, SALT, row))
                .hasMessageContaining("clock");
        assertThatThrownBy(() -> new Leaf(0, chain, WHEN, "a.b", ROW, new byte[15], row))
                .hasMessageContaining("salt");
        for (byte[] bad : new byte[][] {{}, {'\n'}, {'x', '\n'}}) {
            assertThatThrownBy(() -> new Leaf(0, chain, WHEN, "a.b", ROW, SALT, bad))
                    .hasMessageContaining("row");
        }
        assertThatThrownBy(() -> new Chain(CASE, Chain.CLOCK, 17, filled(1))).hasMessageContaining("clock");
        for (String label : new String[] {"", "Facts", "1", "a b", "f".repeat(64)}) {
            assertThatThrownBy(() -> new Chain(CASE, label, 17, filled(1))).hasMessageContaining("label");
        }
        for (long sequence : new long[] {-1, 0, 1}) {
            assertThatThrownBy(() -> new Chain(CASE, Chain.FACTS, sequence, filled(1)))
                    .hasMessageContaining("first");
        }
        assertThatThrownBy(() -> new Chain(CASE, Chain.FACTS, 2, Chain.first())).hasMessageContaining("first");
        assertThatThrownBy(() -> new Chain(CASE, Chain.FACTS, 2, new byte[31])).hasMessageContaining("32");
    }

    @Test
    void aWrittenLeafDoesNotChangeAfterwards() {
        byte[] row = {'x'};
        byte[] salt = SALT.clone();
        byte[] previous = filled(1);
        Leaf leaf = new Leaf(0, new Chain(CASE, Chain.FACTS, 2, previous), WHEN, "a.b", ROW, salt, row);
        Leaf same = new Leaf(0, new Chain(CASE, Chain.FACTS, 2, filled(1)), WHEN, "a.b", ROW, SALT, new byte[] {'x'});
        row[0] = 'y';
        salt[0] = 1;
        previous[0] = 9;
        leaf.row()[0] = 'z';
        leaf.salt()[0] = 2;
        leaf.chain().previous()[0] = 3;
        assertThat(leaf).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(leaf.chain()).isEqualTo(same.chain()).hasSameHashCodeAs(same.chain());
        assertThat(leaf).isNotEqualTo(leaf(17, filled(1), "x"));
        assertThat(leaf.chain()).isNotEqualTo(new Chain(CASE, Chain.READINGS, 2, filled(1)));
    }

    private static Leaf leaf(long sequence, byte[] previous, String row) {
        Chain chain = new Chain(CASE, Chain.FACTS, sequence, previous);
        return new Leaf(1234, chain, WHEN, "protection.hand_over", ROW, SALT, row.getBytes(StandardCharsets.UTF_8));
    }

    private static org.romdoul.ledger.read.Leaf read(String leaf) {
        return accepted(org.romdoul.ledger.read.Leaf.parse(leaf.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] filled(int with) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }
}
