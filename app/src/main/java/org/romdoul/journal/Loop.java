package org.romdoul.journal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Thread.Builder builder;
    private final Round round;
    private final Duration afterFailure;
    private final String told;
    private volatile @Nullable Turning turning;

    /** @param ended zero when it is to end */
    private record Turning(Thread thread, CountDownLatch ended) {}

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
        if (isRunning()) return;
        var ended = new CountDownLatch(1);
        turning = new Turning(builder.start(() -> turn(ended)), ended);
    }

    private void turn(CountDownLatch ended) {
        try {
            var going = true;
            while (going) going = !ended.await(once(ended).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration once(CountDownLatch ended) throws InterruptedException {
        try {
            return round.once();
        } catch (RuntimeException failed) {
            // A round that was broken off because the program stops is no failure.
            if (ended.getCount() > 0) LOG.error(told, failed);
            return afterFailure;
        }
    }

    /** A round may end first: broken off in the middle of a statement it would cost a connection, and alarm whoever reads the log. */
    @Override
    public void stop() {
        var now = turning;
        turning = null;
        if (now == null) return;
        now.ended().countDown();
        try {
            if (now.thread().join(PATIENCE)) return;
            now.thread().interrupt();
            now.thread().join(PATIENCE);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return turning != null;
    }
}
