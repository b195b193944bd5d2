package org.romdoul.estimators.survey;

import org.romdoul.estimators.Estimate;
import org.romdoul.estimators.Interval;
import org.romdoul.estimators.Refusal;

/**
 * How well the observers tell minors from adults, from a validation study, and what the share observed becomes when their
 * mistakes are taken out: p = (q + specificity - 1) / (sensitivity + specificity - 1).
 *
 * <p>Source: Rogan and Gladen, Am. J. Epidemiology 107 (1978) 71-76.
 *
 * @param sensitivity share of minors judged to be minors
 * @param specificity share of adults judged to be adults
 */
public record AgeJudgement(Estimate sensitivity, Estimate specificity) {

    public AgeJudgement {
        if (sensitivity.value() > 1 || specificity.value() > 1 || sensitivity.value() < 0 || specificity.value() < 0) {
            throw new IllegalArgumentException("sensitivity and specificity are shares between 0 and 1");
        }
        if (!(sensitivity.value() + specificity.value() > 1)) {
            throw Refusal.of(
                    "validation study",
                    "sensitivity " + sensitivity.value() + " and specificity " + specificity.value()
                            + " add up to 1 or less",
                    "Such judgement is no better than a coin, so what was seen says nothing about ages.");
        }
    }

    /**
     * @param value corrected share, kept within 0 and 1
     * @param standardError from the survey and the validation study together (delta method)
     * @param explainedByError whether false positives alone explain all that was seen: the share is then compatible with 0, and
     *     not shown to be 0
     */
    public record Corrected(double value, double standardError, boolean explainedByError) {}

    private double youden() {
        return sensitivity.value() + specificity.value() - 1;
    }

    private double correct(double observed) {
        return (observed + specificity.value() - 1) / youden();
    }

    /** Corrects a share. */
    public Corrected correct(Estimate observed) {
        double p = correct(observed.value());
        double clamped = Math.clamp(p, 0, 1);
        double variance = (observed.variance()
                        + clamped * clamped * sensitivity.variance()
                        + (1 - clamped) * (1 - clamped) * specificity.variance())
                / (youden() * youden());
        return new Corrected(clamped, Math.sqrt(variance), p <= 0);
    }

    /** Corrects the limits of an interval as if sensitivity and specificity were known exactly; monotone, so coverage is kept. */
    public Interval correct(Interval observed) {
        return new Interval(
                Math.clamp(correct(observed.lower()), 0, 1),
                Math.clamp(correct(observed.upper()), 0, 1),
                observed.level());
    }
}
