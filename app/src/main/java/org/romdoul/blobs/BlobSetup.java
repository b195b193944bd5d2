package org.romdoul.blobs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.romdoul.database.Home;
import org.romdoul.journal.Facts;
import org.romdoul.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(BlobSettings.class)
class BlobSetup {

    @Bean
    Store store(BlobSettings settings, Home home) throws IOException {
        var url = settings.url();
        return new FolderStore(url == null ? home.folder("blobs") : Path.of(url));
    }

    @Bean
    Blobs blobs(Store store, Vault vault, Facts facts) {
        return new Blobs(store, vault, facts);
    }

    @Bean
    StoredFiles storedFiles(Store store) {
        return new StoredFiles(store);
    }

    /** As the auditor, who sees every fact: to her own eyes alone everything would be an orphan. */
    @Bean
    Sweep sweep(Store store, @Qualifier("auditor") DataSource auditor, Clock clock) {
        return new Sweep(store, auditor, clock);
    }
}
