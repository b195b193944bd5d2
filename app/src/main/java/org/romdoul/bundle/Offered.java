package org.romdoul.bundle;

import java.util.UUID;

/**
 * Something that a copy may disclose.
 *
 * @param id the sealed value's, or the file's
 * @param event number of the fact that refers to it
 * @param noun that fact's table
 * @param label what an exhibit is called, else empty
 */
public record Offered(UUID id, long event, String noun, String label) {}
