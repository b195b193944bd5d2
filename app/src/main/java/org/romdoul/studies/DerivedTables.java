package org.romdoul.studies;

import org.romdoul.access.MayRead;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What other rooms keep of this room's facts, and how the audit makes it again from them. */
@Configuration(value = "studies.derivedTables", proxyBeanMethods = false)
class DerivedTables {

    // Who was a researcher of the agency, and which agency oversaw, when the study began.
    private static final String READERS = """
            SELECT s.id AS scope, s.actor AS hat, s.id AS basis, NULL::timestamptz AS until FROM studies.study s
            UNION ALL
            SELECT s.id, a.id, s.id, NULL
              FROM studies.study s
              JOIN access.account a ON a.scope = s.agency AND a.role = 'RESEARCHER'
                                   AND a.id <> s.actor AND a.recorded_at <= s.recorded_at
            UNION ALL
            SELECT s.id, o.id, s.id, NULL
              FROM studies.study s
             CROSS JOIN LATERAL (SELECT a.id FROM access.agency a
                                  WHERE a.kind = 'oversight' AND a.recorded_at <= s.recorded_at
                                  ORDER BY a.recorded_at, a.id LIMIT 1) o""";

    @Bean
    MayRead whoeverStudies() {
        return new MayRead(READERS);
    }
}
