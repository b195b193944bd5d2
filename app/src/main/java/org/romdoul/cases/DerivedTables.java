package org.romdoul.cases;

import org.romdoul.access.MayRead;
import org.romdoul.journal.Derived;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room keeps beside its facts, and how the audit makes it again from them. */
@Configuration(value = "cases.derivedTables", proxyBeanMethods = false)
class DerivedTables {

    @Bean
    Derived desk() {
        return new Derived("cases.desk", DeskRows.RECOMPUTED);
    }

    @Bean
    Derived duty() {
        return new Derived("cases.duty", DutyRows.RECOMPUTED);
    }

    @Bean
    MayRead whoeverHoldsTheCase() {
        return new MayRead(MembershipRows.READERS_RECOMPUTED);
    }
}
