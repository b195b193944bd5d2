/**
 * Judges a court bundle offline (docs/formats/bundle.md): each check one line, then one verdict. JDK only, over
 * {@code org.romdoul.ledger.read} alone: no network, no reflection, no temporary files.
 *
 * <p>To read it in an hour, begin at {@link org.romdoul.verifier.Judgement}, which lists the checks in their order, and go
 * down from there. Whatever a bundle holds, the answer is a verdict and never an exception.
 */
@NullMarked
package org.romdoul.verifier;

import org.jspecify.annotations.NullMarked;
