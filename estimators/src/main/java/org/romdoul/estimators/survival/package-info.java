/**
 * How long things take, when not all of them are over: time from charge to judgment, from referral to a place in a shelter,
 * from arrest to release. A case that is still open is no missing value; it says "longer than this", and leaving it out makes
 * justice look faster than it is.
 *
 * <p>Start from a {@link org.romdoul.estimators.survival.Spell} for each case. Then
 * {@link org.romdoul.estimators.survival.SurvivalCurve} answers "what share is still waiting after t",
 * {@link org.romdoul.estimators.survival.CompetingRisks} "what share has ended in each way by t",
 * {@link org.romdoul.estimators.survival.LogRank} "do the groups differ", and
 * {@link org.romdoul.estimators.survival.Attrition} follows cohorts through stages, keeping the open and the unknown apart.
 *
 * <p>Times may be as coarse as whole years: within one time, endings come before open ends (a case last seen open in year 2 was
 * at risk of ending in year 2), and times are equal only if they are the same number. Time 0 is allowed.
 *
 * <p>Golden values: R 4.2.2 with package survival 3.5-3, {@code testdata/statistics/survival.R}.
 */
@NullMarked
package org.romdoul.estimators.survival;

import org.jspecify.annotations.NullMarked;
