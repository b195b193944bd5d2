package org.romdoul.access;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.romdoul.journal.Derived;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room keeps beside the facts of all rooms, and how the audit makes it again from them. */
@Configuration(value = "access.derivedTables", proxyBeanMethods = false)
class DerivedTables {

    // Of the whole, and therefore of each of its parts.
    private static final String KEPT_OUT = """
            WITH said AS (%s), part AS (%s)
            SELECT scope, account, basis FROM said
             UNION
            SELECT p.scope, s.account, s.basis FROM said s JOIN part p ON p.whole = s.scope""";

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
    Derived excluded(List<MayNever> rooms, List<Parts> parts) {
        return new Derived(
                "access.excluded",
                KEPT_OUT.formatted(
                        rooms.stream().map(MayNever::recomputed).collect(joining(" UNION ALL ")),
                        parts.stream().map(Parts::recomputed).collect(joining(" UNION ALL "))));
    }
}
