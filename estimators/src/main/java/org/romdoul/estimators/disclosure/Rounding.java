package org.romdoul.estimators.disclosure;

import java.util.random.RandomGenerator;

/**
 * Rounding of counts to multiples of a base.
 *
 * @param base 2 or more; 3, 5 and 10 are usual
 */
public record Rounding(int base) {

    public Rounding {
        if (base < 2) {
            throw new IllegalArgumentException("rounding to multiples of " + base + " hides nothing");
        }
    }

    /** Down: never claims a person who is not there; totals come out too small, which must be said. */
    public int down(int count) {
        return requireCount(count) / base * base;
    }

    /**
     * Up or down by chance, so that the expected value is the count. Ask once for each count and keep the answer: the mean of many
     * answers is the count.
     */
    public int unbiased(int count, RandomGenerator random) {
        int rest = requireCount(count) % base;
        return count - rest + (random.nextInt(base) < rest ? base : 0);
    }

    private static int requireCount(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("a count of " + count);
        }
        return count;
    }
}
