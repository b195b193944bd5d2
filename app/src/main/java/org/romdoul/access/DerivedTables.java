package org.romdoul.access;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.romdoul.journal.Derived;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room keeps beside the facts of all rooms, and how the audit makes it again from them. */
@Configuration(value = "access.derivedTables", proxyBeanMethods = false)
class DerivedTables {

    @Bean
    MayRead colleagues() {
        return new MayRead(AccountRows.READERS_RECOMPUTED);
    }

    @Bean
    Derived reader(List<MayRead> rooms) {
        return new Derived(
                "access.reader", rooms.stream().map(MayRead::recomputed).collect(joining(" UNION ALL ")));
    }

    @Bean
    Derived excluded(List<MayNever> rooms) {
        return new Derived(
                "access.excluded", rooms.stream().map(MayNever::recomputed).collect(joining(" UNION ALL ")));
    }
}
