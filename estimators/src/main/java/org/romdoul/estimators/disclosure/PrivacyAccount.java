package org.romdoul.estimators.disclosure;

import org.romdoul.estimators.Refusal;

/**
 * How much of the privacy of the people in one data set has been spent, in zero-concentrated differential privacy (rho), which adds up
 * over releases. It must be stored with the data set: an account that forgets protects nobody.
 *
 * <p>Source: Bun and Steinke, arXiv 1605.02065: composition by addition, and epsilon = rho + 2 sqrt(rho ln(1/delta)).
 *
 * @param budget all that may ever be spent, more than 0
 * @param spent what has been, 0 up to the budget
 */
public record PrivacyAccount(double budget, double spent) {

    /** Room for the rounding of sums. */
    private static final double ROUNDING = 1e-12;

    public PrivacyAccount {
        if (!(budget > 0) || Double.isInfinite(budget) || !(spent >= 0) || spent > budget * (1 + ROUNDING)) {
            throw new IllegalArgumentException("no account has " + spent + " spent of " + budget);
        }
    }

    /** An account from which nothing has been spent. */
    public static PrivacyAccount of(double budget) {
        return new PrivacyAccount(budget, 0);
    }

    /** Cost of discrete Gaussian noise of variance n/d on counts that one person changes by at most {@code sensitivity} (in root sum of squares). */
    public static double costOfGaussian(double variance, double sensitivity) {
        if (!(variance > 0) || !(sensitivity > 0)) {
            throw new IllegalArgumentException("variance " + variance + " and sensitivity " + sensitivity);
        }
        return sensitivity * sensitivity / (2 * variance);
    }

    /** Cost of a release that is epsilon-differentially private, such as one with discrete Laplace noise: epsilon squared over 2. */
    public static double costOfPure(double epsilon) {
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("epsilon " + epsilon);
        }
        return epsilon * epsilon / 2;
    }

    /**
     * The account after a release.
     *
     * @throws Refusal if that much is not left
     */
    public PrivacyAccount spend(double rho) {
        if (!(rho > 0)) {
            throw new IllegalArgumentException("a release costs more than " + rho);
        }
        if (spent + rho > budget * (1 + ROUNDING)) {
            throw Refusal.of(
                    "privacy account",
                    "the release costs " + rho + " and " + Math.max(0, budget - spent) + " of " + budget + " is left",
                    "What was published can never be taken back, so nothing more may be published from these data.");
        }
        return new PrivacyAccount(budget, spent + rho);
    }

    /** The epsilon of all releases together, at a given delta in (0, 1). */
    public double epsilon(double delta) {
        if (!(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("delta " + delta + " is not between 0 and 1");
        }
        return spent + 2 * Math.sqrt(spent * -Math.log(delta));
    }
}
