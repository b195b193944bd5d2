/**
 * Multiple systems estimation: how many people are on no list, from who is on several. Every total comes with the
 * method that made it, its limits and its flags, because lists of the same people can support very different totals.
 */
@NullMarked
package org.romdoul.estimators.mse;

import org.jspecify.annotations.NullMarked;
