package org.romdoul.estimators.mse;

/**
 * Limits for a total.
 *
 * @param method how the limits were made, for example "BCa bootstrap"
 * @param level nominal coverage, above 0 and below 1
 * @param lower lower limit, people
 * @param upper upper limit, people; not below the lower
 */
public record Interval(String method, double level, double lower, double upper) {

    /** @throws IllegalArgumentException when a limit is not a finite number or they are the wrong way round */
    public Interval {
        if (!(level > 0 && level < 1 && lower <= upper && Double.isFinite(lower) && Double.isFinite(upper))) {
            throw new IllegalArgumentException(level + " interval " + lower + " to " + upper);
        }
    }
}
