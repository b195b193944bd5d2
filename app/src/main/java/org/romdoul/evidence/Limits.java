package org.romdoul.evidence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code romdoul.evidence.*}: how much and how long.
 *
 * @param largest the largest file that is taken
 * @param transit how long a hand-over may wait for the other side until it counts as a gap
 */
@ConfigurationProperties("romdoul.evidence")
record Limits(
        @DefaultValue("16GB") DataSize largest,
        @DefaultValue("24h") Duration transit) {}
