package org.romdoul.journal.sealing;

import org.romdoul.ledger.write.LogSigner;

/**
 * The log that grows: the last of those that the record has had.
 *
 * @param number which, from 1
 */
record GrowingLog(int number, LogSigner signer) {}
