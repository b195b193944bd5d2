package org.romdoul.estimators.disclosure;

import java.math.BigInteger;
import java.util.random.RandomGenerator;

/**
 * Whole-number noise for differential privacy, drawn by exact integer arithmetic: no floating-point number is ever made, so none can
 * betray the count beneath it (Mironov, CCS 2012). The source of chance must be a {@link java.security.SecureRandom} for a release;
 * its seed is never kept.
 *
 * <p>Source: Canonne, Kamath and Steinke, The Discrete Gaussian for Differential Privacy, arXiv 2004.00010, algorithms 1 to 3.
 */
public final class DiscreteNoise {

    private final RandomGenerator random;

    /** Noise from a source of chance. */
    public DiscreteNoise(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Discrete Laplace noise, P(x) proportional to exp(-|x| s / t).
     *
     * @param t numerator of the scale t/s, 1 or more; for a count to which a person adds 1, epsilon is s/t
     * @param s denominator of the scale, 1 or more
     */
    public long laplace(long t, long s) {
        requirePositive(t);
        requirePositive(s);
        while (true) {
            long u = below(BigInteger.valueOf(t)).longValueExact();
            if (!bernoulliExp(BigInteger.valueOf(u), BigInteger.valueOf(t))) {
                continue;
            }
            long v = 0;
            while (bernoulliExp(BigInteger.ONE, BigInteger.ONE)) {
                v++;
            }
            long magnitude = Math.addExact(u, Math.multiplyExact(t, v)) / s;
            boolean negative = random.nextBoolean();
            if (negative && magnitude == 0) {
                continue;
            }
            return negative ? -magnitude : magnitude;
        }
    }

    /**
     * Discrete Gaussian noise, P(x) proportional to exp(-x^2 / (2 sigma^2)), sigma^2 = n/d. A count to which a person adds 1 is
     * then released at rho = 1/(2 sigma^2) of zero-concentrated differential privacy.
     *
     * @param n numerator of the variance, 1 or more
     * @param d denominator of the variance, 1 or more
     */
    public long gaussian(long n, long d) {
        BigInteger variance = BigInteger.valueOf(requirePositive(n));
        BigInteger under = BigInteger.valueOf(requirePositive(d));
        BigInteger t = variance.divide(under).sqrt().add(BigInteger.ONE);
        while (true) {
            BigInteger y = BigInteger.valueOf(laplace(t.longValueExact(), 1));
            // accept with probability exp(-(|y| - sigma^2/t)^2 / (2 sigma^2)), as one fraction
            BigInteger distance = y.abs().multiply(t).multiply(under).subtract(variance);
            BigInteger numerator = distance.multiply(distance);
            BigInteger denominator = BigInteger.TWO
                    .multiply(variance)
                    .multiply(under)
                    .multiply(t)
                    .multiply(t);
            if (bernoulliExp(numerator, denominator)) {
                return y.longValueExact();
            }
        }
    }

    private static long requirePositive(long value) {
        if (value < 1) {
            throw new IllegalArgumentException("a scale needs whole numbers from 1 up, not " + value);
        }
        return value;
    }

    /** True with probability exp(-numerator/denominator), exactly. */
    private boolean bernoulliExp(BigInteger numerator, BigInteger denominator) {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        for (BigInteger i = BigInteger.ZERO; i.compareTo(parts[0]) < 0; i = i.add(BigInteger.ONE)) {
            if (!bernoulliExpFraction(BigInteger.ONE, BigInteger.ONE)) {
                return false;
            }
        }
        return bernoulliExpFraction(parts[1], denominator);
    }

    /** The same for a fraction up to 1, by von Neumann's alternating series. */
    private boolean bernoulliExpFraction(BigInteger numerator, BigInteger denominator) {
        long k = 1;
        while (below(denominator.multiply(BigInteger.valueOf(k))).compareTo(numerator) < 0) {
            k++;
        }
        return k % 2 == 1;
    }

    /** A whole number from 0 to bound - 1, each as likely, by rejection. */
    private BigInteger below(BigInteger bound) {
        int bits = bound.subtract(BigInteger.ONE).bitLength();
        byte[] bytes = new byte[bits / 8 + 1];
        while (true) {
            random.nextBytes(bytes);
            bytes[0] &= (byte) ((1 << (bits % 8)) - 1);
            BigInteger drawn = new BigInteger(1, bytes);
            if (drawn.compareTo(bound) < 0) {
                return drawn;
            }
        }
    }
}
