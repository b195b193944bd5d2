package org.romdoul.journal.witnessing;

import java.time.Duration;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.romdoul.journal.sealing.PublishedLog;
import org.romdoul.ledger.read.Policy;
import org.romdoul.testing.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Witnesses under a policy that a test chooses, for a program that was started with another. */
public final class Vouching {

    private Vouching() {}

    /** Takes the newest head round once. */
    public static void round(PublishedLog log, Policy policy, DataSource sequencer) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var rows = new CosignatureRows(JdbcClient.create(sequencer));
            new Rounds(log, policy, rows, threads, new MovableClock(), Duration.ofSeconds(5)).run();
        }
    }

    public static Witnesses witnesses(Policy policy, JdbcClient sql) {
        return new Witnesses(policy, new CosignatureRows(sql));
    }
}
