package org.romdoul.docket;

import org.jspecify.annotations.Nullable;
import org.romdoul.prosecution.CourtFact;

/**
 * A court fact that a row claims. A row is taken whole or not at all, and so is each entry of it.
 *
 * @param entry whose it is; none: the row's own
 */
record Claim(CourtFact fact, SourceDefendant row, @Nullable Entry entry) {}
