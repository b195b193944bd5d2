package org.romdoul.journal.sealing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Turns the sequencer, ten times a second while there is nothing to do, and without pause while there is. */
final class SealingLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SealingLoop.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final Sequencer sequencer;
    private volatile @Nullable Thread thread;

    SealingLoop(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("sequencer").daemon().start(this::turn);
    }

    private void turn() {
        try {
            while (!Thread.currentThread().isInterrupted()) Thread.sleep(sealOnce());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration sealOnce() {
        try {
            return sequencer.seal() > 0 ? Duration.ZERO : PAUSE;
        } catch (RuntimeException failed) {
            // Facts stay pending, pages go on saying "recorded": nothing is lost, somebody must look.
            if (isRunning()) LOG.error("sealing failed and is tried again", failed);
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
