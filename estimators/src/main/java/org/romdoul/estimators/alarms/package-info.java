/**
 * Alarms that things are getting worse: counts of tips, minors found, or delays, watched period by period against what was expected
 * for the effort made. A false alarm costs trust and a missed one costs children, so every alarm comes with its
 * {@link org.romdoul.estimators.alarms.FalseAlarms}: how often it would have rung though nothing had changed.
 *
 * <ul>
 *   <li>{@link org.romdoul.estimators.alarms.PoissonCusum}: a known rise that matters, such as a doubling; false alarms exact.
 *   <li>{@link org.romdoul.estimators.alarms.GlrChart}: a rise of unknown size, counts as variable as they come; false alarms simulated.
 *   <li>{@link org.romdoul.estimators.alarms.SeasonalThreshold}: one period against the same season of earlier years; false alarms by design.
 *   <li>{@link org.romdoul.estimators.alarms.OnlineChangePoint}: the probability that something changed lately, for display.
 * </ul>
 *
 * <p>A rise in cases found may be a rise in looking: give the effort (venues inspected, hours of the hotline) as exposure, and run
 * the same chart on something that should not change.
 *
 * <p>Sources: Lucas, Technometrics 27 (1985) 129-144; Brook and Evans, Biometrika 59 (1972) 539-549; Hoehle and Paul, Comput. Stat.
 * Data Anal. 52 (2008) 4357-4368; Adams and MacKay, arXiv 0710.3742. Golden values: R's surveillance 1.20.3.
 */
@NullMarked
package org.romdoul.estimators.alarms;

import org.jspecify.annotations.NullMarked;
