package org.romdoul.prosecution;

import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;

/**
 * A list of past prosecutions that is taken in as a whole; its scope is the agency that does so.
 *
 * @param code what results call it
 * @param title its public title
 * @param source where it comes from and on what terms
 * @param jurisdiction ISO 3166 code of the country or its part
 * @param censored until when the source watched: what had not happened by then is open there, not impossible
 */
public record Docket(Fact fact, String code, String title, String source, String jurisdiction, PartialDate censored) {}
