package org.romdoul.journal.sealing;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.romdoul.database.Home;
import org.romdoul.journal.Loop;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The sequencer's own database role: it alone may write leaves, and it may write nothing else. */
@Configuration
class SealingSetup {

    private static final Duration WHILE_NOTHING_WAITS = Duration.ofMillis(100);

    /** What comes meanwhile is one batch more, and not many: each has a checkpoint of its own and waits for the disk. */
    private static final Duration GATHERING = Duration.ofMillis(25);

    @Bean
    GrowingLog growingLog(
            @Qualifier("sequencer") DataSource log,
            SecureRandom random,
            Home home,
            @Value("${romdoul.log.origin:#{null}}") @Nullable String origin)
            throws IOException {
        return new Logs(new JdbcTemplate(log), home, random).growing(origin);
    }

    @Bean
    LogRows logRows(@Qualifier("sequencer") DataSource log, GrowingLog growing) {
        return new LogRows(new JdbcTemplate(log), growing.number());
    }

    @Bean
    Sequencer sequencer(@Qualifier("sequencer") DataSource log, LogRows rows, GrowingLog growing, SecureRandom random) {
        return new Sequencer(rows, growing.signer(), new TransactionTemplate(new JdbcTransactionManager(log)), random);
    }

    /** For the command alone: it needs no key of the log that ends. */
    @Bean
    @Lazy
    Succession succession(@Qualifier("sequencer") DataSource log, SecureRandom random, Home home, Clock clock) {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(log));
        return new Succession(new JdbcTemplate(log), transaction, home, random, clock);
    }

    @Bean
    PublishedLog publishedLog(LogRows rows, GrowingLog growing) {
        return new PublishedLog(rows, growing);
    }

    /** Turns the sequencer. Where it fails, facts stay pending and pages go on saying "recorded". A test turns it by hand. */
    @Bean
    @ConditionalOnProperty(name = "romdoul.sealing", havingValue = "on", matchIfMissing = true)
    Loop sealingLoop(Sequencer sequencer) {
        return new Loop(
                Thread.ofPlatform().name("sequencer").daemon(),
                () -> pauseAfter(sequencer.seal()),
                Duration.ofSeconds(2),
                "sealing failed and is tried again");
    }

    private static Duration pauseAfter(int sealed) {
        if (sealed == 0) return WHILE_NOTHING_WAITS;
        return sealed < Sequencer.BATCH ? GATHERING : Duration.ZERO;
    }
}
