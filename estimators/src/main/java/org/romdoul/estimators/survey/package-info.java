/**
 * Prevalence from visits to venues: of the persons seen where the trade happens, what share are minors, with what certainty, and has
 * it changed since the last round.
 *
 * <p>{@link org.romdoul.estimators.survey.VenueSurvey} is the door: strata of the frame and the visits made go in, a
 * {@link org.romdoul.estimators.survey.Prevalence} comes out, and two of them make a
 * {@link org.romdoul.estimators.survey.Change}. {@link org.romdoul.estimators.survey.SampleDesign} beneath it is a general
 * stratified design of one or two stages for any variable.
 *
 * <p><b>Zero.</b> A study that finds nobody has not shown that nobody is there. Every interval method gives the same exact bound
 * then, see {@link org.romdoul.estimators.survey.Prevalence#interval}.
 *
 * <p><b>One venue alone in a stratum</b> says nothing of the spread there; unless the caller chooses a
 * {@link org.romdoul.estimators.survey.LonelyVenue policy}, the survey is refused.
 *
 * <p>Sources: Cochran, Sampling Techniques, 3rd ed.; Saerndal, Swensson and Wretman, Model Assisted Survey Sampling; Lumley, Complex
 * Surveys (2010); Karon and Wejnert, J. Urban Health 89 (2012) on time-location samples. Golden values: R package survey 4.1-1,
 * {@code testdata/statistics/venues.R}.
 */
@NullMarked
package org.romdoul.estimators.survey;

import org.jspecify.annotations.NullMarked;
