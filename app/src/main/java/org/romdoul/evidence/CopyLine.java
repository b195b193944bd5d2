package org.romdoul.evidence;

/**
 * A copy as the register shows it.
 *
 * @param whom who has it, in words
 * @param order on what order, in words
 * @param by the staff number of who gave it
 * @param fact the id of the fact that the form beside it would make
 */
public record CopyLine(Disclosure copy, String whom, String order, String by, String fact) {}
