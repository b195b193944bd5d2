/**
 * Publishing tables and counts about people without exposing one of them.
 *
 * <p>{@link org.romdoul.estimators.disclosure.Anonymity} says how exposed a file would be;
 * {@link org.romdoul.estimators.disclosure.SuppressedTable} publishes a table with small cells, and as many others as needed, left
 * blank, and attacks the result before it is let go; {@link org.romdoul.estimators.disclosure.ReleaseGuard} compares a count with all
 * that was published before; {@link org.romdoul.estimators.disclosure.Marginals} counts combinations of attributes, rounded
 * down, and {@link org.romdoul.estimators.disclosure.SyntheticRows} invents rows from them; {@link
 * org.romdoul.estimators.disclosure.DiscreteNoise} and {@link org.romdoul.estimators.disclosure.PrivacyAccount} are
 * for differential privacy, with samplers that are exact in integers.
 *
 * <p>Sources: Willenborg and de Waal, Elements of Statistical Disclosure Control; Gusfield, SIAM J. Comput. 17 (1988) 552-571 on
 * tables as networks; Canonne, Kamath and Steinke, arXiv 2004.00010; Bun and Steinke, arXiv 1605.02065.
 */
@NullMarked
package org.romdoul.estimators.disclosure;

import org.jspecify.annotations.NullMarked;
