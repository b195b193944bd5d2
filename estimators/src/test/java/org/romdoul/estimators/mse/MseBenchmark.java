package org.romdoul.estimators.mse;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Measures multiple systems estimation; not part of the tests. Run it with {@code mvn -q -pl estimators test
 * -Dtest=MseBenchmark}; figures and what they are compared with are in {@code bench/mse/README.md}.
 */
class MseBenchmark {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int TIMES = 5;

    @Test
    void measures() {
        System.out.printf(
                "Java %s, %d cores; median of %d after as many to warm up%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors(), TIMES);
        headlines();
        growth();
    }

    private static void headlines() {
        for (String set : new String[] {"NewOrl_5", "UKdat_4", "UKdat_5", "UKdat"}) {
            CaptureTable table = Tables.shared(set);
            report(set + " stepwise, 1,000 resamples", () -> Stepwise.usual().estimate(table, resamples(1000, 1)));
        }
        CaptureTable five = Tables.shared("UKdat_5");
        CaptureTable six = Tables.shared("UKdat");
        report("UKdat_5 all 1,024 models", () -> ModelSearch.pairs().spread(five));
        report(
                "UKdat_5 all 6,212 models with triples",
                () -> ModelSearch.triples().spread(five));
        report("UKdat all 32,768 models", () -> ModelSearch.pairs().spread(six));
        for (int threads = 1; threads <= 2; threads++) {
            Resampling plan = resamples(1000, threads);
            String how = ", 1,000 re-selecting resamples, threads: " + threads;
            report("UKdat_5 1,024 models" + how, () -> ModelSearch.pairs().best(five, plan));
            report("UKdat_5 6,212 models" + how, () -> ModelSearch.triples().best(five, plan));
            report("UKdat 32,768 models" + how, () -> ModelSearch.pairs().best(six, plan));
        }
        report(
                "UKdat 3,702,013 models, 20 re-selecting resamples",
                () -> ModelSearch.triples().best(six, resamples(20, 1)));
        report(
                "UKdat_5 average over 822 graphs",
                () -> DecomposableAverage.usual(five).of(five));
    }

    private static void growth() {
        CaptureTable six = Tables.shared("UKdat");
        for (int resamples : new int[] {100, 1000, 10_000}) {
            report(
                    "UKdat search, resamples: " + resamples,
                    () -> ModelSearch.pairs().best(six, resamples(resamples, 1)));
        }
        for (int times : new int[] {1, 10, 100}) {
            int[] counts =
                    IntStream.of(six.counts()).map(count -> count * times).toArray();
            CaptureTable larger = six.withCounts(counts);
            report(
                    "UKdat search, 200 resamples, people: " + larger.observed(),
                    () -> ModelSearch.pairs().best(larger, resamples(200, 1)));
        }
        for (int lists = 3; lists <= 6; lists++) {
            CaptureTable table = Tables.sparse(lists, new SplittableRandom(40));
            report(
                    "random table, all models of pairs, lists: " + lists,
                    () -> ModelSearch.pairs().spread(table));
            report(
                    "random table, search, 200 resamples, lists: " + lists,
                    () -> ModelSearch.pairs().best(table, resamples(200, 1)));
        }
        for (int lists = 4; lists <= 10; lists += 2) {
            CaptureTable table = Tables.sparse(lists, new SplittableRandom(40));
            report(
                    "random table, stepwise, 200 resamples, lists: " + lists,
                    () -> Stepwise.usual().estimate(table, resamples(200, 1)));
        }
    }

    private static Resampling resamples(int replicates, int threads) {
        return new Resampling(replicates, 1234, threads);
    }

    private static void report(String what, Runnable task) {
        for (int i = 0; i < TIMES; i++) {
            task.run();
        }
        long[] wall = new long[TIMES];
        long cpu = PROCESS.getProcessCpuTime();
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            task.run();
            wall[i] = System.nanoTime() - start;
        }
        cpu = (PROCESS.getProcessCpuTime() - cpu) / TIMES;
        java.util.Arrays.sort(wall);
        System.out.printf(Locale.ROOT, "%-66s wall %9.4f s   CPU %9.4f s%n", what, wall[TIMES / 2] / 1e9, cpu / 1e9);
    }
}
