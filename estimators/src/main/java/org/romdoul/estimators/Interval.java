package org.romdoul.estimators;

/**
 * A confidence (or, where a method says so, credible) interval, closed at both ends.
 *
 * @param lower lower limit, finite
 * @param upper upper limit, at least {@code lower}; {@code Double.POSITIVE_INFINITY} says that the data set no upper limit
 * @param level nominal coverage in (0, 1), such as 0.95
 */
public record Interval(double lower, double upper, double level) {

    public Interval {
        if (!(lower <= upper) || Double.isInfinite(lower)) {
            throw new IllegalArgumentException("not an interval: [" + lower + ", " + upper + "]");
        }
        requireLevel(level);
    }

    /** Passes a confidence level through, or says why it is none. */
    public static double requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "confidence level " + level + " is not between 0 and 1; write 0.95 for 95 %");
        }
        return level;
    }

    /** Distance between the limits. */
    public double width() {
        return upper - lower;
    }

    /** Whether the value lies between the limits, or on one. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
