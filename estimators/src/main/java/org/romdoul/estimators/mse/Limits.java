package org.romdoul.estimators.mse;

/** How the limits of a total were made. */
public enum Limits {
    /** Plain quantiles of the resampled totals. */
    PERCENTILE("percentile bootstrap"),
    /** Quantiles corrected for bias and acceleration; see {@link BootstrapTotals}. */
    BCA("BCa bootstrap"),
    /** From the errors of the model, which is taken as true. */
    WALD("log-normal Wald, model taken as true"),
    /** From the variance of counts that are taken as Poisson. */
    LOG_NORMAL("log-normal, counts taken as Poisson"),
    /** Posterior probability, as much beyond each limit. */
    CREDIBLE("posterior, equal tails");

    private final String words;

    Limits(String words) {
        this.words = words;
    }

    /** For the reader of a report. */
    public String words() {
        return words;
    }
}
