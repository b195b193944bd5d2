package org.romdoul.oversight;

import org.romdoul.access.MayNever;
import org.romdoul.access.MayRead;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What other rooms keep of this room's facts, and how the audit makes it again from them. */
@Configuration(value = "oversight.derivedTables", proxyBeanMethods = false)
class DerivedTables {

    @Bean
    MayRead whoeverBrokeTheGlass() {
        return new MayRead(BreakGlassRows.READERS_RECOMPUTED);
    }

    @Bean
    MayRead thoseAQuestionIsBetween() {
        return new MayRead(QuestionRows.READERS_RECOMPUTED);
    }

    @Bean
    MayNever whoeverIsKeptOut() {
        return new MayNever(ExclusionRows.RECOMPUTED);
    }
}
