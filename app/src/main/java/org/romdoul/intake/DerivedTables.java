package org.romdoul.intake;

import org.romdoul.access.MayRead;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What other rooms keep of this room's facts, and how the audit makes it again from them. */
@Configuration(value = "intake.derivedTables", proxyBeanMethods = false)
class DerivedTables {

    @Bean
    MayRead theTipDesk() {
        return new MayRead(TipRows.READERS_RECOMPUTED);
    }
}
