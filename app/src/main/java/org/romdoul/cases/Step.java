package org.romdoul.cases;

import org.jspecify.annotations.Nullable;
import org.romdoul.input.Phrase;
import org.romdoul.law.LegalLimit;

/**
 * A task as pages show it.
 *
 * @param number the staff number of whose it is; empty: nobody's yet
 * @param left how long until it is due, or how late it is
 * @param limit the limit of law behind it, as the version it was started under has it
 */
public record Step(
        Duty duty,
        Urgency urgency,
        Phrase left,
        String number,
        @Nullable LegalLimit limit) {}
