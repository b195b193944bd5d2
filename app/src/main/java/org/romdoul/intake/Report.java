package org.romdoul.intake;

import java.util.UUID;
import org.romdoul.input.PartialDate;

/**
 * What a reporter tells, in words.
 *
 * @param fact the tip's id, as the form carried it
 * @param words what happened
 * @param place where; may be empty
 * @param contact how the reporter may safely be reached; may be empty
 */
public record Report(UUID fact, Tip.Danger danger, String words, String place, PartialDate happened, String contact) {}
