package org.romdoul.journal.audit;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.romdoul.database.DatabaseSettings;
import org.romdoul.database.FreshRecord;
import org.romdoul.database.Home;
import org.romdoul.journal.Derived;
import org.romdoul.journal.witnessing.Testimonies;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class AuditSetup {

    /** @param like an empty, migrated record of the same PostgreSQL version, where ours does not run */
    @Bean
    Audit audit(
            @Qualifier("auditor") DataSource auditor,
            Home home,
            DatabaseSettings settings,
            @Value("${romdoul.audit.like:#{null}}") @Nullable String like,
            List<Derived> derived,
            List<KeyedCheck> keyed,
            FileStore files,
            Testimonies testimonies) {
        return new Audit(auditor, new FreshRecord(home, settings.bin(), like), derived, keyed, files, testimonies);
    }
}
