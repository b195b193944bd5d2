package org.romdoul.vault;

import java.util.UUID;

/** A sealed value as it lies in the database. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Stored(UUID id, UUID scope, UUID key, byte[] ciphertext) {}
