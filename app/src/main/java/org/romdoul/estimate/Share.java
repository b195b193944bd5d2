package org.romdoul.estimate;

import org.romdoul.chart.IntervalDots;
import org.romdoul.estimators.survey.IntervalMethod;
import org.romdoul.estimators.survey.Prevalence;

/**
 * A share with its interval.
 *
 * @param of what part of the whole it is about
 * @param value 0 to 1
 * @param low lower limit
 * @param high upper limit
 * @param found persons as described
 * @param persons persons seen
 */
public record Share(String of, double value, double low, double high, long found, long persons) {

    static Share of(String part, Prevalence prevalence, double level) {
        var interval = prevalence.interval(IntervalMethod.BETA_CAPPED, level);
        return new Share(
                part, prevalence.value(), interval.lower(), interval.upper(), prevalence.found(), prevalence.persons());
    }

    IntervalDots.Row dot(String label) {
        return new IntervalDots.Row(label, new IntervalDots.Estimate(value, low, high), persons);
    }
}
