package org.romdoul.database;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * One way in for each role. A plain {@code DataSource} is the application's; the others are asked for by name:
 * {@code @Qualifier("auditor") DataSource}. All of them exist only after the migrations have run.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    @Bean
    Home home(@Value("${romdoul.home:data}") Path directory) {
        return new Home(directory);
    }

    @Bean
    Databases databases(Home home, DatabaseSettings settings) {
        Databases databases = Databases.open(home, settings, System.getenv());
        if (settings.migrate()) {
            try {
                databases.migrate();
            } catch (RuntimeException e) {
                databases.close();
                throw e;
            }
        }
        return databases;
    }

    @Bean
    @Primary
    DataSource applicationDataSource(Databases databases, DatabaseSettings settings) {
        return databases.pool(DatabaseRole.APPLICATION, settings.connections());
    }

    @Bean(defaultCandidate = false)
    @Qualifier("owner")
    DataSource ownerDataSource(Databases databases) {
        return databases.pool(DatabaseRole.OWNER, 2);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("sequencer")
    DataSource sequencerDataSource(Databases databases) {
        return databases.pool(DatabaseRole.SEQUENCER, 2);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("auditor")
    DataSource auditorDataSource(Databases databases) {
        return databases.pool(DatabaseRole.AUDITOR, 2);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("publication")
    DataSource publicationDataSource(Databases databases) {
        return databases.pool(DatabaseRole.PUBLICATION, 3);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("keys")
    DataSource keysDataSource(Databases databases) {
        return databases.pool(DatabaseRole.KEYS, 5);
    }
}
