package org.romdoul.persons;

import java.time.Instant;

/**
 * That somebody opened a person's name, or was shown by a search that she is called so.
 *
 * @param number the staff number of who looked
 * @param purpose its message key is {@code person.purpose.} and this
 */
public record PersonReading(String number, String purpose, Instant at) {}
