package org.romdoul.chart;

import java.util.stream.IntStream;

/**
 * Values laid along a line of the drawing, from nought to a round end.
 *
 * @param from the value at the left
 * @param to the value that must still fit
 * @param left where the line begins
 * @param right where it ends
 */
record Axis(double from, double to, double left, double right) {

    Axis {
        var step = step(from, to);
        to = from + step * Math.max(1, Math.ceil((to - from) / step - 1e-9));
    }

    double at(double value) {
        return left + (value - from) / (to - from) * (right - left);
    }

    /** @return four to seven round values, both ends among them */
    double[] ticks() {
        var step = step(from, to);
        return IntStream.rangeClosed(0, (int) Math.round((to - from) / step))
                .mapToDouble(i -> from + i * step)
                .toArray();
    }

    /** The smallest of 1, 2, 5 times a power of ten that makes six steps or fewer. */
    private static double step(double from, double to) {
        var span = Math.max(to - from, 1e-9);
        var power = Math.pow(10, Math.floor(Math.log10(span / 6)));
        for (var times : new int[] {1, 2, 5}) {
            if (span / (times * power) <= 6 + 1e-9) return times * power;
        }
        return 10 * power;
    }
}
