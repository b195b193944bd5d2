package org.romdoul.studies;

import org.romdoul.access.MayRead;
import org.romdoul.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What other rooms keep of this room's facts, and how the audit makes it again from them. */
@Configuration(value = "studies.derivedTables", proxyBeanMethods = false)
class DerivedTables {

    private static final String STUDY = "studies.study";

    private static final String WHOEVER_BEGAN_IT =
            "SELECT s.id AS scope, s.actor AS hat, s.id AS basis, NULL::timestamptz AS until FROM studies.study s";

    @Bean
    MayRead whoeverStudies() {
        return new MayRead(String.join(
                " UNION ALL ", WHOEVER_BEGAN_IT, MayRead.colleagues(STUDY, Role.RESEARCHER), MayRead.oversight(STUDY)));
    }
}
