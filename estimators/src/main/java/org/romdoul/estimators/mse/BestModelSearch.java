package org.romdoul.estimators.mse;

/**
 * Finds the hierarchical model with the smallest BIC without fitting them all, and is still exact: every submodel fits
 * worse than the model it is in, so a model's deviance plus the penalty of the terms that must stay bounds a whole
 * branch (leaps and bounds, Furnival and Wilson 1974). The bound comes from {@link PoissonKernel#devianceBound}, which holds
 * before Newton's method has converged; most branches are closed after one evaluation. Models without a unique estimate
 * are no candidates. Work space is reused; not for two threads.
 */
final class BestModelSearch {
    private static final int ROUNDS = 8;
    private static final double CLEAR = 0.01;

    final PoissonKernel kernel;
    private final Terms terms;
    private final Frame[] frames;
    private final int[][] order;
    private final double[][] rank;
    private double penalty;
    private double bestScore;
    private boolean found;
    private long bestModel;
    private double bestUnseen;

    BestModelSearch(Terms terms) {
        this.terms = terms;
        kernel = new PoissonKernel(terms);
        int depth = terms.mask.length + 1;
        frames = new Frame[depth];
        order = new int[depth][terms.mask.length];
        rank = new double[depth][terms.mask.length];
        for (int i = 0; i < depth; i++) {
            frames[i] = new Frame(kernel);
        }
    }

    /** Searches the table; {@code guesses} are models likely to be good, they only save time. */
    boolean search(int[] counts, long... guesses) {
        double observed = 0;
        for (int count : counts) {
            observed += count;
        }
        found = false;
        if (observed == 0) {
            return false;
        }
        kernel.table(counts);
        penalty = Math.log(observed);
        bestScore = Double.POSITIVE_INFINITY;
        for (long guess : guesses) {
            kernel.model(guess);
            kernel.coldStart();
            consider(guess);
        }
        long all = terms.all();
        kernel.model(all);
        kernel.coldStart();
        double bound = examine(all, 0, terms.parameters(0));
        frames[0].take(kernel);
        descend(all);
        expand(0, all, 0, bound);
        return found;
    }

    /** Backward elimination, for a first model that is hard to beat. */
    private void descend(long all) {
        long model = all;
        Frame frame = frames[1];
        frame.take(kernel);
        while (true) {
            int least = leastImportant(frame, model);
            if (least < 0 || frame.importance(terms.mask[least]) > penalty) {
                return;
            }
            model &= ~(1L << least);
            kernel.model(model);
            frame.startWithout(terms.mask[least], kernel);
            examine(model, 0, terms.parameters(0));
            frame.take(kernel);
        }
    }

    private int leastImportant(Frame frame, long model) {
        int least = -1;
        double smallest = Double.POSITIVE_INFINITY;
        for (long left = model; left != 0; left &= left - 1) {
            int i = Long.numberOfTrailingZeros(left);
            if ((terms.above[i] & model) == 0 && frame.importance(terms.mask[i]) < smallest) {
                least = i;
                smallest = frame.importance(terms.mask[i]);
            }
        }
        return least;
    }

    private void expand(int depth, long model, long kept, double bound) {
        Frame frame = frames[depth];
        int candidates = sort(depth, model, kept);
        long forced = kept;
        for (int c = 0; c < candidates; c++) {
            long stays = terms.closure(forced);
            int fewest = terms.parameters(stays);
            if (bound + penalty * fewest >= bestScore) {
                return;
            }
            int i = order[depth][c];
            long child = model & ~(1L << i);
            kernel.model(child);
            frame.startWithout(terms.mask[i], kernel);
            double childBound = examine(child, bound, fewest);
            if (child != stays && childBound + penalty * fewest < bestScore) {
                frames[depth + 1].take(kernel);
                expand(depth + 1, child, forced, childBound);
            }
            forced |= 1L << i;
        }
    }

    /** The terms that may go, the most important first: the branch without it is the largest and the soonest closed. */
    private int sort(int depth, long model, long kept) {
        int[] sorted = order[depth];
        double[] key = rank[depth];
        int size = 0;
        for (long left = model & ~kept; left != 0; left &= left - 1) {
            int i = Long.numberOfTrailingZeros(left);
            if ((terms.above[i] & model) == 0) {
                double importance = frames[depth].importance(terms.mask[i]);
                int at = size++;
                for (; at > 0 && key[at - 1] < importance; at--) {
                    key[at] = key[at - 1];
                    sorted[at] = sorted[at - 1];
                }
                key[at] = importance;
                sorted[at] = i;
            }
        }
        return size;
    }

    /** Fits the kernel's model as far as needed; returns a lower bound on the deviance of it and all inside it. */
    private double examine(long model, double known, int fewest) {
        double bound = known;
        for (int round = 0; round < ROUNDS; round++) {
            if (!kernel.evaluate()) {
                break;
            }
            bound = Math.max(bound, kernel.devianceBound());
            if (bound + penalty * fewest >= bestScore) {
                return bound;
            }
            kernel.advance();
            if (kernel.decrement() < CLEAR) {
                break;
            }
        }
        if (bound + penalty * terms.parameters(model) < bestScore) {
            consider(model);
        }
        return bound;
    }

    private void consider(long model) {
        if (kernel.fit() != PoissonKernel.Fit.FOUND) {
            return;
        }
        double score = kernel.deviance() + penalty * terms.parameters(model);
        if (score < bestScore) {
            found = true;
            bestScore = score;
            bestModel = model;
            bestUnseen = kernel.unseen();
        }
    }

    long model() {
        return bestModel;
    }

    /** Expected number of unseen people under the best model. */
    double unseen() {
        return bestUnseen;
    }

    /** Deviance plus {@code log(observed)} for every parameter. */
    double score() {
        return bestScore;
    }
}
