package org.romdoul.journal.sealing;

import java.time.Instant;
import java.util.UUID;

/** A fact that waits to be sealed; the columns of {@code ledger.pending}. */
record Pending(long position, ChainId chain, String noun, UUID fact, Instant recordedAt, byte[] salt, byte[] content) {}
