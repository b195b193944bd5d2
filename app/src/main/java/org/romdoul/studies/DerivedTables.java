package org.romdoul.studies;

import org.romdoul.access.MayRead;
import org.romdoul.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What other rooms keep of this room's facts, and how the audit makes it again from them. */
@Configuration(value = "studies.derivedTables", proxyBeanMethods = false)
class DerivedTables {

    private static final String STUDIES = "studies.study";

    private static final String COUNTS = "studies.overlap";

    private static final String WHOEVER_BEGAN_A_STUDY =
            "SELECT s.id AS scope, s.actor AS hat, s.id AS basis, NULL::timestamptz AS until FROM studies.study s";

    private static final String WHOEVER_COUNTED =
            "SELECT o.id AS scope, o.actor AS hat, o.id AS basis, NULL::timestamptz AS until FROM studies.overlap o";

    @Bean
    MayRead whoeverStudies() {
        return readers(WHOEVER_BEGAN_A_STUDY, STUDIES);
    }

    @Bean
    MayRead whoeverCounts() {
        return readers(WHOEVER_COUNTED, COUNTS);
    }

    private static MayRead readers(String author, String facts) {
        return new MayRead(String.join(
                " UNION ALL ", author, MayRead.colleagues(facts, Role.RESEARCHER), MayRead.oversight(facts)));
    }
}
