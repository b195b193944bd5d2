package org.romdoul.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LoopTests {

    private final AtomicReference<Loop> loop = new AtomicReference<>();

    @Test
    void aRoundEndsBeforeTheProgramDoes() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var whole = new AtomicBoolean();
        start(() -> {
            begun.countDown();
            while (loop().isRunning()) Thread.onSpinWait();
            whole.set(!Thread.currentThread().isInterrupted());
            return Duration.ofDays(1);
        });
        begun.await();

        loop().stop();

        assertThat(whole).isTrue();
    }

    @Test
    void whatFailsIsTriedAgain() throws InterruptedException {
        var rounds = new AtomicInteger();
        var third = new CountDownLatch(3);
        start(() -> {
            third.countDown();
            if (rounds.incrementAndGet() < 3) throw new IllegalStateException("on purpose");
            return Duration.ofDays(1);
        });
        third.await();

        loop().stop();

        assertThat(rounds).hasValue(3);
        assertThat(loop().isRunning()).isFalse();
    }

    private Loop loop() {
        return Objects.requireNonNull(loop.get());
    }

    private void start(Loop.Round round) {
        loop.set(new Loop(Thread.ofVirtual(), round, Duration.ZERO, "a round failed, as it was meant to"));
        loop().start();
    }
}
