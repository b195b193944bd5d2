package org.romdoul.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LawTests {

    private static final ZoneId PHNOM_PENH = ZoneId.of("Asia/Phnom_Penh");
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void aMonthIsAMonthOfTheCalendarWhereTheCourtSits() {
        var law = read();
        // 31 August 01:00 in Phnom Penh is still the 30th in UTC.
        var from = Instant.parse("2026-08-30T18:00:00Z");

        assertThat(law.start("pre-trial-felony", from).due())
                .isEqualTo(LocalDate.of(2027, 2, 28)
                        .atTime(1, 0)
                        .atZone(PHNOM_PENH)
                        .toInstant());
        assertThat(law.start("police-custody", from).due()).isEqualTo(from.plus(Duration.ofHours(48)));
    }

    @Test
    void aClockKeepsTheLawItWasStartedUnder() {
        var old = pack("old", "2020-01-01", 48);
        var young = pack("new", "2026-06-01", 24);

        assertThat(RulePack.inForce(List.of(young, old), Instant.parse("2026-05-31T16:59:59Z")))
                .contains(old);
        assertThat(RulePack.inForce(List.of(young, old), Instant.parse("2026-05-31T17:00:00Z")))
                .contains(young);
        assertThat(old.limit("custody").from(NOW).pack()).isEqualTo("old");
    }

    @Test
    void everyLimitNamesItsSourceAndNobodyHasConfirmedThemYet() {
        var pack = read().now();

        assertThat(pack.limits()).isNotEmpty().allSatisfy((key, limit) -> {
            assertThat(limit.source()).isNotBlank();
            assertThat(limit.due(NOW)).isAfter(NOW);
        });
        assertThat(pack.confirmedBy()).isEmpty();
    }

    @Test
    void anUnknownLimitOrCountryIsABug() {
        assertThatThrownBy(() -> read().start("police-custodi", NOW)).hasMessageContaining("has no limit");
        assertThatThrownBy(() -> new Law("xx", Clock.systemUTC())).hasMessageContaining("no rule pack");
    }

    private static RulePack pack(String version, String from, int hours) {
        var limit = new LegalLimit("custody", version, Duration.ofHours(hours), "a law", PHNOM_PENH);
        return new RulePack(
                version, LocalDate.parse(from), PHNOM_PENH, "", Map.of("custody", limit), Map.of(), Map.of());
    }

    private static Law read() {
        try {
            return new Law("kh", Clock.fixed(NOW, PHNOM_PENH));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
