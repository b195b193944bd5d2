/**
 * From the charge to the final judgment: charges by statute and count, detention and bail, hearings, pleas, judgments per
 * count, sentences, appeals and what they decided. A judgment is never edited; what stands now is read from the facts, with
 * the facts it follows from.
 */
@NullMarked
package org.romdoul.prosecution;

import org.jspecify.annotations.NullMarked;
