package org.romdoul.publication;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a file has them: with a point, unrounded for practical purposes, the same in every language. */
final class Exact {

    private static final MathContext DIGITS = new MathContext(9);

    private Exact() {}

    static String number(double number) {
        return BigDecimal.valueOf(number).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
