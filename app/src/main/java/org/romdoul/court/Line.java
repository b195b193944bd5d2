package org.romdoul.court;

import java.util.List;
import java.util.UUID;
import org.romdoul.input.PartialDate;
import org.romdoul.input.Phrase;

/**
 * A court fact as a line of a page.
 *
 * @param fact its id, for the form that corrects it
 * @param before what was recorded in its place before, the latest first; empty where it was never corrected
 * @param others what second hands would have recorded in its place
 */
public record Line(UUID fact, PartialDate when, Phrase says, List<Before> before, List<Other> others) {

    /** What was recorded wrong. */
    public record Before(PartialDate when, Phrase says) {}

    /** What another hand wrote, and nobody has decided on. */
    public record Other(UUID contest, PartialDate when, Phrase says) {}
}
