package org.romdoul.estimators.survey;

/**
 * What to do about a stratum in which a single venue (primary unit) was sampled out of several. There is no right answer, only
 * a choice to be stated beside the figure, so the default is to refuse. A stratum whose frame holds one venue is
 * no problem: it was counted in full.
 *
 * <p>The policy is about the first stage. At the second, a single element sampled out of several is refused too under
 * {@link #FAIL}, and adds nothing under any other policy.
 */
public enum LonelyVenue {
    /** Refuse the design, naming the stratum. */
    FAIL,
    /** Let it add nothing to the variance, as if it had been certain to be drawn. Understates the error. */
    CERTAINTY,
    /** Let it add the average of the other strata. */
    AVERAGE,
    /** Measure its distance from the whole sample instead of from its stratum. Usually overstates the error. */
    ADJUST
}
