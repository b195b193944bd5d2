package org.romdoul.estimators.mse;

/**
 * Fits every hierarchical model of a table once. Each is reached from the model with one term more, whose fit gives the
 * start: two or three Newton steps a model instead of six.
 */
final class ModelWalk {
    private final PoissonKernel kernel;
    private final Terms terms;
    private final Frame[] frames;
    private final Visitor visitor;

    ModelWalk(Terms terms, Visitor visitor) {
        this.terms = terms;
        this.visitor = visitor;
        kernel = new PoissonKernel(terms);
        frames = new Frame[terms.mask.length + 1];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = new Frame(kernel);
        }
    }

    /** What is done with each fit. */
    interface Visitor {
        void visit(long model, PoissonKernel kernel, boolean found);
    }

    void walk(int[] counts) {
        kernel.table(counts);
        kernel.model(terms.all());
        kernel.coldStart();
        visitor.visit(terms.all(), kernel, kernel.fit() == PoissonKernel.Fit.FOUND);
        below(0, terms.all(), 0);
    }

    /** Terms go in the order of their index, larger sets first, so no model is met twice. */
    private void below(int depth, long model, int first) {
        frames[depth].take(kernel);
        for (int i = first; i < terms.mask.length; i++) {
            if ((terms.above[i] & model) == 0) {
                long child = model & ~(1L << i);
                kernel.model(child);
                frames[depth].startWithout(terms.mask[i], kernel);
                boolean found = kernel.fit() == PoissonKernel.Fit.FOUND;
                visitor.visit(child, kernel, found);
                if (i + 1 < terms.mask.length) {
                    below(depth + 1, child, i + 1);
                }
            }
        }
    }
}
