package org.romdoul.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final Totp RFC = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** RFC 6238, appendix B, the SHA-1 rows. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void agreesWithTheVectorsOfTheStandard(long second, String code) {
        assertThat(RFC.code(Totp.step(Instant.ofEpochSecond(second)), 8)).isEqualTo(code);
    }

    @Test
    void takesTheHalfMinuteBeforeAndAfterAndNoOther() {
        var now = Instant.ofEpochSecond(1_000_000_000);
        var step = Totp.step(now);
        assertThat(RFC.match(RFC.code(step - 1), now, 0)).hasValue(step - 1);
        assertThat(RFC.match(RFC.code(step), now, 0)).hasValue(step);
        assertThat(RFC.match(RFC.code(step + 1), now, 0)).hasValue(step + 1);
        assertThat(RFC.match(RFC.code(step - 2), now, 0)).isEmpty();
        assertThat(RFC.match(RFC.code(step + 2), now, 0)).isEmpty();
    }

    @Test
    void refusesACodeOfAStepThatWasUsed() {
        var now = Instant.ofEpochSecond(1_000_000_000);
        var step = Totp.step(now);
        assertThat(RFC.match(RFC.code(step), now, step)).isEmpty();
        assertThat(RFC.match(RFC.code(step - 1), now, step)).isEmpty();
    }

    /** The base 32 of RFC 4648 for the same secret, as every authenticator app reads it. */
    @Test
    void writesTheSecretAsAppsReadIt() {
        assertThat(RFC.written()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }
}
