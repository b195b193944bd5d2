package org.romdoul.journal.sealing;

import java.util.UUID;

/** A leaf as it is stored: its envelope, and the columns that repeat it for look-ups. */
record SealedLeaf(long index, ChainId chain, long sequence, String noun, UUID fact, byte[] entry, byte[] hash) {}
