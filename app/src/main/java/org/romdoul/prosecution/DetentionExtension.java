package org.romdoul.prosecution;

import java.util.UUID;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;

/**
 * Whoever may allow it lets a detention last longer.
 *
 * @param until a day or a minute
 * @param basis the article of law it rests on, as a code
 */
public record DetentionExtension(Fact fact, UUID defendant, UUID detention, PartialDate until, String basis)
        implements CourtFact {}
