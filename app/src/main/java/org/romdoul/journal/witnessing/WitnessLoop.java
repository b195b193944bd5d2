package org.romdoul.journal.witnessing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Goes round the witnesses once a second: there may be ten heads in that time, and the newest stands for all. */
final class WitnessLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private final Rounds rounds;
    private volatile @Nullable Thread thread;

    WitnessLoop(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("witnesses").start(this::turn);
    }

    private void turn() {
        try {
            while (!Thread.currentThread().isInterrupted()) Thread.sleep(round());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration round() throws InterruptedException {
        try {
            rounds.run();
            return PAUSE;
        } catch (RuntimeException failed) {
            // Pages go on saying "not yet witnessed", which is true; somebody must look.
            if (isRunning()) LOG.error("witnesses were not asked, and are asked again", failed);
            return AFTER_FAILURE;
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
