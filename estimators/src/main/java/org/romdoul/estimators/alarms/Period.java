package org.romdoul.estimators.alarms;

/**
 * What was counted in one period, and how many were to be expected there if nothing had changed.
 *
 * @param count events, 0 or more
 * @param expected events expected for the effort made in the period, more than 0: rate in control times exposure
 */
public record Period(int count, double expected) {

    public Period {
        if (count < 0) {
            throw new IllegalArgumentException("a count of " + count);
        }
        requireExpected(expected);
    }

    static double requireExpected(double expected) {
        if (!(expected > 0) || Double.isInfinite(expected)) {
            throw new IllegalArgumentException(
                    "expected events " + expected + " are not above 0; a period without effort is left out");
        }
        return expected;
    }
}
