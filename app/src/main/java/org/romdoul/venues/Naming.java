package org.romdoul.venues;

import java.time.Instant;
import java.util.UUID;

/**
 * A case names a venue.
 *
 * @param id the fact that names it
 * @param by the account that named it
 */
public record Naming(UUID id, UUID caseId, Venue venue, UUID by, Instant at) {}
