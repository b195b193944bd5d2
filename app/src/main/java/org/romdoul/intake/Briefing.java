package org.romdoul.intake;

import org.romdoul.input.PartialDate;

/**
 * What a tip says, told to those who work on the case that it became part of. How the reporter may be reached is not in it: that
 * the tip desk alone knows.
 *
 * @param code what staff call the tip
 * @param words empty where they have been erased
 * @param place empty where none was said
 */
public record Briefing(String code, PartialDate happened, String words, String place) {}
