package org.romdoul.studies;

import java.util.UUID;

/**
 * A study of venues.
 *
 * @param id also the scope of its facts
 * @param title what it is about; public
 */
public record Study(UUID id, String code, String title, UUID agency) {}
