/**
 * Estimators for hidden crimes and for the justice that answers them: how many venues still sell minors, how many people are
 * held whom nobody has counted, how long a case takes and where it is lost, whether things are getting worse, and what of all
 * this can be published without exposing anybody.
 *
 * <p><b>What every package promises.</b> A number never leaves without its uncertainty; zero events give an upper bound and
 * not a zero; the order of rows and the names of groups change nothing; chance comes in as an argument (a seed or a
 * {@link java.util.random.RandomGenerator}), so a result can be had again; and no method returns {@code NaN}.
 *
 * <p><b>How this library says no.</b> Data from which no honest number can be computed are answered by a
 * {@link org.romdoul.estimators.Refusal}: it names the row or the stratum, says what was found there and what that means
 * statistically, in a sentence fit for the person who brought the data. A call that no data could put right (a confidence level
 * of 95 instead of 0.95, arrays of different lengths) is an ordinary {@link IllegalArgumentException} with the value in its message. A refusal is a kind of
 * {@code IllegalArgumentException}, so that a caller who does not tell them apart may catch both.
 *
 * <p>The one run-time dependency is Apache Commons Statistics, for distributions.
 */
@NullMarked
package org.romdoul.estimators;

import org.jspecify.annotations.NullMarked;
