package org.romdoul.journal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work that goes round and round from the start of the program to its end, in a thread of its own. What fails is told and
 * tried again: it must be such that nothing is lost in between.
 */
public final class Loop implements SmartLifecycle {

    /** What is done each time. */
    public interface Round {
        /** @return the pause until the next */
        Duration once() throws InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private final Thread.Builder builder;
    private final Round round;
    private final Duration afterFailure;
    private final String told;
    private volatile @Nullable Thread thread;

    /**
     * @param builder of its thread
     * @param round once round
     * @param afterFailure the pause after a round that failed
     * @param told what the log says then
     */
    public Loop(Thread.Builder builder, Round round, Duration afterFailure, String told) {
        this.builder = builder;
        this.round = round;
        this.afterFailure = afterFailure;
        this.told = told;
    }

    @Override
    public void start() {
        thread = builder.start(this::turn);
    }

    private void turn() {
        try {
            while (!Thread.currentThread().isInterrupted()) Thread.sleep(once());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration once() throws InterruptedException {
        try {
            return round.once();
        } catch (RuntimeException failed) {
            // A round that was broken off because the program stops is no failure.
            if (isRunning()) LOG.error(told, failed);
            return afterFailure;
        }
    }

    @Override
    public void stop() {
        var turning = thread;
        thread = null;
        if (turning == null) return;
        turning.interrupt();
        try {
            turning.join(Duration.ofSeconds(10));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
