package org.romdoul.persons;

import org.romdoul.vault.Findable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What other rooms keep of this room's facts, and how the audit makes it again from them. */
@Configuration(value = "persons.derivedTables", proxyBeanMethods = false)
class DerivedTables {

    @Bean
    Findable people() {
        return new Findable(IdentityRows.FINDABLE);
    }
}
