package org.romdoul.blobs;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Sweeps each hour. Files that no fact refers to are counted in the log and left for somebody to decide. */
final class SweepLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SweepLoop.class);

    private final Sweep sweep;
    private volatile @Nullable ScheduledExecutorService hours;

    SweepLoop(Sweep sweep) {
        this.sweep = sweep;
    }

    @Override
    public void start() {
        var clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("sweep").daemon().factory());
        var unused = clock.scheduleWithFixedDelay(this::once, 1, 1, TimeUnit.HOURS);
        hours = clock;
    }

    private void once() {
        try {
            var swept = sweep.run(Sweep.GRACE, false);
            if (!swept.orphans().isEmpty())
                LOG.warn(
                        "{} stored files that no fact refers to: romdoul sweep names them",
                        swept.orphans().size());
        } catch (IOException | RuntimeException failed) {
            if (isRunning()) LOG.error("the sweep failed and is tried again in an hour", failed);
        }
    }

    @Override
    public void stop() {
        var clock = hours;
        hours = null;
        if (clock != null) clock.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return hours != null;
    }
}
