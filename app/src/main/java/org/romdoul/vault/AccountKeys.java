package org.romdoul.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.access.StaffSecrets;
import org.springframework.stereotype.Component;

/** Keeps the secrets of accounts under each account's own key. */
@Component
class AccountKeys implements StaffSecrets {

    private final Vault vault;
    private final Keys keys;

    AccountKeys(Vault vault, Keys keys) {
        this.vault = vault;
        this.keys = keys;
    }

    @Override
    public void begin(UUID account) {
        keys.make(List.of(account));
    }

    @Override
    public String sealName(UUID agency, UUID account, String name) {
        return vault.seal(agency, account, name).toString();
    }

    @Override
    public byte[] encrypt(UUID account, String use, byte[] plain) {
        var key = keys.of(account).orElseThrow(() -> new IllegalStateException("an account without a key"));
        try {
            return key.encrypt(plain, bound(account, use));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a secret could not be encrypted", broken);
        }
    }

    @Override
    public Optional<byte[]> decrypt(UUID account, String use, byte[] ciphertext) {
        return keys.of(account).map(key -> {
            try {
                return key.decrypt(ciphertext, bound(account, use));
            } catch (GeneralSecurityException forged) {
                throw new IllegalStateException("a secret of account " + account + " does not decrypt", forged);
            }
        });
    }

    private static byte[] bound(UUID account, String use) {
        var name = use.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(16 + name.length)
                .put(Keys.bytes(account))
                .put(name)
                .array();
    }
}
