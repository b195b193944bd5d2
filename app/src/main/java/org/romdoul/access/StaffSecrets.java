package org.romdoul.access;

import java.util.Optional;
import java.util.UUID;

/** What the vault does for accounts, which live below it: each account has a key of its own. */
public interface StaffSecrets {

    /** Makes the key of an account that is about to begin. */
    void begin(UUID account);

    /** @return a {@code vault.ref} to a staff member's name, readable where her agency is */
    String sealName(UUID agency, UUID account, String name);

    /** @param use what it is for, without which it does not decrypt: one kind of secret cannot be passed off as another */
    byte[] encrypt(UUID account, String use, byte[] plain);

    /** @return the plain bytes; nothing where the account's key has been destroyed */
    Optional<byte[]> decrypt(UUID account, String use, byte[] ciphertext);
}
