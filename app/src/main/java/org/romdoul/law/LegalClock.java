package org.romdoul.law;

import java.time.Instant;

/**
 * A limit that has begun to run. It stays under the version of the law it was started under.
 *
 * @param limit the limit's key
 * @param pack the version of the rule pack
 * @param from what it counts from
 * @param due when it ends
 */
public record LegalClock(String limit, String pack, Instant from, Instant due) {}
