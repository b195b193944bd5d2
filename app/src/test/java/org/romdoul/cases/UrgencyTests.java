package org.romdoul.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UrgencyTests {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void aLimitOfLawIsCriticalTheMomentItPassesAndOtherWorkAWeekLater() {
        assertThat(Urgency.of(NOW, true, NOW)).isEqualTo(Urgency.CRITICAL);
        assertThat(Urgency.of(NOW.plusSeconds(1), true, NOW)).isEqualTo(Urgency.SOON);
        assertThat(Urgency.of(NOW, false, NOW)).isEqualTo(Urgency.OVERDUE);
        assertThat(Urgency.of(NOW.minus(Duration.ofDays(7)), false, NOW)).isEqualTo(Urgency.CRITICAL);
        assertThat(Urgency.of(NOW.plus(Duration.ofDays(3)), false, NOW)).isEqualTo(Urgency.SOON);
        assertThat(Urgency.of(NOW.plus(Duration.ofDays(3)).plusSeconds(1), false, NOW))
                .isEqualTo(Urgency.LATER);
    }
}
