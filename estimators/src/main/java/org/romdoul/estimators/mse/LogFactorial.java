package org.romdoul.estimators.mse;

import org.apache.commons.numbers.gamma.LogGamma;

/** Logarithm of {@code n!}. */
final class LogFactorial {
    private LogFactorial() {}

    static double of(int n) {
        return n < 2 ? 0 : LogGamma.value(n + 1.0);
    }
}
