package org.romdoul.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A time-stamp response is walked down to what it is about; whatever it holds, the walk ends. */
class TimeStampTest {

    private static final byte[] RESPONSE = Fixture.bytes("time-stamp/checkpoint.tsr");

    @Test
    void opensslsResponseIsRead() {
        TimeStamp stamp = Objects.requireNonNull(TimeStamp.parse(RESPONSE));
        assertThat(stamp.imprint()).isEqualTo(ExampleCase.sha256(Bundles.full().get(Anchor.FILE)));
        assertThat(ExampleCase.hex(stamp.algorithm())).isEqualTo("608648016503040201");
        assertThat(stamp.time()).matches("20[0-9]{12}Z");
    }

    @Test
    void whatIsCutShortIsNone() {
        // The outermost element holds all the others: nothing of it may be missing.
        for (int length = 0; length < RESPONSE.length; length++) {
            assertThat(TimeStamp.parse(Arrays.copyOf(RESPONSE, length))).isNull();
        }
    }

    @Test
    void bentOnesAreAnswered() {
        Random random = new Random(3161);
        for (int i = 0; i < 20_000; i++) {
            byte[] bent = RESPONSE.clone();
            for (int times = 1 + random.nextInt(4); times > 0; times--) {
                bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
            }
            TimeStamp stamp = TimeStamp.parse(bent);
            assertThat(stamp == null || stamp.time().length() >= 15).isTrue();
        }
    }

    @Test
    void lengthsAreReadAsDerWritesThem() {
        assertThat(inside(4, 0)).isEmpty();
        assertThat(inside(4, 3, 1, 2, 3)).containsExactly(1, 2, 3);
        assertThat(inside(4, 0x81, 2, 1, 2)).containsExactly(1, 2);
        assertThat(inside(4, 0x82, 0, 1, 7)).containsExactly(7);
        assertThat(inside(4, 0x83, 0, 0, 1, 7)).containsExactly(7);
        for (int[] wrong : new int[][] {
            {},
            {4},
            {5, 0},
            {4, 1},
            {4, 0x80},
            {4, 0x81},
            {4, 0x82, 0},
            {4, 0x84, 0, 0, 0, 0},
            {4, 0x83, 0xff, 0xff, 0xff},
            {4, 0xff}
        }) {
            Der der = new Der(bytes(wrong));
            der.into(Der.OCTETS);
            assertThat(der.failed()).as(Arrays.toString(wrong)).isTrue();
        }
    }

    @Test
    void oneStepThatFailsFailsTheWalk() {
        Der der = new Der(bytes(0x30, 4, 2, 1, 9, 4));
        Der inside = der.into(Der.SEQUENCE).over(Der.INTEGER);
        assertThat(der.failed()).isFalse();
        assertThat(inside.into(Der.OCTETS).rest()).isEmpty();
        assertThat(der.failed()).isTrue();
    }

    private static byte[] inside(int... element) {
        Der der = new Der(bytes(element));
        byte[] inside = der.into(Der.OCTETS).rest();
        assertThat(der.failed()).isFalse();
        return inside;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
