package org.romdoul.journal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.romdoul.input.PartialDate;
import org.springframework.stereotype.Component;

/** Where facts get their ids: time-ordered (UUID version 7, RFC 9562), so that they lie together on disk, and unguessable. */
@Component
public class Facts {

    private final Clock clock;
    private final SecureRandom random;

    Facts(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID id() {
        var millis = clock.millis();
        var high = (millis << 16) | 0x7000L | (random.nextLong() & 0xFFFL);
        var low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    public Fact now(UUID scope, UUID actor) {
        return on(scope, PartialDate.at(clock.instant()), actor);
    }

    public Fact on(UUID scope, PartialDate happened, UUID actor) {
        return new Fact(id(), scope, happened, actor, null, null);
    }
}
