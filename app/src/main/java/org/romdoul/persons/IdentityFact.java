package org.romdoul.persons;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.vault.SealedRef;

/**
 * One recording of who a person is said to be.
 *
 * @param supersedes the recording it corrects
 * @param contests the recording that another hand corrected first
 * @param actor who recorded it
 */
record IdentityFact(
        UUID id, @Nullable UUID supersedes, @Nullable UUID contests, UUID actor, Identity<SealedRef> identity) {}
