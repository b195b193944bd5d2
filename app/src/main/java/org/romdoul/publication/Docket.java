package org.romdoul.publication;

import org.romdoul.input.PartialDate;

/**
 * A public list of past prosecutions.
 *
 * @param censored until when its source watched
 */
public record Docket(String code, String title, String source, String jurisdiction, PartialDate censored) {}
