package org.romdoul.estimators.survey;

import java.util.ArrayList;
import java.util.List;
import org.romdoul.estimators.Interval;

/**
 * Whether a share may be shown, and why not: an unreliable figure does more harm in a headline than none. The thresholds are those of
 * the US health statistics office for proportions, on the 95 % Korn-Graubard interval.
 *
 * <p>Source: Parker et al., National Center for Health Statistics Data Presentation Standards for Proportions, Vital and Health
 * Statistics 2(175), 2017.
 *
 * @param verdict what to do
 * @param reasons why, empty if it may simply be shown
 */
public record Presentation(Verdict verdict, List<Reason> reasons) {

    /** What to do with a share. */
    public enum Verdict {
        /** Show it, with its interval. */
        SHOW,
        /** Let a statistician decide. */
        REVIEW,
        /** Do not show it. */
        WITHHOLD
    }

    /** Why a share is not simply shown. */
    public enum Reason {
        /** Fewer than 30 persons, or an effective sample below 30. */
        FEW_PERSONS,
        /** The interval is 0.30 wide or more. */
        WIDE_INTERVAL,
        /** The interval is wider than 0.05 and more than 130 % of the share. */
        WIDE_FOR_ITS_SIZE,
        /** Fewer than 8 degrees of freedom: the error itself is poorly known. */
        FEW_DEGREES_OF_FREEDOM,
        /** Nobody, or everybody, was found: show the upper (lower) limit and not the share. */
        NONE_OR_ALL
    }

    public Presentation {
        reasons = List.copyOf(reasons);
    }

    /** Judges a share. */
    public static Presentation of(Prevalence prevalence) {
        Interval interval = prevalence.interval(IntervalMethod.BETA_CAPPED, 0.95);
        var withhold = new ArrayList<Reason>();
        if (prevalence.persons() < 30 || prevalence.effectiveSize() < 30) {
            withhold.add(Reason.FEW_PERSONS);
        }
        if (interval.width() >= 0.30) {
            withhold.add(Reason.WIDE_INTERVAL);
        } else if (interval.width() > 0.05 && interval.width() > 1.30 * prevalence.value() && prevalence.value() > 0) {
            withhold.add(Reason.WIDE_FOR_ITS_SIZE);
        }
        var review = new ArrayList<Reason>();
        if (prevalence.degreesOfFreedom() < 8) {
            review.add(Reason.FEW_DEGREES_OF_FREEDOM);
        }
        if (prevalence.found() == 0 || prevalence.found() == prevalence.persons()) {
            review.add(Reason.NONE_OR_ALL);
        }
        Verdict verdict = !withhold.isEmpty() ? Verdict.WITHHOLD : review.isEmpty() ? Verdict.SHOW : Verdict.REVIEW;
        withhold.addAll(review);
        return new Presentation(verdict, withhold);
    }
}
