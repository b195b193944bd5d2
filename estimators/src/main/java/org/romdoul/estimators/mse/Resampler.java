package org.romdoul.estimators.mse;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Draws as many people as were observed, with replacement, and estimates again; each resample has its own generator. */
final class Resampler {
    private final int[] history;
    private final double[] upTo;
    private final int[] alias;
    private final int cells;
    private final int people;

    Resampler(CaptureTable table) {
        int[] counts = table.counts();
        history = java.util.stream.IntStream.range(1, counts.length)
                .filter(h -> counts[h] > 0)
                .toArray();
        cells = counts.length;
        people = table.observed();
        upTo = new double[history.length];
        alias = new int[history.length];
        for (int i = 0; i < history.length; i++) {
            upTo[i] = (double) counts[history[i]] * history.length / people;
        }
        pair();
    }

    /** Walker's alias method: every slot is shared by at most two histories. */
    private void pair() {
        List<Integer> small = new ArrayList<>();
        List<Integer> large = new ArrayList<>();
        for (int i = 0; i < upTo.length; i++) {
            alias[i] = i;
            (upTo[i] < 1 ? small : large).add(i);
        }
        while (!small.isEmpty() && !large.isEmpty()) {
            int poor = small.removeLast();
            int rich = large.removeLast();
            alias[poor] = rich;
            upTo[rich] -= 1 - upTo[poor];
            (upTo[rich] < 1 ? small : large).add(rich);
        }
    }

    /** One resample: counts by history, adding up to the people observed. */
    int[] draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] counts = new int[cells];
        for (int person = 0; person < people; person++) {
            double point = random.nextDouble() * upTo.length;
            int slot = (int) point;
            counts[history[point - slot < upTo[slot] ? slot : alias[slot]]]++;
        }
        return counts;
    }

    /** Estimates from each resample; {@code estimators} gives one for each thread. */
    List<OptionalDouble> run(Resampling plan, Supplier<Estimator> estimators) {
        OptionalDouble[] totals = new OptionalDouble[plan.replicates()];
        SplittableRandom seeds = new SplittableRandom(plan.seed());
        long[] seed = seeds.longs(plan.replicates()).toArray();
        AtomicInteger next = new AtomicInteger();
        Runnable work = () -> {
            Estimator estimator = estimators.get();
            for (int i = next.getAndIncrement(); i < totals.length; i = next.getAndIncrement()) {
                totals[i] = estimator.total(draw(seed[i]));
            }
        };
        runOn(plan.threads(), work);
        return List.of(totals);
    }

    private static void runOn(int threads, Runnable work) {
        if (threads == 1) {
            work.run();
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(work));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while resampling", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a resample failed", e.getCause());
        }
    }

    /** The whole way from counts to a total, model choice included. */
    interface Estimator {
        OptionalDouble total(int[] counts);
    }
}
