package org.romdoul.journal.sealing;

import java.io.IOException;
import java.security.SecureRandom;
import javax.sql.DataSource;
import org.romdoul.database.Home;
import org.romdoul.ledger.write.LogSigner;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration
class SealingSetup {

    /** Its own database role: it alone may write leaves, and it may write nothing else. */
    @Bean
    Sequencer sequencer(
            @Qualifier("sequencer") DataSource log,
            SecureRandom random,
            Home home,
            @Value("${romdoul.log.origin:romdoul.invalid/log}") String origin)
            throws IOException {
        var signer = new LogSigner(origin, LogKey.at(home.secret("log.pem"), random));
        return new Sequencer(
                new LogRows(new JdbcTemplate(log)),
                signer,
                new TransactionTemplate(new JdbcTransactionManager(log)),
                random);
    }

    // A test turns the sequencer by hand.
    @Bean
    @ConditionalOnProperty(name = "romdoul.sealing", havingValue = "on", matchIfMissing = true)
    SealingLoop sealingLoop(Sequencer sequencer) {
        return new SealingLoop(sequencer);
    }
}
