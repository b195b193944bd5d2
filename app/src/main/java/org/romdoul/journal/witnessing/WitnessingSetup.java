package org.romdoul.journal.witnessing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.romdoul.database.Home;
import org.romdoul.journal.Loop;
import org.romdoul.journal.sealing.PublishedLog;
import org.romdoul.ledger.read.Policy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration
class WitnessingSetup {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The policy of the setting, else the file {@code policy} in the home, else nobody is asked. */
    @Bean
    Policy witnessPolicy(
            @Value("${romdoul.log.policy:#{null}}") @Nullable Path setting,
            Home home,
            ObjectProvider<DemonstrationWitnesses> demonstration)
            throws IOException {
        demonstration.ifAvailable(DemonstrationWitnesses::writePolicy);
        var file = setting != null ? setting : home.directory().resolve("policy");
        return setting == null && !Files.exists(file) ? PolicyFile.NOBODY : PolicyFile.read(file);
    }

    @Bean
    Witnesses witnesses(Policy policy, JdbcClient sql) {
        return new Witnesses(policy, new CosignatureRows(sql));
    }

    @Bean(destroyMethod = "shutdownNow")
    @Qualifier("witnesses")
    ExecutorService witnessThreads() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Bean
    Testimonies testimonies(Policy policy) {
        return Testimonies.of(policy);
    }

    @Bean
    Rounds rounds(
            PublishedLog log,
            Policy policy,
            @Qualifier("sequencer") DataSource sequencer,
            @Qualifier("witnesses") ExecutorService threads,
            Clock clock) {
        var rows = new CosignatureRows(JdbcClient.create(sequencer));
        return new Rounds(log, policy, rows, threads, clock, PATIENCE);
    }

    /**
     * Goes round the witnesses once a second: there may be ten heads in that time, and the newest stands for all. Where it
     * fails, pages go on saying "not yet witnessed". A test goes round by hand.
     */
    @Bean
    @ConditionalOnProperty(name = "romdoul.sealing", havingValue = "on", matchIfMissing = true)
    Loop witnessLoop(Rounds rounds) {
        return new Loop(
                Thread.ofVirtual().name("witnesses"),
                () -> {
                    rounds.run();
                    return Duration.ofSeconds(1);
                },
                Duration.ofSeconds(10),
                "witnesses were not asked, and are asked again");
    }
}
