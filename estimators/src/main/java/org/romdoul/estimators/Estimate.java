package org.romdoul.estimators;

/**
 * A number with the standard error it was estimated with.
 *
 * @param value the estimate, finite
 * @param standardError its standard error in the same unit, finite and not negative
 */
public record Estimate(double value, double standardError) {

    public Estimate {
        if (!Double.isFinite(value) || !(standardError >= 0) || Double.isInfinite(standardError)) {
            throw new IllegalArgumentException("not an estimate: " + value + " with standard error " + standardError);
        }
    }

    /** Square of the standard error. */
    public double variance() {
        return standardError * standardError;
    }
}
