package org.romdoul.persons;

import java.time.Instant;

/** What a person wants, in her words, as they were written down. */
public record Wish(String words, Instant recordedAt) {}
