package org.romdoul.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What lets a person in, as stored.
 *
 * @param password its Argon2id hash
 * @param mustChange somebody else made the password
 * @param totp the secret of the second factor, encrypted
 * @param totpStep the last step used; null until she has shown that she holds the secret
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Credential(
        UUID account,
        String password,
        boolean mustChange,
        byte[] totp,
        @Nullable Long totpStep,
        String language) {}
