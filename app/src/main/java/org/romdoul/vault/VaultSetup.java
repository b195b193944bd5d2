package org.romdoul.vault;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.sql.DataSource;
import org.romdoul.access.MayRead;
import org.romdoul.database.Home;
import org.romdoul.database.SecretFile;
import org.romdoul.journal.Facts;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration
class VaultSetup {

    @Bean
    Keys keys(@Qualifier("keys") DataSource store, Home home) throws IOException, GeneralSecurityException {
        return new Keys(new JdbcTemplate(store), KeyEncryption.at(home.secret("kek.json")));
    }

    @Bean
    NameTokens nameTokens(Home home, SecureRandom random) throws IOException {
        return new NameTokens(SecretFile.findOrMake(home.secret("search.key"), 32, random));
    }

    @Bean
    SearchTokens searchTokens(JdbcClient sql, NameTokens tokens) {
        return new SearchTokens(sql, tokens);
    }

    @Bean
    Vault vault(JdbcTemplate batches, Keys keys, Facts facts, SecureRandom random) {
        return new Vault(batches, keys, facts, random);
    }

    @Bean
    MayRead oversightOfErasures() {
        return new MayRead(ErasureRows.READERS_RECOMPUTED);
    }
}
