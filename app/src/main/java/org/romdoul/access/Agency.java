package org.romdoul.access;

import java.util.UUID;

/** An agency that works in the record; its name is public. */
public record Agency(UUID id, String code, String kind, String name) {}
